-- SPDX-FileCopyrightText: The Skizzenlotse authors
-- SPDX-License-Identifier: Apache-2.0
-- To whom an applicant's mail goes is sealed with the key of the conversation. Which of several
-- recipients have it already is kept as keyed hashes of their addresses.

alter table outbox add column payload ${bytes};
alter table outbox add column why text;
alter table outbox add column reached text;
alter table outbox add column handled_at bigint;

create index outbox_by_given_up on outbox (given_up_at)
  where given_up_at is not null and handled_at is null;
create index conversation_by_lifecycle on conversation (lifecycle);
