-- SPDX-FileCopyrightText: The Skizzenlotse authors
-- SPDX-License-Identifier: Apache-2.0
-- Messengers. An address is found by its keyed hash; it lies sealed beside it with all that belongs
-- to it. One conversation of an address is active at most, the others are parked.

create table address (
  hash text not null,
  conversation_id text not null references conversation (id) on delete cascade,
  channel text not null,
  person integer not null,
  standing text not null,
  used_at bigint not null,
  gone_at bigint,
  payload ${bytes} not null,
  primary key (hash, conversation_id)
);
create unique index address_active on address (hash) where standing = 'active';
create index address_waiting on address (channel) where standing = 'waiting';
create index address_by_conversation on address (conversation_id);

-- What came in, each once. The payload is sealed with the key of its day and goes when it is dealt
-- with; which message it was and what it answered is known for as long as it may be edited.
create table received (
  id text primary key,
  channel text not null,
  external_id text not null,
  address text not null,
  at bigint not null,
  due_at bigint not null,
  attempts integer not null,
  failed_at bigint,
  key_id text not null,
  payload ${bytes},
  conversation_id text references conversation (id) on delete set null,
  message_id text,
  step text,
  pieces integer not null default 1
);
create unique index received_once on received (channel, external_id);
create index received_pending on received (channel, id) where payload is not null;
create index received_by_address on received (address) where payload is not null;
create index received_by_message on received (conversation_id, message_id)
  where conversation_id is not null;
create index received_by_time on received (at);

-- What is still to be said at an address: the messages of a turn, and what is asked then. So many
-- pieces of it went out already.
create table post (
  conversation_id text not null references conversation (id) on delete cascade,
  address text not null,
  first_message integer not null,
  last_message integer not null,
  pieces integer not null,
  at bigint not null,
  due_at bigint not null,
  attempts integer not null,
  primary key (conversation_id, address, last_message)
);
create index post_by_due on post (due_at);
