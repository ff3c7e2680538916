-- Open affairs (厂务、校务、院务、政务公开, and the union's own): plan and catalogue, the two groups, items with their versions, what workers
-- ask about them (DEM-11 to DEM-18, SUP-04, SUP-05; modules/democracy/disclosure).
create table disclosure_plans (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null check (kind in ('works', 'school', 'institution', 'office', 'union')),
  title text not null check (length(title) between 4 and 80),
  basis text not null check (length(basis) <= 1000),
  made_at timestamptz not null,
  adopted_on date,
  meeting text check (length(meeting) between 4 and 120),
  replaced_on date,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((adopted_on is null) = (meeting is null))
);
create unique index disclosure_plans_one on disclosure_plans (union_id, kind) where adopted_on is not null and replaced_on is null;
create unique index disclosure_plans_draft on disclosure_plans (union_id, kind) where adopted_on is null;
create index disclosure_plans_path on disclosure_plans (union_path);
call scope_by_union('disclosure_plans');

create table disclosure_entries (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references disclosure_plans (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  heading text not null check (heading in ('difficult', 'concern', 'other')),
  title text not null check (length(title) between 2 and 80),
  content text not null check (length(content) between 4 and 500),
  procedure text not null check (length(procedure) between 4 and 300),
  period text not null check (period in ('monthly', 'quarterly', 'halfYearly', 'yearly', 'onEvent')),
  due_days integer not null check (due_days between 0 and 180),
  side text not null check (side in ('employer', 'union')),
  responsible text not null check (length(responsible) between 2 and 60),
  audience text not null check (audience in ('workers', 'public')),
  article text not null check (length(article) <= 120),
  position integer not null,
  ended_on date,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index disclosure_entries_plan on disclosure_entries (plan_id, position);
create index disclosure_entries_path on disclosure_entries (union_path);
call scope_by_union('disclosure_entries');

-- How an adopted catalogue was adjusted.
create table disclosure_changes (
  id uuid primary key default gen_random_uuid(),
  entry_id uuid not null references disclosure_entries (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  before jsonb,
  after jsonb,
  reason text not null check (length(reason) between 4 and 400),
  by_post text not null,
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index disclosure_changes_entry on disclosure_changes (entry_id, at);
create index disclosure_changes_path on disclosure_changes (union_path);
call scope_by_union('disclosure_changes');
revoke update, delete on disclosure_changes from gongqiao_post;

create table disclosure_seats (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  body text not null check (body in ('leading', 'supervision')),
  role text not null check (role in ('head', 'deputy', 'member')),
  capacity text not null check (capacity in ('partySecretary', 'unionChair', 'administration', 'unionCommittee', 'worker')),
  member_id uuid references members (id),
  person_name text not null check (length(person_name) between 1 and 60),
  title text not null check (length(title) between 2 and 60),
  from_on date not null,
  until_on date,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (until_on is null or until_on >= from_on)
);
create unique index disclosure_seats_head on disclosure_seats (union_id, body) where role = 'head' and until_on is null;
create index disclosure_seats_path on disclosure_seats (union_path);
create index disclosure_seats_member on disclosure_seats (member_id);
call scope_by_union('disclosure_seats');

-- One item of one period: what is to be published until when, and what became of it.
create table disclosure_items (
  id uuid primary key default gen_random_uuid(),
  entry_id uuid not null references disclosure_entries (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null,
  side text not null check (side in ('employer', 'union')),
  audience text not null check (audience in ('workers', 'public')),
  label text not null check (length(label) between 2 and 60),
  period_from date not null,
  due_on date not null,
  published_on date,
  shown_until date,
  taken_down_on date,
  taken_down_why text check (length(taken_down_why) between 4 and 400),
  -- Taken down before its time: it counts as not published (D28).
  is_void boolean not null default false,
  dropped_on date,
  unique (entry_id, label),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index disclosure_items_path on disclosure_items (union_path, due_on);
call scope_by_union('disclosure_items');
revoke delete on disclosure_items from gongqiao_post;

create table disclosure_versions (
  id uuid primary key default gen_random_uuid(),
  item_id uuid not null references disclosure_items (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  number integer not null,
  title text not null check (length(title) between 2 and 120),
  body text not null check (length(body) between 10 and 20000),
  tables jsonb not null default '[]',
  reason text check (length(reason) between 4 and 400),
  state text not null check (state in ('draft', 'handed', 'approved', 'returned', 'published')),
  by_person uuid,
  by_post text not null,
  approved_by uuid,
  published_at timestamptz,
  hash text,
  unique (item_id, number),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((state = 'published') = (published_at is not null)),
  check ((published_at is null) = (hash is null)),
  check (number = 1 or reason is not null)
);
create index disclosure_versions_path on disclosure_versions (union_path);
call scope_by_union('disclosure_versions');
revoke delete on disclosure_versions from gongqiao_post;

-- What was published is not changed by any act; a superuser who changes it is found by its hash, which stands in the journal too.
create function disclosure_is_kept() returns trigger language plpgsql as $$
begin
  if old.published_at is not null and to_jsonb(old) - 'union_path' <> to_jsonb(new) - 'union_path' then
    raise exception 'what was published is kept as it is';
  end if;
  return new;
end $$;
create trigger kept before update on disclosure_versions for each row execute function disclosure_is_kept();

create table disclosure_steps (
  id uuid primary key default gen_random_uuid(),
  item_id uuid not null references disclosure_items (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  number integer not null,
  step text not null check (step in ('handed', 'approved', 'returned', 'passed', 'faulted', 'takenDown')),
  is_true boolean,
  is_complete boolean,
  is_lawful boolean,
  note text not null check (length(note) <= 400),
  paper text check (length(paper) between 2 and 80),
  by_title text not null,
  on_day date not null,
  seq integer generated always as identity,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index disclosure_steps_item on disclosure_steps (item_id, seq);
create index disclosure_steps_path on disclosure_steps (union_path, step);
call scope_by_union('disclosure_steps');
revoke update, delete on disclosure_steps from gongqiao_post;

-- Who has read what: the person's own. Nobody else reads a row, only figures come out (disclosure_reach).
create table disclosure_reads (
  id uuid primary key default gen_random_uuid(),
  item_id uuid not null references disclosure_items (id),
  number integer not null,
  member_id uuid not null references members (id) on delete cascade,
  unique (item_id, number, member_id)
);
call scope_by_self('disclosure_reads', 'member_id', 'select, insert');

-- Questions, fairness objections and doubts. Who asked stands apart, and only he himself reads it; the day is kept and no time.
create table disclosure_questions (
  id uuid primary key default gen_random_uuid(),
  item_id uuid not null references disclosure_items (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  side text not null check (side in ('employer', 'union')),
  number integer not null,
  kind text not null check (kind in ('question', 'fairness', 'doubt')),
  body text not null check (length(body) between 4 and 1000),
  -- Only when he wished to be named.
  asker_name text check (length(asker_name) <= 60),
  asked_on date not null,
  answer text check (length(answer) between 4 and 2000),
  outcome text check (outcome in ('explained', 'upheld', 'rejected')),
  answered_on date,
  answered_by text,
  -- An answer that the supervision group did not accept, and since when it is owed again.
  reopened_on date,
  reopened_why text check (length(reopened_why) between 4 and 400),
  earlier jsonb not null default '[]',
  settled_as text check (settled_as in ('satisfied', 'unsatisfied')),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((answer is null) = (answered_on is null))
);
create index disclosure_questions_item on disclosure_questions (item_id);
create index disclosure_questions_path on disclosure_questions (union_path, asked_on);
call scope_by_union('disclosure_questions');
revoke delete on disclosure_questions from gongqiao_post;

create table disclosure_askers (
  id uuid primary key default gen_random_uuid(),
  question_id uuid not null unique references disclosure_questions (id),
  member_id uuid not null references members (id) on delete cascade
);
call scope_by_self('disclosure_askers', 'member_id', 'select, insert');

-- Reports to the authority that a unit does not publish, publishes falsely or takes revenge (D30).
create table disclosure_reports (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  item_id uuid references disclosure_items (id),
  ground text not null check (ground in ('notSetUp', 'notPublished', 'false', 'notMended', 'notAnswered', 'revenge')),
  authority text not null check (length(authority) between 2 and 80),
  facts text not null check (length(facts) between 4 and 1000),
  received_on date not null,
  investigated_on date,
  result text check (length(result) between 4 and 1000),
  by_post text not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((investigated_on is null) = (result is null))
);
create index disclosure_reports_path on disclosure_reports (union_path, received_on);
call scope_by_union('disclosure_reports');
revoke delete on disclosure_reports from gongqiao_post;

do $$
declare kept text;
begin
  -- A worker sees what was published at his unit or above it; what concerns him he may ask about.
  execute format('create policy audience on disclosure_items for select to gongqiao_self using (published_on is not null and exists (
    select from members m where m.id = nullif(%s, '''')::uuid and m.status in (''worker'', ''member'', ''retained'')
      and m.union_path >= disclosure_items.union_path and m.union_path < disclosure_items.union_path || ''~''))', setting_of('app.me'));
  foreach kept in array array['disclosure_items', 'disclosure_versions', 'disclosure_questions', 'disclosure_entries'] loop
    execute format('grant select on %I to gongqiao_self, gongqiao_public', kept);
  end loop;
  foreach kept in array array['disclosure_plans', 'disclosure_entries', 'disclosure_seats', 'disclosure_items', 'disclosure_versions',
      'disclosure_questions', 'disclosure_reports'] loop
    execute format('call touching(%L, ''union_id'')', kept);
  end loop;
end $$;
create policy everyone on disclosure_items for select to gongqiao_public using (published_on is not null and audience = 'public');
create policy audience on disclosure_versions for select to gongqiao_self, gongqiao_public
  using (published_at is not null and item_id in (select i.id from disclosure_items i));
create policy audience on disclosure_questions for select to gongqiao_self, gongqiao_public using (item_id in (select i.id from disclosure_items i));
create policy audience on disclosure_entries for select to gongqiao_self, gongqiao_public
  using (id in (select i.entry_id from disclosure_items i));
create policy asks on disclosure_questions for insert to gongqiao_self with check (answer is null and settled_as is null and outcome is null
  and exists (select from disclosure_items i where i.id = item_id and i.union_id = disclosure_questions.union_id and i.union_path = disclosure_questions.union_path));
create policy settles on disclosure_questions for update to gongqiao_self using (id in (select a.question_id from disclosure_askers a));
grant insert, update (settled_as) on disclosure_questions to gongqiao_self;

-- How many of how many have confirmed the version in force, of items in the caller's scope: counts alone.
create function disclosure_reach(items uuid[]) returns table (item_id uuid, readers integer, audience integer)
language sql stable security definer set search_path from current as $$
  select i.id, (select count(*)::int from disclosure_reads r where r.item_id = i.id
      and r.number = (select max(v.number) from disclosure_versions v where v.item_id = i.id and v.published_at is not null)),
    (select coalesce(sum(c.worker_count + c.member_count), 0)::int from member_counts c
      where c.union_path >= i.union_path and c.union_path < i.union_path || '~')
  from disclosure_items i where i.id = any (items)
    and i.union_path >= current_setting('app.lo', true) and i.union_path < current_setting('app.hi', true)
$$;
revoke execute on function disclosure_reach from public;
grant execute on function disclosure_reach to gongqiao_post;

-- The fingerprint of a version as published: over all that the reader sees.
create function disclosure_hash(item uuid, number integer, title text, body text, tables jsonb, reason text, published_at timestamptz) returns text
language sql stable as $$
  select encode(sha256(convert_to(jsonb_build_array(item, number, title, body, tables, reason,
    round(extract(epoch from published_at) * 1000)::bigint)::text, 'UTF8')), 'hex')
$$;
-- The line that the publishing act left in the journal, for the check.
create function disclosure_anchor(item uuid, version_number integer) returns text
language sql stable security definer set search_path from current as $$
  select j.detail ->> 'hash' from journal j where j.subject = item and j.detail ->> 'hash' is not null
    and (j.detail ->> 'number')::integer = version_number order by j.seq limit 1
$$;
revoke execute on function disclosure_anchor from public;
grant execute on function disclosure_anchor to gongqiao_public, gongqiao_self, gongqiao_post;

-- What a print on a notice board is checked against: fingerprint and day of each published version, by the item's random id; of what is
-- not for the public no title and no content.
create function disclosure_proof(item uuid) returns table (union_name text, label text, is_public boolean, taken_down_on date, number integer,
  title text, published_at timestamptz, hash text, is_intact boolean)
language sql stable security definer set search_path from current as $$
  select u.name, i.label, i.audience = 'public', i.taken_down_on, v.number, case when i.audience = 'public' then v.title end, v.published_at, v.hash,
    coalesce(v.hash = disclosure_hash(v.item_id, v.number, v.title, v.body, v.tables, v.reason, v.published_at)
      and v.hash = disclosure_anchor(v.item_id, v.number), false)
  from disclosure_items i join unions u on u.id = i.union_id join disclosure_versions v on v.item_id = i.id and v.published_at is not null
  where i.id = item and i.published_on is not null order by v.number
$$;
revoke execute on function disclosure_proof from public;
grant execute on function disclosure_proof to gongqiao_public, gongqiao_self, gongqiao_post;
