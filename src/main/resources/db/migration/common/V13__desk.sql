-- SPDX-FileCopyrightText: The Skizzenlotse authors
-- SPDX-License-Identifier: Apache-2.0
-- The desk of staff. A row comes with the first sketch of a conversation; what is in plain columns
-- is what lists filter by. Words and notes are sealed with the key of their conversation. Staff are
-- named by the ID of their account.

create table desk (
  conversation_id text primary key references conversation (id) on delete cascade,
  reference text not null,
  dialog text not null,
  revision integer not null,
  first_at bigint not null,
  at bigint not null,
  light text not null,
  topic text not null,
  open_points integer not null,
  status text not null,
  status_at bigint not null,
  promised_at bigint,
  remind_at bigint,
  assigned text,
  news_at bigint not null,
  version integer not null
);
create index desk_by_time on desk (at);

-- the words of the newest sketch, as a search reads them
create table desk_text (
  conversation_id text primary key references conversation (id) on delete cascade,
  payload ${bytes} not null
);

create table desk_seen (
  conversation_id text not null references conversation (id) on delete cascade,
  staff_id text not null,
  at bigint not null,
  primary key (conversation_id, staff_id)
);

create table desk_label (
  conversation_id text not null references conversation (id) on delete cascade,
  label text not null,
  primary key (conversation_id, label)
);

-- notes among staff
create table desk_note (
  id text primary key,
  conversation_id text not null references conversation (id) on delete cascade,
  staff_id text not null,
  at bigint not null,
  payload ${bytes} not null
);
create index desk_note_by_conversation on desk_note (conversation_id);
