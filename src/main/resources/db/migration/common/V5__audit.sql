-- SPDX-FileCopyrightText: The Skizzenlotse authors
-- SPDX-License-Identifier: Apache-2.0
-- What was done to conversations and to the whole of them: rows are added and, when they are old,
-- removed, never changed. They outlive their conversation and hold nothing that anybody said.

create table audit (
  id text primary key,
  at bigint not null,
  what text not null,
  actor text not null,
  conversation_id text,
  reference text,
  why text not null
);
create index audit_by_time on audit (at);
create index audit_by_conversation on audit (conversation_id) where conversation_id is not null;
create index audit_by_reference on audit (reference) where reference is not null;

-- what upkeep remembers of its last run, such as the periods that were in force
create table upkeep (
  name text primary key,
  value text not null
);
