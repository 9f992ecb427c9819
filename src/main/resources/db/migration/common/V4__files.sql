-- SPDX-FileCopyrightText: The Skizzenlotse authors
-- SPDX-License-Identifier: Apache-2.0
-- A file has its row before its first byte; its name and what it belongs to are sealed. A size of
-- -1 is not known yet. What is removed goes into file_removal in the same transaction, until its
-- bytes are gone, too. An upload link knows the step that it is for.

create table file (
  id text primary key,
  conversation_id text not null references conversation (id) on delete cascade,
  state text not null,
  size bigint not null,
  received bigint not null,
  attached smallint not null,
  scan text not null,
  created_at bigint not null,
  touched_at bigint not null,
  due_at bigint,
  leased_until bigint,
  leased_by text,
  attempts integer not null,
  payload ${bytes} not null
);
create index file_by_conversation on file (conversation_id);
create index file_by_touch on file (touched_at) where attached = 0;
create index file_by_due on file (due_at) where due_at is not null;

create table file_part (
  file_id text not null references file (id) on delete cascade,
  number integer not null,
  bytes bigint not null,
  primary key (file_id, number)
);

create table file_removal (
  id text primary key,
  due_at bigint not null
);
create index file_removal_by_due on file_removal (due_at);

alter table token add column step text;
