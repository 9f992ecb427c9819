-- how answers go from one version of a dialog to another
create table dialog_migration (
  from_hash text not null,
  to_hash text not null,
  dialog text not null,
  migration text not null,
  stored_at bigint not null,
  primary key (from_hash, to_hash)
);

-- until when a conversation stays on its version, whatever is in force
alter table conversation add column pinned_until bigint;
