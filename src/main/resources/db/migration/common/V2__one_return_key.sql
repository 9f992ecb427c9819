-- SPDX-FileCopyrightText: The Skizzenlotse authors
-- SPDX-License-Identifier: Apache-2.0
-- Of the tokens of a conversation one at most is the key by which one comes back.

create unique index token_of_one_key on token (conversation_id) where kind = 'key';
