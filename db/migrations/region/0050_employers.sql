-- The register of employers, with and without a union (ORG-02): where there are workers there shall be a union.
create table employers (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  name text not null check (length(name) between 2 and 100),
  pinyin text collate "C" not null default '',
  initials text collate "C" not null default '',
  credit_code text unique check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  unit_kind text not null check (unit_kind in ('enterprise', 'institution', 'office', 'social', 'individual', 'other')),
  ownership text,
  sector text,
  address text,
  headcount integer check (headcount >= 0),
  set_up_on date,
  source text,
  stage text not null default 'none' check (stage in ('none', 'contact', 'preparing', 'founded', 'refused', 'closed')),
  stage_on date,
  covered_by uuid references unions (id),
  organiser_id uuid,
  organiser_name text,
  next_step text,
  next_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((covered_by is not null) <= (stage = 'founded'))
);
create index employers_list on employers (union_path, stage);
create index employers_union on employers (union_id);
create index employers_covered on employers (covered_by);
create index employers_name on employers (name);
create index employers_initials on employers (initials);
create index employers_pinyin on employers (pinyin);
create index employers_organiser on employers (organiser_id);
call scope_by_union('employers');

-- Each contact, step and refusal on the way to a union.
create table employer_steps (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references employers (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  stage text not null,
  on_day date not null,
  note text not null check (length(note) between 2 and 1000),
  account uuid,
  post_title text,
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index employer_steps_employer on employer_steps (employer_id, on_day);
create index employer_steps_path on employer_steps (union_path);
call scope_by_union('employer_steps');

-- A unit that blocks joining or founding (工会法 51): asked to correct by the labour administration, then by the government.
create table employer_obstructions (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references employers (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  facts text not null check (length(facts) between 10 and 2000),
  opened_on date not null,
  labour_asked_on date,
  labour_result text,
  government_asked_on date,
  government_result text,
  closed_on date,
  outcome text,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (government_asked_on is null or labour_asked_on is not null)
);
create unique index employer_obstructions_open on employer_obstructions (employer_id) where closed_on is null;
create index employer_obstructions_path on employer_obstructions (union_path);
call scope_by_union('employer_obstructions');

-- The key enterprises that a superior guides through founding, election and congress (ORG-13).
create table key_employers (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null unique references employers (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  instructor_id uuid,
  instructor_name text,
  founding text not null default 'open' check (founding in ('open', 'underway', 'done')),
  election text not null default 'open' check (election in ('open', 'underway', 'done')),
  congress text not null default 'open' check (congress in ('open', 'underway', 'done')),
  since date not null,
  version integer not null default 1,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index key_employers_path on key_employers (union_path);
call scope_by_union('key_employers');

create table key_employer_visits (
  id uuid primary key default gen_random_uuid(),
  key_id uuid not null references key_employers (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null check (kind in ('visit', 'advice')),
  process text check (process in ('founding', 'election', 'congress')),
  on_day date not null,
  note text not null check (length(note) between 2 and 1000),
  account uuid,
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index key_employer_visits_key on key_employer_visits (key_id, on_day);
create index key_employer_visits_path on key_employer_visits (union_path);
call scope_by_union('key_employer_visits');

-- What an import wrote, row by row, so that it can be taken back whole.
create table employer_imports (
  batch uuid not null,
  employer_id uuid not null,
  union_id uuid not null,
  union_path text collate "C" not null,
  old_values jsonb,
  version integer not null,
  primary key (batch, employer_id),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index employer_imports_path on employer_imports (union_path);
call scope_by_union('employer_imports');
