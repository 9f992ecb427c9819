-- SPDX-FileCopyrightText: The Skizzenlotse authors
-- SPDX-License-Identifier: Apache-2.0
-- Where submissions go besides the mailbox of the team, as the settings of the running service say.
-- What is written to staff is written once for each.
create table target (
  name text primary key
);

alter table outbox add column target text not null default 'mail';

-- Which event of the team's room tells of which conversation, so that what is answered to it finds
-- its way.
create table staff_event (
  event_id text primary key,
  conversation_id text not null references conversation (id) on delete cascade,
  room text not null,
  at bigint not null
);
create index staff_event_by_conversation on staff_event (conversation_id);
