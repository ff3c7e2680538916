-- Contact points (联系点): which cadre of a superior stands beside which union, from when until when. A row belongs to the union
-- visited, so that it sees who its contact is; `from_union_id` is the superior.
create table contact_points (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  from_union_id uuid not null references unions (id),
  member_id uuid not null references members (id),
  holder_name text not null check (length(holder_name) between 1 and 60),
  holder_title text not null check (length(holder_title) <= 60),
  reach text check (length(reach) <= 100),
  from_on date not null,
  until_on date,
  ended_on date,
  ended_why text check (length(ended_why) <= 300),
  basis text check (length(basis) <= 120),
  made_by uuid,
  made_at timestamptz not null,
  -- `until_on` is the last day; from `ended_on` on the point is no longer held.
  in_force daterange not null generated always as (
    case when ended_on is not null then daterange(from_on, ended_on, '[)') else daterange(from_on, until_on, '[]') end) stored,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (until_on is null or until_on >= from_on),
  check (ended_on is null or ended_on >= from_on),
  check ((ended_on is null) = (ended_why is null)),
  constraint contact_points_once exclude using gist (union_id with =, from_union_id with =, member_id with =, in_force with &&)
);
create index contact_points_path on contact_points (union_path);
create index contact_points_member on contact_points (member_id);
create index contact_points_from on contact_points (from_union_id);
call scope_by_union('contact_points');
revoke delete on contact_points from gongqiao_post;
call scope_by_self('contact_points', 'member_id');

-- What a superior asks of its contact points in a period: so many visits to each, about what.
create table visit_plans (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  title text not null check (length(title) between 2 and 60),
  from_on date not null,
  until_on date not null,
  visits_each integer not null check (visits_each between 1 and 60),
  themes text[] not null default '{}',
  note text check (length(note) <= 600),
  made_by uuid,
  made_at timestamptz not null,
  ended_on date,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (until_on >= from_on)
);
create index visit_plans_path on visit_plans (union_path, from_on);
call scope_by_union('visit_plans');
revoke delete on visit_plans from gongqiao_post;

-- One visit, planned, made or dropped. `record` holds the open fields, `sealed` those about persons; both are merged field by field.
create table visits (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  point_id uuid not null references contact_points (id),
  from_union_id uuid not null references unions (id),
  plan_id uuid references visit_plans (id),
  lead_id uuid not null references members (id),
  lead_name text not null,
  planned_on date not null,
  themes_asked text[] not null default '{}',
  record jsonb not null default '{}',
  sealed text,
  version integer not null default 0,
  -- Copied from the record, to search and count by.
  visited_on date,
  themes text[] not null default '{}',
  submitted_at timestamptz,
  dropped_at timestamptz,
  dropped_why text check (length(dropped_why) <= 300),
  made_at timestamptz not null,
  unique (id, lead_id),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((dropped_at is null) = (dropped_why is null)),
  check (submitted_at is null or dropped_at is null)
);
create index visits_path on visits (union_path, planned_on);
create index visits_lead on visits (lead_id, planned_on);
create index visits_point on visits (point_id);
create index visits_plan on visits (plan_id) where plan_id is not null;
call scope_by_union('visits');
revoke delete on visits from gongqiao_post;

-- Who goes along. `lead_id` is the visit's own, kept by the key, so that the policies of the two tables do not ask each other in a circle.
create table visit_companions (
  id uuid primary key default gen_random_uuid(),
  visit_id uuid not null,
  lead_id uuid not null,
  union_id uuid not null,
  union_path text collate "C" not null,
  member_id uuid not null references members (id),
  holder_name text not null,
  unique (visit_id, member_id),
  foreign key (visit_id, lead_id) references visits (id, lead_id) on update cascade on delete cascade,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index visit_companions_member on visit_companions (member_id);
create index visit_companions_path on visit_companions (union_path);
call scope_by_union('visit_companions');
do $$ begin
  execute format('create policy self on visit_companions for select to gongqiao_self using (member_id = nullif(%1$s, '''')::uuid or lead_id = nullif(%1$s, '''')::uuid)',
    setting_of('app.me'));
  execute format('create policy self_reads on visits for select to gongqiao_self using (lead_id = nullif(%1$s, '''')::uuid
    or id in (select c.visit_id from visit_companions c where c.member_id = nullif(%1$s, '''')::uuid))', setting_of('app.me'));
  execute format('create policy self_writes on visits for update to gongqiao_self using (lead_id = nullif(%1$s, '''')::uuid
    or id in (select c.visit_id from visit_companions c where c.member_id = nullif(%1$s, '''')::uuid))', setting_of('app.me'));
  -- A visit begins at a contact point of one's own: what may be read there is only that.
  execute format('create policy self_begins on visits for insert to gongqiao_self with check (lead_id = nullif(%1$s, '''')::uuid
    and exists (select from contact_points p where p.id = point_id and p.union_id = visits.union_id and p.member_id = visits.lead_id))', setting_of('app.me'));
end $$;
grant select on visit_companions to gongqiao_self;
grant select, insert, update (record, sealed, version, visited_on, themes, planned_on, submitted_at, dropped_at, dropped_why) on visits
  to gongqiao_self;

-- A plan is read by whoever has a visit under it.
create policy self on visit_plans for select to gongqiao_self using (id in (select v.plan_id from visits v));
grant select on visit_plans to gongqiao_self;

-- What a save changed: per field the value before and after, sealed whole, since some fields are about persons.
create table visit_revisions (
  id uuid primary key default gen_random_uuid(),
  visit_id uuid not null references visits (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  version integer not null,
  by_account uuid,
  by_name text not null,
  at timestamptz not null,
  changes_sealed text not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index visit_revisions_visit on visit_revisions (visit_id, version);
create index visit_revisions_path on visit_revisions (union_path);

-- A field that two devices filled differently: the value that stood, the value that came later, and which was chosen.
create table visit_conflicts (
  id uuid primary key default gen_random_uuid(),
  visit_id uuid not null references visits (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  field text not null,
  values_sealed text not null,
  stood_name text not null,
  came_name text not null,
  came_account uuid,
  at timestamptz not null,
  chosen text check (chosen in ('stood', 'came', 'other')),
  chosen_at timestamptz,
  chosen_name text,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((chosen is null) = (chosen_at is null))
);
create index visit_conflicts_visit on visit_conflicts (visit_id);
create index visit_conflicts_path on visit_conflicts (union_path);

create table visit_photos (
  id uuid primary key default gen_random_uuid(),
  visit_id uuid not null references visits (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  type text not null check (type in ('image/jpeg', 'image/png', 'image/webp')),
  size integer not null,
  body_sealed text not null,
  caption text check (length(caption) <= 100),
  at timestamptz not null,
  by_account uuid,
  removed_at timestamptz,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index visit_photos_visit on visit_photos (visit_id);
create index visit_photos_path on visit_photos (union_path);

-- A problem taken up on a visit, until those who raised it, or their union, confirm that it is solved.
create table visit_problems (
  id uuid primary key default gen_random_uuid(),
  visit_id uuid not null references visits (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  matter text not null check (length(matter) between 4 and 500),
  raised_by text not null check (length(raised_by) between 1 and 60),
  raised_on date not null,
  owner_id uuid references members (id),
  owner_name text not null check (length(owner_name) between 1 and 60),
  due_on date not null,
  result text check (length(result) <= 1000),
  resolved_on date,
  feedback text check (length(feedback) <= 500),
  fed_back_on date,
  confirmed_by text check (confirmed_by in ('people', 'union')),
  confirmed_on date,
  reopened integer not null default 0,
  version integer not null default 1,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (due_on >= raised_on),
  check ((result is null) = (resolved_on is null)),
  check (fed_back_on is null or resolved_on is not null),
  check (confirmed_on is null or fed_back_on is not null),
  check ((confirmed_by is null) = (confirmed_on is null))
);
create index visit_problems_visit on visit_problems (visit_id);
create index visit_problems_path on visit_problems (union_path, due_on);
create index visit_problems_owner on visit_problems (owner_id) where owner_id is not null;
create table visit_problem_steps (
  id uuid primary key default gen_random_uuid(),
  problem_id uuid not null references visit_problems (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null check (kind in ('raised', 'handed', 'settled', 'fedBack', 'confirmed', 'disputed')),
  on_day date not null,
  note text check (length(note) <= 1000),
  by_account uuid,
  by_name text not null,
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index visit_problem_steps_problem on visit_problem_steps (problem_id, at);
create index visit_problem_steps_path on visit_problem_steps (union_path);

-- What the union visited says of the visit: once, with its reason.
create table visit_ratings (
  id uuid primary key default gen_random_uuid(),
  visit_id uuid not null unique references visits (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  grade text not null check (grade in ('solved', 'helpful', 'formal')),
  reason text not null check (length(reason) between 4 and 300),
  by_account uuid,
  by_name text not null,
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index visit_ratings_path on visit_ratings (union_path);

-- Whoever went on the visit reads what hangs on it and adds to it.
do $$
declare kept text;
begin
  foreach kept in array array['visit_revisions', 'visit_conflicts', 'visit_photos', 'visit_ratings'] loop
    call scope_by_union(kept::regclass);
    execute format('revoke delete on %I from gongqiao_post', kept);
    execute format('create policy self on %I to gongqiao_self using (exists (select from visits v where v.id = visit_id and v.union_id = %1$I.union_id))', kept);
    execute format('grant select on %I to gongqiao_self', kept);
  end loop;
end $$;
revoke update on visit_revisions, visit_ratings from gongqiao_post;
grant insert on visit_revisions, visit_conflicts, visit_photos to gongqiao_self;
grant update (chosen, chosen_at, chosen_name) on visit_conflicts to gongqiao_self;
grant update (removed_at) on visit_photos to gongqiao_self;

-- A problem is its owner's too, who need not have been there.
call scope_by_union('visit_problems');
call scope_by_union('visit_problem_steps');
revoke delete on visit_problems, visit_problem_steps from gongqiao_post;
revoke update on visit_problem_steps from gongqiao_post;
do $$ begin
  execute format('create policy self on visit_problems to gongqiao_self using (owner_id = nullif(%s, '''')::uuid
    or exists (select from visits v where v.id = visit_id and v.union_id = visit_problems.union_id))
    with check (exists (select from visits v where v.id = visit_id and v.union_id = visit_problems.union_id))', setting_of('app.me'));
  execute format('create policy own on visit_problems for update to gongqiao_self using (owner_id = nullif(%1$s, '''')::uuid)
    with check (owner_id = nullif(%1$s, '''')::uuid)', setting_of('app.me'));
end $$;
create policy self on visit_problem_steps to gongqiao_self using (
  exists (select from visit_problems p where p.id = problem_id and p.union_id = visit_problem_steps.union_id));
grant select, insert, update (result, resolved_on, feedback, fed_back_on, version) on visit_problems to gongqiao_self;
grant select, insert on visit_problem_steps to gongqiao_self;

-- The catalogue of themes: what a union made of it holds for all below; the newest of the nearest is in force.
create table visit_theme_lists (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  themes jsonb not null,
  reason text not null check (length(reason) between 4 and 300),
  made_by uuid,
  made_at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index visit_theme_lists_path on visit_theme_lists (union_path, made_at);
call scope_by_union('visit_theme_lists');
revoke update, delete on visit_theme_lists from gongqiao_post;
create policy published on visit_theme_lists for select to gongqiao_post, gongqiao_self using (true);
grant select on visit_theme_lists to gongqiao_self;
