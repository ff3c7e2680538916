-- Democratic appraisals (民主评议, DEM-19, WC-34): who or what is appraised, by whom, on which questions; the marks are a secret ballot.
create table appraisals (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null check (kind in ('leaders', 'cadres', 'unionWork')),
  electorate text not null check (electorate in ('deputies', 'workers')),
  title text not null check (length(title) between 4 and 80),
  subjects text[] not null check (cardinality(subjects) between 1 and 30),
  items text[] not null check (cardinality(items) between 1 and 12),
  made_on date not null,
  ballot_id uuid references ballots (id),
  opened_on date,
  closes_on date,
  counted_on date,
  -- Too few came for marks to be told without pointing at people: the count stays unread.
  is_withheld boolean not null default false,
  reported_on date,
  reported_at_meeting text check (length(reported_at_meeting) between 2 and 80),
  published_on date,
  version integer not null default 1,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((ballot_id is null) = (opened_on is null)),
  check (counted_on is null or opened_on is not null),
  check ((reported_on is null) = (reported_at_meeting is null)),
  check (published_on is null or (reported_on is not null and not is_withheld))
);
create index appraisals_path on appraisals (union_path, made_on desc);
call scope_by_union('appraisals');
revoke delete on appraisals from gongqiao_post;
-- Who is on the roll sees what he may mark; once published, every worker of the unit reads the result.
create policy concerned on appraisals for select to gongqiao_self using (
  exists (select from ballot_roll r where r.ballot_id = appraisals.ballot_id)
  or (published_on is not null and exists (select from members m where m.status in ('worker', 'member', 'retained') and m.merged_into is null
    and m.union_path >= appraisals.union_path and m.union_path < appraisals.union_path || '~')));
grant select on appraisals to gongqiao_self;

-- What follows from it: named, with an owner and a day, closed with evidence.
create table appraisal_improvements (
  id uuid primary key default gen_random_uuid(),
  appraisal_id uuid not null references appraisals (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  subject text not null,
  title text not null check (length(title) between 4 and 120),
  owner text not null check (length(owner) between 2 and 60),
  due_on date not null,
  done_on date,
  evidence text check (length(evidence) between 4 and 500),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((done_on is null) = (evidence is null))
);
create index appraisal_improvements_of on appraisal_improvements (appraisal_id);
create index appraisal_improvements_path on appraisal_improvements (union_path);
call scope_by_union('appraisal_improvements');
create policy concerned on appraisal_improvements for select to gongqiao_self
  using (exists (select from appraisals a where a.id = appraisal_id and a.published_on is not null));
grant select on appraisal_improvements to gongqiao_self;
