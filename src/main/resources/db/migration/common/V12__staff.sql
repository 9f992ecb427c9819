-- SPDX-FileCopyrightText: The Skizzenlotse authors
-- SPDX-License-Identifier: Apache-2.0
-- Who of the team may sign in, and who is signed in. A secret that finds something is there as its
-- keyed hash only; the key of the second factor is sealed with a key of the accounts' own.

create table staff (
  id text primary key,
  login text not null,
  name text not null,
  role text not null,
  language text not null,
  shortcuts integer not null,
  password text,
  otp ${bytes},
  otp_step bigint not null,
  issuer text,
  subject text,
  made_at bigint not null,
  locked_at bigint,
  seen_at bigint
);
create unique index staff_by_login on staff (login);
create unique index staff_by_subject on staff (issuer, subject) where subject is not null;

-- A code each for when the second factor is not at hand; a used one is gone.
create table staff_recovery (
  staff_id text not null references staff (id) on delete cascade,
  hash text not null,
  primary key (staff_id, hash)
);

-- One browser each; it ends when it is idle for long, and in any case at its end.
create table staff_session (
  hash text primary key,
  staff_id text not null references staff (id) on delete cascade,
  made_at bigint not null,
  used_at bigint not null,
  ends_at bigint not null
);
create index staff_session_by_staff on staff_session (staff_id);

-- A link by which somebody sets password and second factor, once. Without an account it makes the
-- first one.
create table staff_link (
  hash text primary key,
  staff_id text references staff (id) on delete cascade,
  ends_at bigint not null
);
create unique index staff_link_by_staff on staff_link (staff_id) where staff_id is not null;

-- Attempts to sign in that did not succeed, by the hash of what was tried and of who tried.
create table staff_attempt (
  id text primary key,
  account text not null,
  visitor text not null,
  at bigint not null
);
create index staff_attempt_by_account on staff_attempt (account, at);
create index staff_attempt_by_visitor on staff_attempt (visitor, at);
create index staff_attempt_by_time on staff_attempt (at);

alter table audit add column who text not null default '';
create index audit_by_who on audit (who) where who <> '';
