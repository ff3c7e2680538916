-- Activists (积极分子, CAD-06): whom workers nominated or a union found by what he takes part in, his tasks and deeds, what he was proposed for.
create table activists (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  member_id uuid not null references members (id),
  person_name text not null,
  found_on date not null,
  found_how text not null check (found_how in ('nominated', 'participation', 'union')),
  reason text not null check (length(reason) between 4 and 300),
  ended_on date,
  ended_why text check (length(ended_why) <= 200),
  version integer not null default 1,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((ended_on is null) = (ended_why is null)),
  check (ended_on is null or ended_on >= found_on)
);
create unique index activists_one on activists (member_id) where ended_on is null;
create index activists_path on activists (union_path, found_on);
call scope_by_union('activists');
call scope_by_self('activists', 'member_id');

-- A worker names a colleague, in his own words; the union looks who is meant. Who nominated is seen by the union, not by the nominee.
create table activist_nominations (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  by_member uuid not null references members (id),
  nominee_name text not null check (length(nominee_name) between 2 and 60),
  nominee_place text check (length(nominee_place) <= 60),
  reason text not null check (length(reason) between 4 and 300),
  at timestamptz not null,
  withdrawn_at timestamptz,
  decided_at timestamptz,
  decision text check (decision in ('accepted', 'refused')),
  decision_reason text check (length(decision_reason) <= 300),
  activist_id uuid references activists (id),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((decided_at is null) = (decision is null))
);
create index activist_nominations_path on activist_nominations (union_path, at);
create index activist_nominations_by on activist_nominations (by_member);
call scope_by_union('activist_nominations');
call scope_by_self('activist_nominations', 'by_member',
  'select, insert (union_id, union_path, by_member, nominee_name, nominee_place, reason, at), update (withdrawn_at)');

create table activist_tasks (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  activist_id uuid not null references activists (id),
  title text not null check (length(title) between 2 and 80),
  given_on date not null,
  due_on date,
  done_on date,
  outcome text check (length(outcome) <= 300),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((done_on is null) = (outcome is null))
);
create index activist_tasks_activist on activist_tasks (activist_id);
create index activist_tasks_path on activist_tasks (union_path);
call scope_by_union('activist_tasks');

create table activist_deeds (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  activist_id uuid not null references activists (id),
  on_day date not null,
  deed text not null check (length(deed) between 4 and 500),
  recorded_at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index activist_deeds_activist on activist_deeds (activist_id);
create index activist_deeds_path on activist_deeds (union_path);
call scope_by_union('activist_deeds');

create table activist_proposals (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  activist_id uuid not null references activists (id),
  for_what text not null check (for_what in ('post', 'training', 'award')),
  proposal text not null check (length(proposal) between 4 and 300),
  proposed_on date not null,
  proposed_by uuid,
  decided_on date,
  decision text check (decision in ('accepted', 'refused')),
  decision_reason text check (length(decision_reason) <= 300),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((decided_on is null) = (decision is null))
);
create index activist_proposals_activist on activist_proposals (activist_id);
create index activist_proposals_path on activist_proposals (union_path);
call scope_by_union('activist_proposals');
