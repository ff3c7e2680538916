-- Rosters that came in as workbooks: read, checked, mended in place, committed and, for a time, taken back.
create table imports (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null check (kind in ('members', 'employers', 'unions')),
  state text not null check (state in ('read', 'checked', 'done', 'undone')),
  upload uuid not null,
  file_name text not null,
  account uuid,
  at timestamptz not null,
  found jsonb not null,
  counts jsonb,
  -- What the user put right in place, and the first issues as shown: cells of people, so sealed.
  mended text,
  issues text,
  made uuid[] not null default '{}',
  batch uuid,
  done_at timestamptz,
  undone_at timestamptz,
  kept integer,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index imports_path on imports (union_path, at desc);
call scope_by_union('imports');

-- What an import changed on a record that was there already: the values before, to put them back.
create table import_updates (
  import_id uuid not null references imports (id),
  member_id uuid not null,
  union_id uuid not null,
  union_path text collate "C" not null,
  version integer not null,
  before text not null,
  primary key (import_id, member_id),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index import_updates_member on import_updates (member_id);
call scope_by_union('import_updates');

-- How far a long check or commit has come; written beside its transaction, so that it can be seen before the end.
create table import_progress (
  import_id uuid primary key,
  account uuid not null,
  done integer not null,
  at timestamptz not null default now()
);
alter table import_progress enable row level security;
do $$ begin
  execute format('create policy own on import_progress to gongqiao_post using (account = %s::uuid)', setting_of('app.account'));
end $$;
grant select, insert, update, delete on import_progress to gongqiao_post;
