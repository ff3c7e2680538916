-- The organisation network. A union's path is its place in the tree: labels of four characters, so that a subtree is an interval.
create table unions (
  id uuid primary key default gen_random_uuid(),
  path text collate "C" not null unique check (path ~ '^([0-9a-z]{4})+$'),
  parent_id uuid references unions (id),
  kind text not null,
  unit_type text not null,
  state text not null check (state in ('preparing', 'active', 'dissolved')),
  name text not null check (length(name) between 2 and 80),
  short_name text,
  pinyin text collate "C" not null default '',
  initials text collate "C" not null default '',
  code text unique,
  credit_code text unique check (credit_code ~ '^8[19][0-9A-HJ-NPQRTUWXY]{16}$'),
  place text,
  sector text,
  founded_on date,
  dissolved_on date,
  effective_on date not null,
  last_label integer not null default 0,
  version integer not null default 1,
  unique (id, path),
  check (length(path) = 4 or parent_id is not null)
);
create index unions_parent on unions (parent_id);
create index unions_pinyin on unions (pinyin);
create index unions_initials on unions (initials);
call scope_by_union('unions', 'path');

-- What a union was called and where it stood on any day.
create table union_versions (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  valid_from date not null,
  valid_to date,
  parent_id uuid,
  kind text not null,
  unit_type text not null,
  state text not null,
  name text not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (valid_to is null or valid_to >= valid_from)
);
create index union_versions_union on union_versions (union_id, valid_from);
create index union_versions_path on union_versions (union_path);
call scope_by_union('union_versions');

create function keep_union_version() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'UPDATE' then
    if (old.parent_id, old.kind, old.unit_type, old.state, old.name) is not distinct from
       (new.parent_id, new.kind, new.unit_type, new.state, new.name) then
      return null;
    end if;
    update union_versions set valid_to = new.effective_on where union_id = new.id and valid_to is null;
  end if;
  insert into union_versions (union_id, union_path, valid_from, parent_id, kind, unit_type, state, name)
  values (new.id, new.path, new.effective_on, new.parent_id, new.kind, new.unit_type, new.state, new.name);
  return null;
end $$;
create trigger keep_version after insert or update on unions for each row execute function keep_union_version();

-- The names of unions are public (a worker must find the one to join, a transfer must name its goal); nothing else here is.
create view union_directory as select id, parent_id, kind, unit_type, state, name, short_name, pinyin, initials, place from unions;
grant select on union_directory to gongqiao_post, gongqiao_self, gongqiao_public;
