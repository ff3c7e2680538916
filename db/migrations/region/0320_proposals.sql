-- The paths of the unions a person belongs to: his own and those above it. What a unit shows to everybody in it is read by these.
create function own_chain() returns text[] language sql stable security definer set search_path from current as $$
  select coalesce(array(select left(m.union_path, n) from members m, generate_series(4, length(m.union_path), 4) n
    where m.id = nullif(current_setting('app.me', true), '')::uuid and m.status in ('worker', 'member', 'retained') and m.merged_into is null), '{}')
$$;
revoke execute on function own_chain from public;
grant execute on function own_chain to gongqiao_self;

-- A collection of proposals (提案征集): from when until when, who may hand in, how many seconders a proposal takes.
create table proposal_windows (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  title text not null check (length(title) between 2 and 60),
  opens_on date not null,
  closes_on date not null,
  audience text not null check (audience in ('deputies', 'workers')),
  seconders_needed integer not null check (seconders_needed between 0 and 20),
  note text check (length(note) <= 600),
  -- The congress session it is for: its name now, its record where congresses are held on the platform.
  session_id uuid,
  session_title text check (length(session_title) <= 60),
  reported_on date,
  made_by uuid,
  made_at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (closes_on >= opens_on)
);
create index proposal_windows_path on proposal_windows (union_path, closes_on);
call scope_by_union('proposal_windows');
revoke delete on proposal_windows from gongqiao_post;
create policy of_my_unit on proposal_windows for select to gongqiao_self using (union_path = any (own_chain()));
grant select on proposal_windows to gongqiao_self;

-- One proposal. The facts of its present round stand in its row, so that the state follows from them in the row itself;
-- what earlier rounds brought is in `proposal_assignments`, `proposal_ratings` and `proposal_steps`.
create table proposals (
  id uuid primary key,
  union_id uuid not null,
  union_path text collate "C" not null,
  window_id uuid not null references proposal_windows (id),
  title text not null check (length(title) between 2 and 60),
  wrong text not null check (length(wrong) <= 2000),
  proposed text not null check (length(proposed) <= 2000),
  benefit text check (length(benefit) <= 1000),
  category text not null,
  delegation text check (length(delegation) <= 40),
  is_confidential boolean not null default false,
  submitted_on date not null,
  submitted_at timestamptz not null,
  withdrawn_on date,
  finding text check (finding in ('filed', 'advice', 'returned')),
  finding_why text check (length(finding_why) <= 500),
  examined_on date,
  year integer,
  number integer,
  merged_into uuid references proposals (id),
  merged_on date,
  round integer not null default 1 check (round in (1, 2)),
  assigned_on date,
  due_on date,
  answered_on date,
  outcome text check (outcome in ('adopted', 'partly', 'declined')),
  carried_on date,
  grade text check (grade in ('satisfied', 'mostly', 'dissatisfied')),
  graded_after text check (graded_after in ('answer', 'work')),
  state text not null generated always as (case
    when withdrawn_on is not null then 'withdrawn'
    when merged_into is not null then 'merged'
    when finding is null then 'collected'
    when finding <> 'filed' then finding
    when assigned_on is null then 'filed'
    when answered_on is null then 'assigned'
    when grade is not null and (outcome = 'declined' or graded_after = 'work') then 'closed'
    when carried_on is not null then 'carriedOut'
    else 'answered' end) stored,
  unique (union_id, year, number),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((finding is null) = (examined_on is null)),
  check ((number is null) = (year is null)),
  check ((outcome is null) = (answered_on is null)),
  check ((merged_into is null) = (merged_on is null)),
  check (merged_into <> id),
  check ((grade is null) = (graded_after is null))
);
create index proposals_path on proposals (union_path, submitted_on);
create index proposals_answered on proposals (answered_on, union_path) where answered_on is not null;
create index proposals_window on proposals (window_id);
create index proposals_merged on proposals (merged_into) where merged_into is not null;
call scope_by_union('proposals');
revoke delete on proposals from gongqiao_post;

-- Who stands behind a proposal as its author: the first hands it in. A name is open to the unit unless its owner asked otherwise.
create table proposal_authors (
  id uuid primary key default gen_random_uuid(),
  proposal_id uuid not null references proposals (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  member_id uuid not null references members (id),
  author_name text not null check (length(author_name) between 1 and 60),
  is_deputy boolean not null,
  is_open boolean not null,
  unique (proposal_id, member_id),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index proposal_authors_member on proposal_authors (member_id);
create index proposal_authors_path on proposal_authors (union_path);
call scope_by_union('proposal_authors');
revoke delete on proposal_authors from gongqiao_post;

-- The proposals a person wrote, and those his were merged into; asked by policies, so that these do not ask each other in a circle.
create function own_proposals() returns setof uuid language sql stable security definer set search_path from current as $$
  select a.proposal_id from proposal_authors a where a.member_id = nullif(current_setting('app.me', true), '')::uuid
  union select p.merged_into from proposal_authors a join proposals p on p.id = a.proposal_id
    where a.member_id = nullif(current_setting('app.me', true), '')::uuid and p.merged_into is not null
$$;
revoke execute on function own_proposals from public;
grant execute on function own_proposals to gongqiao_self;

create policy of_my_unit on proposals for select to gongqiao_self
  using (union_path = any (own_chain()) and not is_confidential or id in (select own_proposals()));
create policy begun on proposals for insert to gongqiao_self with check (union_path = any (own_chain()) and finding is null and assigned_on is null
  and grade is null and merged_into is null and exists (select from proposal_windows w where w.id = window_id and w.union_id = proposals.union_id));
create policy own on proposals for update to gongqiao_self using (id in (select own_proposals()));
grant select, insert, update (title, wrong, proposed, benefit, category, delegation, withdrawn_on, finding, finding_why, examined_on, round,
  assigned_on, due_on, answered_on, outcome, carried_on, grade, graded_after) on proposals to gongqiao_self;
create policy of_my_unit on proposal_authors for select to gongqiao_self
  using (union_path = any (own_chain()) and (is_open or proposal_id in (select own_proposals())));
create policy begun on proposal_authors for insert to gongqiao_self
  with check (member_id = nullif(current_setting('app.me', true), '')::uuid and union_path = any (own_chain()));
grant select, insert on proposal_authors to gongqiao_self;

-- Pairs of characters of what is proposed, for finding what is alike (docs/decisions/0007): equality and an interval of paths are all it
-- asks, so row-level security lets both use the index.
create table proposal_grams (
  gram integer not null,
  union_path text collate "C" not null,
  proposal_id uuid not null references proposals (id),
  union_id uuid not null,
  primary key (gram, union_path, proposal_id),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index proposal_grams_of on proposal_grams (proposal_id);
call scope_by_union('proposal_grams');
create policy of_my_unit on proposal_grams for select to gongqiao_self using (union_path = any (own_chain()));
create policy own on proposal_grams to gongqiao_self using (proposal_id in (select own_proposals()));
grant select, insert, delete on proposal_grams to gongqiao_self;

create table proposal_seconds (
  id uuid primary key default gen_random_uuid(),
  proposal_id uuid not null references proposals (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  member_id uuid not null references members (id),
  seconder_name text not null check (length(seconder_name) between 1 and 60),
  is_deputy boolean not null,
  at timestamptz not null,
  unique (proposal_id, member_id),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index proposal_seconds_member on proposal_seconds (member_id);
create index proposal_seconds_path on proposal_seconds (union_path);
call scope_by_union('proposal_seconds');
revoke insert, update, delete on proposal_seconds from gongqiao_post;
-- A merge of two records of one person moves what he did.
grant update (member_id) on proposal_seconds to gongqiao_post;
create policy of_my_unit on proposal_seconds for select to gongqiao_self using (union_path = any (own_chain()));
create policy own on proposal_seconds for insert to gongqiao_self
  with check (member_id = nullif(current_setting('app.me', true), '')::uuid and union_path = any (own_chain()));
grant select, insert on proposal_seconds to gongqiao_self;

-- To whom it was given, each of them answers by itself (主办、协办); one row a handler and round.
create table proposal_assignments (
  id uuid primary key default gen_random_uuid(),
  proposal_id uuid not null references proposals (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  round integer not null,
  handler text not null check (length(handler) between 2 and 40),
  is_lead boolean not null,
  is_complex boolean not null,
  assigned_on date not null,
  due_on date not null,
  answered_on date,
  outcome text check (outcome in ('adopted', 'partly', 'declined')),
  solved text check (solved in ('solved', 'planned', 'reference')),
  answer text check (length(answer) between 10 and 2000),
  signed_by text check (length(signed_by) between 2 and 40),
  answered_by uuid,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (due_on >= assigned_on),
  check ((answered_on is null) = (outcome is null) and (outcome is null) = (answer is null) and (answer is null) = (signed_by is null)),
  unique (proposal_id, round, handler)
);
create unique index proposal_assignments_lead on proposal_assignments (proposal_id, round) where is_lead;
create index proposal_assignments_path on proposal_assignments (union_path, due_on);

-- What carrying it out brought in money, so long from when until when; only what finance confirmed counts, by one voucher once.
create table proposal_effects (
  id uuid primary key default gen_random_uuid(),
  proposal_id uuid not null references proposals (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  from_on date not null,
  until_on date not null,
  stated_fen bigint not null check (stated_fen > 0),
  basis text not null check (length(basis) between 4 and 500),
  stated_on date not null,
  stated_by uuid not null,
  confirmed_fen bigint check (confirmed_fen > 0 and confirmed_fen <= stated_fen),
  confirmed_on date,
  confirmed_by uuid,
  finance_name text check (length(finance_name) between 2 and 40),
  voucher text check (length(voucher) between 2 and 60),
  rejected_on date,
  rejected_why text check (length(rejected_why) between 4 and 300),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (until_on >= from_on),
  check (confirmed_on is null or rejected_on is null),
  check ((confirmed_on is null) = (confirmed_fen is null) and (confirmed_on is null) = (voucher is null) and (confirmed_on is null) = (finance_name is null)),
  check (confirmed_by <> stated_by),
  constraint proposal_effects_once exclude using gist (proposal_id with =, daterange(from_on, until_on, '[]') with &&) where (rejected_on is null)
);
create unique index proposal_effects_voucher on proposal_effects (union_id, voucher) where confirmed_on is not null;
create index proposal_effects_path on proposal_effects (union_path, confirmed_on);

create table proposal_ratings (
  id uuid primary key default gen_random_uuid(),
  proposal_id uuid not null references proposals (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  round integer not null,
  rated_after text not null check (rated_after in ('answer', 'work')),
  grade text not null check (grade in ('satisfied', 'mostly', 'dissatisfied')),
  reason text check (length(reason) <= 500),
  member_id uuid not null references members (id),
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  unique (proposal_id, round, rated_after)
);
create index proposal_ratings_path on proposal_ratings (union_path);

-- The thread: everything that became of it, in order, in words that all of the unit may read.
create table proposal_steps (
  id uuid primary key default gen_random_uuid(),
  seq bigint generated always as identity,
  proposal_id uuid not null references proposals (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null,
  on_day date not null,
  note text check (length(note) <= 2000),
  by_title text not null check (length(by_title) <= 80),
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index proposal_steps_of on proposal_steps (proposal_id, seq);
create index proposal_steps_path on proposal_steps (union_path);

-- Voice notes and pictures of the author, evidence of what was carried out; sealed.
create table proposal_files (
  id uuid primary key,
  proposal_id uuid not null references proposals (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null check (kind in ('voice', 'photo', 'evidence')),
  type text not null,
  size integer not null check (size > 0),
  seconds integer,
  body_sealed text not null,
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index proposal_files_of on proposal_files (proposal_id);
create index proposal_files_path on proposal_files (union_path);

-- What hangs on a proposal is read by whoever may read the proposal.
do $$
declare part text;
begin
  foreach part in array array['proposal_assignments', 'proposal_effects', 'proposal_ratings', 'proposal_steps', 'proposal_files'] loop
    execute format('call scope_by_union(%L)', part);
    execute format('revoke delete on %I from gongqiao_post', part);
    execute format('create policy of_my_unit on %1$I for select to gongqiao_self using (exists (select from proposals p where p.id = proposal_id and p.union_id = %1$I.union_id))', part);
    execute format('grant select on %I to gongqiao_self', part);
  end loop;
  foreach part in array array['proposal_assignments', 'proposal_ratings', 'proposal_steps', 'proposal_files'] loop
    execute format('create policy own on %1$I for insert to gongqiao_self with check (exists (select from proposals p where p.id = proposal_id and p.union_id = %1$I.union_id and p.id in (select own_proposals())))', part);
    execute format('grant insert on %I to gongqiao_self', part);
  end loop;
  foreach part in array array['proposal_windows', 'proposals', 'proposal_assignments'] loop
    execute format('call touching(%L, ''union_id'')', part);
  end loop;
end $$;
revoke update on proposal_ratings, proposal_steps, proposal_files from gongqiao_post;
grant update (member_id) on proposal_ratings to gongqiao_post;
-- A seconder leaves his step too, on a proposal that is not his.
create policy seconded on proposal_steps for insert to gongqiao_self
  with check (kind = 'seconded' and exists (select from proposals p where p.id = proposal_id and p.union_id = proposal_steps.union_id));
