-- A change of the organisation network as a procedure (ORG-06): filed by the union, decided by a superior, kept for good.
create table union_changes (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null check (kind in ('rename', 'move', 'kind', 'chair', 'merge', 'dissolve')),
  state text not null check (state in ('drafted', 'filed', 'returned', 'approved', 'withdrawn', 'undone')),
  asked jsonb not null,
  was jsonb not null,
  grounds text not null check (length(grounds) between 4 and 2000),
  papers jsonb not null default '[]',
  effective_on date not null,
  filed_by_union uuid not null references unions (id),
  waits_for uuid references unions (id),
  layers integer not null default 1 check (layers between 1 and 3),
  filed_at timestamptz,
  decided_at timestamptz,
  decided_by_union uuid references unions (id),
  outside_paper text,
  ended uuid[] not null default '{}',
  register_by date,
  registered_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create unique index union_changes_open on union_changes (union_id, kind) where state in ('drafted', 'filed', 'returned');
create index union_changes_path on union_changes (union_path, state);
create index union_changes_waits on union_changes (waits_for) where state = 'filed';
create index union_changes_register on union_changes (register_by) where registered_on is null and register_by is not null;
call scope_by_union('union_changes');

-- Each step of a change: who at which union did what when. The days each layer takes are read from here (ORG-11).
create table union_change_steps (
  id uuid primary key default gen_random_uuid(),
  change_id uuid not null references union_changes (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  step text not null check (step in ('filed', 'agreed', 'returned', 'approved', 'withdrawn', 'relocated', 'registered', 'undone')),
  at_union uuid not null references unions (id),
  layer integer not null default 0,
  note text,
  account uuid,
  post_title text,
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index union_change_steps_change on union_change_steps (change_id, at);
create index union_change_steps_path on union_change_steps (union_path, at);
call scope_by_union('union_change_steps');
revoke update, delete on union_change_steps from gongqiao_post;

-- How many layers of superiors decide on each kind of change, from a day on: the layers can be reduced, and the days before and after compared.
create table union_change_chains (
  kind text not null,
  from_on date not null,
  layers integer not null check (layers between 1 and 3),
  primary key (kind, from_on)
);
alter table union_change_chains enable row level security;
create policy everyone on union_change_chains for select to gongqiao_post using (true);
create policy top on union_change_chains for all to gongqiao_post using (length((select current_setting('app.lo', true))) <= 4);
grant select, insert, update on union_change_chains to gongqiao_post;
