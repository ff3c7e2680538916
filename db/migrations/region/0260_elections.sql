-- Elections within the statutory chain (ORG-08, DEM-02): plan, roll, candidates, notice, meeting, ballots, result, approval.
create table elections (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null check (kind in ('term', 'first', 'byElection', 'recall', 'deputies', 'delegates')),
  state text not null default 'open' check (state in ('open', 'approved', 'withdrawn', 'redone')),
  -- Where the chain stands, worked out by the rules after each act, so that a superior can list and filter.
  step text not null default 'plan',
  title text not null check (length(title) between 2 and 80),
  is_rehearsal boolean not null default false,
  plan jsonb not null,
  motion jsonb,
  members integer not null default 0,
  women integer not null default 0,
  term_ends_on date,
  delayed_until date,
  roll_published_on date,
  roll_until date,
  roll_frozen_at timestamptz,
  roll_hash text check (roll_hash ~ '^[0-9a-f]{64}$'),
  expected integer,
  is_nominated boolean not null default false,
  notice_on date,
  notice_until date,
  door_secret text not null,
  present integer,
  started_at timestamptz,
  officers_vote jsonb,
  announced_at timestamptz,
  elected_on date,
  number text check (length(number) <= 60),
  opened_by uuid,
  opened_at timestamptz not null,
  opened_on date not null,
  closed_on date,
  closed_why text,
  version integer not null default 1,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((roll_frozen_at is null) = (roll_hash is null)),
  check (present is null or present <= expected)
);
create index elections_path on elections (union_path, state, step);
create index elections_union on elections (union_id, opened_on);
-- One election of a kind at a time; a rehearsal beside it disturbs nothing.
create unique index elections_one on elections (union_id, kind, is_rehearsal) where state = 'open' and kind not in ('deputies', 'delegates', 'recall');

create table election_contests (
  id uuid primary key default gen_random_uuid(),
  election_id uuid not null references elections (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  position integer not null,
  post text not null,
  title text not null check (length(title) between 1 and 60),
  seats integer not null check (seats between 1 and 300),
  candidates_wanted integer not null check (candidates_wanted between 1 and 600),
  electorate text not null check (electorate in ('assembly', 'committee', 'audit', 'women', 'unit')),
  unit_id uuid,
  unit_name text,
  -- The end of the contest: all seats filled, or left open or reduced by a decision on record.
  settled_at timestamptz,
  left_open jsonb,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index election_contests_of on election_contests (election_id, position);
create index election_contests_path on election_contests (union_path);

-- Who has the vote, as it stood when the roll was frozen. Says who came and who was given paper; never how anybody voted.
create table election_roll (
  id uuid primary key default gen_random_uuid(),
  election_id uuid not null references elections (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  member_id uuid not null references members (id),
  name text collate "C" not null,
  sex text check (sex in ('male', 'female')),
  unit_id uuid not null,
  unit_name text not null,
  removed_on date,
  removed_why text check (length(removed_why) <= 200),
  present_how text check (present_how in ('qr', 'hand')),
  paper_given boolean not null default false,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  unique (election_id, member_id)
);
create index election_roll_list on election_roll (election_id, unit_name, name, id);
create index election_roll_member on election_roll (member_id);
create index election_roll_path on election_roll (union_path);

-- What people say against the roll or a candidate, and what came of it. Who objected is read by the union and its superiors only.
create table election_challenges (
  id uuid primary key default gen_random_uuid(),
  election_id uuid not null references elections (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  about text not null check (about in ('roll', 'candidate')),
  candidate_id uuid,
  member_id uuid references members (id),
  who text not null check (length(who) between 1 and 60),
  body text not null check (length(body) between 4 and 1000),
  on_day date not null,
  answered_on date,
  answer text check (answer in ('accepted', 'refused')),
  reply text check (length(reply) <= 500),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((answered_on is null) = (answer is null))
);
create index election_challenges_of on election_challenges (election_id);
create index election_challenges_member on election_challenges (member_id);
create index election_challenges_path on election_challenges (union_path);

create table election_candidates (
  id uuid primary key default gen_random_uuid(),
  election_id uuid not null references elections (id) on delete cascade,
  contest_id uuid not null references election_contests (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  member_id uuid not null references members (id),
  name text not null,
  sex text check (sex in ('male', 'female')),
  unit_name text,
  job text,
  is_front_line boolean not null default false,
  is_model boolean not null default false,
  is_manager boolean not null default false,
  ties jsonb not null default '{}',
  -- Which branches and groups recommended him, and how many there.
  recommended jsonb not null default '[]',
  is_shortlisted boolean not null default false,
  consented_on date,
  consent_how text check (consent_how in ('phone', 'paper')),
  dropped_on date,
  dropped_why text check (length(dropped_why) <= 200),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  unique (contest_id, member_id)
);
create index election_candidates_of on election_candidates (election_id, contest_id);
create index election_candidates_member on election_candidates (member_id);
create index election_candidates_path on election_candidates (union_path);

create table election_officers (
  id uuid primary key default gen_random_uuid(),
  election_id uuid not null references elections (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  role text not null check (role in ('chiefScrutineer', 'scrutineer', 'chiefTeller', 'teller')),
  member_id uuid not null references members (id),
  name text not null,
  -- What a teller types before his count is taken; a hash, shown once when it is made.
  code_hash text,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  unique (election_id, member_id, role)
);
create index election_officers_member on election_officers (member_id);
create index election_officers_path on election_officers (union_path);

-- One ballot of one contest: expected and present frozen as it opened, the agreed count, the result with its working.
create table election_rounds (
  id uuid primary key default gen_random_uuid(),
  election_id uuid not null references elections (id) on delete cascade,
  contest_id uuid not null references election_contests (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  number integer not null,
  kind text not null check (kind in ('primary', 'main', 'runOff', 'gap')),
  seats integer not null check (seats > 0),
  expected integer not null,
  present integer not null check (present <= expected),
  candidates jsonb not null,
  ballot_id uuid,
  opened_at timestamptz not null,
  closed_at timestamptz,
  paper_issued integer not null default 0,
  -- The paper ballots as agreed; `sheet` is paper and box together.
  paper_sheet jsonb,
  sheet jsonb,
  differences jsonb,
  let_stand text check (length(let_stand) <= 300),
  result jsonb,
  settled_at timestamptz,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  unique (contest_id, number)
);
create index election_rounds_of on election_rounds (election_id, opened_at);
create index election_rounds_path on election_rounds (union_path);

-- What one teller keyed in. Two a round, by two tellers; neither is shown before both are there.
create table election_counts (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references election_rounds (id) on delete cascade,
  election_id uuid not null references elections (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  teller_id uuid not null references election_officers (id),
  sheet jsonb not null,
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  unique (round_id, teller_id)
);
create index election_counts_of on election_counts (election_id);
create index election_counts_teller on election_counts (teller_id);
create index election_counts_path on election_counts (union_path);

-- What went up to the superior each time, as it stood then, and the answer.
create table election_filings (
  id uuid primary key default gen_random_uuid(),
  election_id uuid not null references elections (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  what text not null check (what in ('plan', 'candidates', 'delay', 'result')),
  round integer not null,
  content jsonb not null,
  filed_at timestamptz not null,
  answer_by date not null,
  answered_at timestamptz,
  answer text check (answer in ('agreed', 'returned', 'redo')),
  number text check (length(number) <= 60),
  reason text check (length(reason) <= 500),
  answered_by text,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  unique (election_id, what, round),
  check ((answered_at is null) = (answer is null))
);
create unique index election_filings_open on election_filings (election_id, what) where answered_at is null;
create index election_filings_path on election_filings (union_path, answered_at, answer_by);

-- Steps left out, each with its reason and who answers for it.
create table election_skips (
  id uuid primary key default gen_random_uuid(),
  election_id uuid not null references elections (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  step text not null,
  reason text not null check (length(reason) between 4 and 300),
  on_day date not null,
  who text,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  unique (election_id, step)
);
create index election_skips_path on election_skips (union_path);

-- Who did what when. Of voting itself nothing is noted but that a ballot opened and closed.
create table election_events (
  id uuid primary key default gen_random_uuid(),
  seq bigint generated always as identity,
  election_id uuid not null references elections (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  what text not null,
  note text,
  who text,
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index election_events_of on election_events (election_id, seq);
create index election_events_path on election_events (union_path);

-- The elections that a person has to do with: he is on the roll, or the roll of his union is not made yet.
create function own_elections() returns setof uuid language sql stable security definer set search_path from current as $$
  select r.election_id from election_roll r where r.member_id = nullif(current_setting('app.me', true), '')::uuid and r.removed_on is null
  union select e.id from elections e join members m on m.id = nullif(current_setting('app.me', true), '')::uuid
    where e.state = 'open' and not e.is_rehearsal and e.step <> 'plan' and m.status = 'member'
      and m.union_path >= e.union_path and m.union_path < e.union_path || '~'
$$;
revoke execute on function own_elections from public;
grant execute on function own_elections to gongqiao_self;

do $$
declare part text;
begin
  foreach part in array array['elections', 'election_contests', 'election_roll', 'election_challenges', 'election_candidates', 'election_officers',
      'election_rounds', 'election_counts', 'election_filings', 'election_skips', 'election_events'] loop
    execute format('call scope_by_union(%L)', part);
  end loop;
  foreach part in array array['election_contests', 'election_rounds'] loop
    execute format('create policy own_election on %I for select to gongqiao_self using (election_id in (select own_elections()))', part);
    execute format('grant select on %I to gongqiao_self', part);
  end loop;
end $$;
create policy own_election on elections for select to gongqiao_self using (id in (select own_elections()));
grant select on elections to gongqiao_self;
-- A person sees his own line and says himself that he has come; a candidate answers whether he stands.
call scope_by_self('election_roll', 'member_id', 'select, update (present_how)');
create policy listed on election_candidates for select to gongqiao_self using (is_shortlisted and election_id in (select own_elections()));
create policy own_consent on election_candidates for update to gongqiao_self using (member_id = nullif(current_setting('app.me', true), '')::uuid);
grant select, update (consented_on, consent_how, dropped_on, dropped_why) on election_candidates to gongqiao_self;
create policy own_challenge on election_challenges to gongqiao_self using (member_id = nullif(current_setting('app.me', true), '')::uuid)
  with check (member_id = nullif(current_setting('app.me', true), '')::uuid and election_id in (select own_elections()) and answered_on is null);
grant select, insert on election_challenges to gongqiao_self;
-- What has been filed and what happened is kept as it was.
revoke update, delete on election_events, election_skips from gongqiao_post;
revoke delete on elections, election_filings, election_rounds from gongqiao_post;

-- What the public may read: elections whose result was announced, as the assembly heard it.
create function public_elections(wanted uuid, of_union uuid, page_from integer, page_size integer) returns table (
  id uuid, union_name text, kind text, title text, state text, assembly text, elected_on date, announced_at timestamptz, expected integer, present integer,
  roll_hash text, contests jsonb, total integer
) language sql stable security definer set search_path from current as $$
  select e.id, u.name, e.kind, e.title, e.state, e.plan ->> 'assembly', e.elected_on, e.announced_at, e.expected, e.present, e.roll_hash,
    (select jsonb_agg(jsonb_build_object('title', c.title, 'post', c.post, 'seats', c.seats, 'unitName', c.unit_name, 'rounds', (
        select jsonb_agg(jsonb_build_object('kind', r.kind, 'expected', r.expected, 'present', r.present, 'sheet', r.sheet, 'result', r.result, 'ballotId', r.ballot_id)
          order by r.number) from election_rounds r where r.contest_id = c.id and r.settled_at is not null)) order by c.position)
      from election_contests c where c.election_id = e.id),
    count(*) over ()::integer
  from elections e join unions u on u.id = e.union_id
  where e.announced_at is not null and not e.is_rehearsal and e.state in ('open', 'approved')
    and (wanted is null or e.id = wanted) and (of_union is null or e.union_id = of_union)
  order by e.announced_at desc, e.id limit page_size offset page_from
$$;
revoke execute on function public_elections from public;
grant execute on function public_elections to gongqiao_public, gongqiao_self, gongqiao_post;
