-- SPDX-FileCopyrightText: The Skizzenlotse authors
-- SPDX-License-Identifier: Apache-2.0
-- Columns of type ${bytes} are sealed with the key of their conversation. Everything else is what is
-- needed to find and to sweep. Times are milliseconds since 1970.

create table conversation (
  id text primary key,
  dialog text not null,
  dialog_hash text not null,
  lifecycle text not null,
  revision integer not null,
  last_fact integer not null,
  last_message integer not null,
  reference text unique,
  channel text not null,
  consented smallint not null,
  created_at bigint not null,
  last_sign_at bigint not null,
  state ${bytes} not null
);

create table history (
  conversation_id text not null references conversation (id) on delete cascade,
  number integer not null,
  at bigint not null,
  payload ${bytes} not null,
  primary key (conversation_id, number)
);

create table message (
  conversation_id text not null references conversation (id) on delete cascade,
  number integer not null,
  kind text not null,
  quotes smallint not null,
  at bigint not null,
  payload ${bytes} not null,
  primary key (conversation_id, number)
);

create table token (
  hash text primary key,
  conversation_id text not null references conversation (id) on delete cascade,
  kind text not null,
  created_at bigint not null,
  expires_at bigint
);
create index token_by_conversation on token (conversation_id);

-- a response is cleared when what it repeats was redacted
create table idempotency (
  conversation_id text not null references conversation (id) on delete cascade,
  key_hash text not null,
  request_hash text not null,
  number integer not null,
  response ${bytes},
  primary key (conversation_id, key_hash)
);

create table wake_up (
  conversation_id text not null references conversation (id) on delete cascade,
  kind text not null,
  due_at bigint not null,
  leased_until bigint,
  leased_by text,
  primary key (conversation_id, kind)
);
create index wake_up_by_due on wake_up (due_at);

-- outlives its conversation: that a sketch was taken back must be told even so
create table outbox (
  id text primary key,
  conversation_id text not null,
  kind text not null,
  revision integer not null,
  reference text,
  created_at bigint not null,
  due_at bigint not null,
  attempts integer not null,
  leased_until bigint,
  leased_by text,
  sent_at bigint,
  given_up_at bigint
);
create index outbox_by_conversation on outbox (conversation_id);
create index outbox_by_due on outbox (due_at) where sent_at is null and given_up_at is null;

create table submission (
  conversation_id text not null references conversation (id) on delete cascade,
  revision integer not null,
  reference text not null,
  dialog_hash text not null,
  schema text not null,
  at bigint not null,
  sketch ${bytes} not null,
  primary key (conversation_id, revision)
);
create index submission_by_reference on submission (reference);

create table dialog_version (
  hash text primary key,
  dialog text not null,
  canonical text not null,
  proof text not null,
  stored_at bigint not null
);

create table published (
  dialog text primary key,
  hash text not null references dialog_version (hash),
  since bigint not null
);

-- what is left of an erased conversation: keyed hashes of its tokens, its ID and its references
create table tombstone (
  mark text primary key,
  kind text not null,
  erased_at bigint not null
);
create index tombstone_by_kind on tombstone (kind);
