-- SPDX-FileCopyrightText: The Skizzenlotse authors
-- SPDX-License-Identifier: Apache-2.0
-- Which text of a dialog somebody changed on the pages of the authors: what stood there before and
-- what stands there since. The files hold what counts; this only tells how it came about.
create table text_edit (
  id text primary key,
  dialog text not null,
  file text not null,
  place text not null,
  label text not null,
  before_text text not null,
  after_text text not null,
  author text not null,
  at bigint not null
);
create index text_edit_by_dialog on text_edit (dialog, at);
