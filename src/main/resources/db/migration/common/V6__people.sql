-- SPDX-FileCopyrightText: The Skizzenlotse authors
-- SPDX-License-Identifier: Apache-2.0
-- Several people may carry a conversation: what finds it knows for whom, each has a key of their
-- own, and a fact knows its turn, so that what somebody has not seen can be told.

alter table token add column person integer not null default 1;
drop index token_of_one_key;
create unique index token_of_one_key on token (conversation_id, person) where kind = 'key';
alter table history add column turn integer not null default 0;
