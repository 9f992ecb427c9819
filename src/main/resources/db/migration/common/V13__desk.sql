-- SPDX-FileCopyrightText: The Skizzenlotse authors
-- SPDX-License-Identifier: Apache-2.0
create table desk (
  conversation_id text primary key references conversation (id) on delete cascade,
  reference text not null,
  dialog text not null,
  revision integer not null,          -- of the newest submission
  first_at bigint not null,           -- first handed over
  at bigint not null,                 -- newest revision handed over
  light text not null,                -- green yellow red, or empty
  topic text not null,                -- id of an option, or empty
  open_points integer not null,
  status text not null,               -- arrived reading asked appointment advising carrying_out not_this_time, or configured
  status_at bigint not null,
  promised_at bigint,                 -- by when staff answers
  remind_at bigint,                   -- staff wants to be reminded
  assigned text,                      -- a staff id
  news_at bigint not null,            -- last thing that came from the applicant
  version integer not null            -- counts what staff changed
);
create index desk_by_time on desk (at);
create table desk_text (conversation_id text primary key references conversation (id) on delete cascade, payload ${bytes} not null);  -- normalised text of the newest sketch, sealed, Place("desk_text","","payload")
create table desk_seen (conversation_id text not null references conversation (id) on delete cascade, staff_id text not null, at bigint not null, primary key (conversation_id, staff_id));
create table desk_label (conversation_id text not null references conversation (id) on delete cascade, label text not null, primary key (conversation_id, label));
create table desk_note (id text primary key, conversation_id text not null references conversation (id) on delete cascade, staff_id text not null, at bigint not null, payload ${bytes} not null);  -- sealed, Place("desk_note", id, "payload")
