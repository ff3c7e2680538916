-- A post that is to be filled (CAD-05), and how whoever holds one was chosen (CAD-01). The state follows from the days: prepared, announced,
-- chosen (public notice runs), filled or called off.
create table openings (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  title text not null check (length(title) between 2 and 40),
  -- The kind of post; none for a job that is no post of the union (a hired organiser, a lawyer).
  kind text collate "C",
  way text collate "C" not null check (way in ('recruitment', 'competition', 'recommendation', 'secondment')),
  seats integer not null check (seats between 1 and 50),
  full_time boolean not null,
  duties text[] not null check (cardinality(duties) between 1 and 20),
  profile text not null check (length(profile) between 4 and 1000),
  vacant_since date not null,
  apply_until date not null,
  created_at timestamptz not null,
  announced_on date,
  ended_on date,
  ended_why text check (length(ended_why) <= 200),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (announced_on is null or apply_until >= announced_on),
  check (ended_why is null or ended_on is not null)
);
create index openings_path on openings (union_path, vacant_since);
call scope_by_union('openings');
-- What is announced is for everybody who signs in to read.
create policy announced on openings for select to gongqiao_self using (announced_on is not null);
grant select on openings to gongqiao_self;

-- Who applied, was recommended or was looked at, with the evidence for each criterion and what the workers and the superior said.
create table opening_candidates (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  opening_id uuid not null references openings (id),
  member_id uuid references members (id),
  person_name text not null check (length(person_name) between 2 and 60),
  came text collate "C" not null check (came in ('applied', 'recommended', 'looked')),
  statement text not null check (length(statement) between 4 and 1000),
  has_theory boolean not null default false,
  has_practice boolean not null default false,
  politics text check (length(politics) between 4 and 500),
  management text check (length(management) between 4 and 500),
  profession text check (length(profession) between 4 and 500),
  trust text check (length(trust) between 4 and 500),
  workers_asked integer check (workers_asked > 0),
  workers_for integer check (workers_for >= 0 and workers_for <= workers_asked),
  superior_agrees boolean,
  superior_opinion text check (length(superior_opinion) between 4 and 500),
  at timestamptz not null,
  withdrawn_on date,
  dropped_on date,
  dropped_why text check (length(dropped_why) between 4 and 200),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((workers_asked is null) = (workers_for is null)),
  check ((superior_agrees is null) = (superior_opinion is null)),
  check ((dropped_on is null) = (dropped_why is null))
);
create unique index opening_candidates_one on opening_candidates (opening_id, member_id) where withdrawn_on is null;
create index opening_candidates_of on opening_candidates (opening_id, at);
create index opening_candidates_path on opening_candidates (union_path);
create index opening_candidates_member on opening_candidates (member_id);
call scope_by_union('opening_candidates');
call scope_by_self('opening_candidates', 'member_id',
  'select (id, opening_id, member_id, statement, at, withdrawn_on, dropped_on, dropped_why), insert (union_id, union_path, opening_id, member_id, person_name, came, statement, at), update (withdrawn_on)');

-- How somebody came to his post: way, who decided, the vote, the days of public notice, the appointment that followed.
create table cadre_selections (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  opening_id uuid references openings (id),
  candidate_id uuid unique references opening_candidates (id),
  appointment_id uuid unique references appointments (id),
  member_id uuid references members (id),
  person_name text not null,
  way text collate "C" not null check (way in ('recruitment', 'competition', 'recommendation', 'secondment', 'election', 'appointment')),
  decided_by text not null check (length(decided_by) between 4 and 120),
  decided_on date not null,
  entitled integer check (entitled > 0),
  present integer check (present between 0 and entitled),
  in_favour integer check (in_favour between 0 and present),
  against integer check (against >= 0 and in_favour + against <= present),
  evidence text not null check (length(evidence) between 4 and 1000),
  notice_until date,
  objections text check (length(objections) between 4 and 500),
  starts_on date,
  recorded_at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((opening_id is null) = (candidate_id is null)),
  check ((entitled is null) = (present is null) and (present is null) = (in_favour is null) and (in_favour is null) = (against is null)),
  check (notice_until is null or notice_until >= decided_on)
);
create index cadre_selections_path on cadre_selections (union_path, decided_on);
create index cadre_selections_opening on cadre_selections (opening_id);
create index cadre_selections_member on cadre_selections (member_id);
call scope_by_union('cadre_selections');
call scope_by_self('cadre_selections', 'member_id');
