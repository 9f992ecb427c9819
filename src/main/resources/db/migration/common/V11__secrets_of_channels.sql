-- SPDX-FileCopyrightText: The Skizzenlotse authors
-- SPDX-License-Identifier: Apache-2.0
-- What a channel must not lose, such as the recovery key of its account: sealed with a key of the
-- channel's own.

create table channel_secret (
  channel text not null,
  name text not null,
  payload ${bytes} not null,
  primary key (channel, name)
);
