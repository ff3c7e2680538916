-- Transfers of membership (会籍转移): one foot in each union, so a row is seen and written from both sides.
create table transfers (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references members (id),
  name text collate "C" not null,
  from_union_id uuid not null,
  from_path text collate "C" not null,
  to_union_id uuid not null,
  to_path text collate "C" not null,
  started_by text not null check (started_by in ('member', 'old', 'new')),
  ground text not null check (ground in ('newEmployer', 'noUnion', 'other')),
  note text,
  started_at timestamptz not null,
  started_on date not null,
  due_on date not null,
  agreed_at timestamptz,
  agreed_paper text,
  released_at timestamptz,
  released_by text,
  taken_at timestamptz,
  taken_by text,
  state text not null check (state in ('started', 'released', 'accepted', 'refused', 'withdrawn')),
  ended_at timestamptz,
  ended_on date,
  refused_by text check (refused_by in ('member', 'old', 'new')),
  reason text,
  version integer not null default 1,
  foreign key (from_union_id, from_path) references unions (id, path) on update cascade,
  foreign key (to_union_id, to_path) references unions (id, path) on update cascade,
  check (from_union_id <> to_union_id),
  check ((state in ('started', 'released')) = (ended_at is null)),
  check (state <> 'accepted' or (agreed_at is not null and released_at is not null and taken_at is not null)),
  check ((state = 'refused') = (refused_by is not null))
);
-- One person is on the way to one union at a time: of two unions that ask for him, the second is told.
create unique index transfers_open on transfers (member_id) where state in ('started', 'released');
create index transfers_member on transfers (member_id, started_at);
create index transfers_from on transfers (from_path, state, due_on);
create index transfers_to on transfers (to_path, state, due_on);
alter table transfers enable row level security;
do $$ begin
  execute format('create policy post on transfers to gongqiao_post using (from_path >= %1$s and from_path < %2$s or to_path >= %1$s and to_path < %2$s)',
    setting_of('app.lo'), setting_of('app.hi'));
end $$;
grant select, insert, update on transfers to gongqiao_post;
call scope_by_self('transfers', 'member_id',
  'select, insert, update (state, agreed_at, ended_at, ended_on, refused_by, reason, version)');
