-- Standards that a superior publishes for the unions below (ORG-12, ORG-16): what is asked, item by item. A programme (学习型, 创新型, 服务型) is
-- a standard like any other.
create table standards (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  title text not null check (length(title) between 2 and 60),
  programme text not null check (length(programme) between 2 and 20),
  purpose text not null default '' check (length(purpose) <= 1000),
  for_kinds text[] not null check (cardinality(for_kinds) >= 1),
  for_unit_types text[] not null default '{}',
  scoring text not null check (scoring in ('points', 'pass')),
  cycle text not null check (cycle in ('year', 'halfYear', 'once')),
  levels jsonb not null,
  valid_months integer not null check (valid_months between 1 and 60),
  items jsonb not null,
  follows uuid references standards (id),
  published_at timestamptz,
  withdrawn_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (withdrawn_at is null or published_at is not null)
);
create index standards_path on standards (union_path);
call scope_by_union('standards');
-- A published standard is for every union below to read.
create policy published on standards for select to gongqiao_post using (published_at is not null);

-- What was published is not rewritten: another one follows it.
create function standards_stay() returns trigger language plpgsql as $$
begin
  if old.published_at is not null and to_jsonb(old) - array['union_path', 'withdrawn_at', 'version']
    <> to_jsonb(new) - array['union_path', 'withdrawn_at', 'version'] then
    raise exception 'a published standard is not changed';
  end if;
  return new;
end $$;
create trigger stay before update on standards for each row execute function standards_stay();

-- A union's check against a standard in a cycle: its own answers, what the records said when it was handed in, and the superior's review.
create table standard_checks (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  standard_id uuid not null references standards (id),
  cycle text not null check (length(cycle) between 4 and 10),
  opened_at timestamptz not null,
  handed_in_at timestamptz,
  returned_at timestamptz,
  return_reason text check (length(return_reason) <= 500),
  concluded_at timestamptz,
  concluded_by uuid,
  points integer,
  level text,
  valid_until date,
  remark text check (length(remark) <= 500),
  revoked_at timestamptz,
  revoke_reason text check (length(revoke_reason) <= 500),
  version integer not null default 1,
  unique (standard_id, union_id, cycle),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (concluded_at is null or handed_in_at is not null),
  check ((revoked_at is null) = (revoke_reason is null))
);
create index standard_checks_path on standard_checks (union_path);
create index standard_checks_standard on standard_checks (standard_id, union_path);
call scope_by_union('standard_checks');

-- One item of a check. `fact_*` is what the records said at the hand-in, kept as it stood.
create table standard_answers (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  check_id uuid not null references standard_checks (id),
  item text not null,
  is_met boolean,
  note text check (length(note) <= 1000),
  fact_value numeric(12, 2),
  fact_says text,
  review text check (review in ('met', 'notMet')),
  review_reason text check (length(review_reason) <= 500),
  due_on date,
  mended_on date,
  mended_how text check (length(mended_how) <= 500),
  unique (check_id, item),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((mended_on is null) = (mended_how is null))
);
create index standard_answers_path on standard_answers (union_path);
create index standard_answers_gaps on standard_answers (union_path) where review = 'notMet' and mended_on is null;
call scope_by_union('standard_answers');

-- Evidence files, sealed.
create table standard_evidence (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  check_id uuid not null references standard_checks (id),
  item text not null,
  name text not null check (length(name) between 1 and 200),
  size integer not null,
  body text not null,
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index standard_evidence_check on standard_evidence (check_id, item);
create index standard_evidence_path on standard_evidence (union_path);
call scope_by_union('standard_evidence');
