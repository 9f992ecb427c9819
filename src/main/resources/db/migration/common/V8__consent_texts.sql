-- SPDX-FileCopyrightText: The Skizzenlotse authors
-- SPDX-License-Identifier: Apache-2.0
-- Every text that anybody agreed to, once, with the facts of the installation filled in: what a
-- receipt names by its hash. Nothing in it is about anybody.

create table consent_text (
  hash text primary key,
  text text not null,
  stored_at bigint not null
);
