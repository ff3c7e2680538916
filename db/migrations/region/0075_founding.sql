-- Founding a union (ORG-03): a preparatory group's project, from the first signature to the day the union is registered.
-- A project stands under the superior that shall decide on it; its group reaches it by account, since it has no union yet.
create table foundings (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  state text not null default 'drafted'
    check (state in ('drafted', 'filed', 'returned', 'approved', 'elected', 'registered', 'withdrawn')),
  form text not null check (form in ('unit', 'joint', 'regional', 'trade', 'newEmployment', 'community')),
  unit_type text not null,
  body text not null check (body in ('committee', 'organiser')),
  name text not null check (length(name) between 2 and 80),
  sector text,
  place text,
  plan text not null default '' check (length(plan) <= 2000),
  election_on date,
  candidates jsonb not null default '[]',
  link_code text not null unique check (length(link_code) between 16 and 64),
  opened_by uuid not null,
  opened_as text,
  opened_at timestamptz not null,
  filed_at timestamptz,
  decided_at timestamptz,
  founded_union_id uuid references unions (id),
  number text check (length(number) <= 60),
  term_years integer check (term_years between 1 and 5),
  election jsonb,
  closed_on date,
  version integer not null default 1,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((state in ('approved', 'elected', 'registered')) = (founded_union_id is not null))
);
create index foundings_list on foundings (union_path, state, filed_at);
create index foundings_union on foundings (union_id);
create index foundings_opened on foundings (opened_by);

-- The units that the union is founded for. One open project a unit: the database says so, whoever forgets to ask.
create table founding_units (
  id uuid primary key default gen_random_uuid(),
  founding_id uuid not null references foundings (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  position integer not null,
  name text not null check (length(name) between 2 and 100),
  credit_code text check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  unit_kind text not null,
  headcount integer not null check (headcount >= 0),
  women integer check (women between 0 and headcount),
  set_up_on date,
  employer_id uuid references employers (id) on delete set null,
  is_open boolean not null default true,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create unique index founding_units_one on founding_units (credit_code) where is_open;
create index founding_units_founding on founding_units (founding_id, position);
create index founding_units_path on founding_units (union_path);
create index founding_units_employer on founding_units (employer_id);

-- The workers who want a union: each signs once, on his phone or on paper. What is sealed is cleared when the project is decided or given up.
create table founding_supporters (
  id uuid primary key default gen_random_uuid(),
  founding_id uuid not null references foundings (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  unit_id uuid references founding_units (id) on delete set null,
  name text not null check (length(name) between 1 and 60),
  id_number text,
  id_number_index text,
  mobile text,
  sex text check (sex in ('male', 'female')),
  way text not null check (way in ('phone', 'paper')),
  text_version integer not null,
  signed_on date not null,
  signed_at timestamptz not null,
  account uuid,
  entered_by uuid,
  member_id uuid references members (id),
  outcome text check (outcome in ('admitted', 'elsewhere')),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create unique index founding_supporters_once on founding_supporters (founding_id, id_number_index);
create index founding_supporters_path on founding_supporters (union_path);
create index founding_supporters_member on founding_supporters (member_id);

-- The preparatory group: who does what. Whoever has an account here may work on the project.
create table founding_members (
  id uuid primary key default gen_random_uuid(),
  founding_id uuid not null references foundings (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  name text not null check (length(name) between 1 and 60),
  side text not null check (side in ('head', 'workers', 'party', 'superior')),
  duty text not null check (length(duty) <= 100),
  account uuid,
  supporter_id uuid references founding_supporters (id) on delete set null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create unique index founding_members_head on founding_members (founding_id) where side = 'head';
create unique index founding_members_account on founding_members (founding_id, account) where account is not null;
create index founding_members_of on founding_members (account);
create index founding_members_path on founding_members (union_path);
create index founding_members_supporter on founding_members (supporter_id);

create table founding_tasks (
  id uuid primary key default gen_random_uuid(),
  founding_id uuid not null references foundings (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null,
  title text not null check (length(title) between 2 and 60),
  owner_id uuid references founding_members (id) on delete set null,
  due_on date,
  done_on date,
  paper text check (length(paper) <= 80),
  position integer not null,
  version integer not null default 1,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index founding_tasks_founding on founding_tasks (founding_id, position);
create index founding_tasks_owner on founding_tasks (owner_id);
create index founding_tasks_path on founding_tasks (union_path);

-- Mobilisation meetings and courses; attendance from the list that was passed round by hand (ORG-04).
create table founding_meetings (
  id uuid primary key default gen_random_uuid(),
  founding_id uuid not null references foundings (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null check (kind in ('mobilisation', 'course', 'group')),
  title text not null check (length(title) between 2 and 60),
  on_day date not null,
  place text check (length(place) <= 60),
  invited integer not null check (invited >= 0),
  attendance text[] not null default '{}',
  joined integer not null default 0 check (joined >= 0),
  version integer not null default 1,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index founding_meetings_founding on founding_meetings (founding_id, on_day);
create index founding_meetings_path on founding_meetings (union_path);

-- What was filed each time, as it stood then, and what the superior answered to it, item by item.
create table founding_filings (
  id uuid primary key default gen_random_uuid(),
  founding_id uuid not null references foundings (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  round integer not null,
  content jsonb not null,
  filed_at timestamptz not null,
  answer_by date not null,
  answered_at timestamptz,
  answer text check (answer in ('returned', 'approved', 'withdrawn')),
  items jsonb not null default '[]',
  unique (founding_id, round),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index founding_filings_path on founding_filings (union_path, answered_at);

-- Who did what when.
create table founding_steps (
  id uuid primary key default gen_random_uuid(),
  seq bigint generated always as identity,
  founding_id uuid not null references foundings (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  step text not null,
  who text,
  note text,
  account uuid,
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index founding_steps_founding on founding_steps (founding_id, seq);
create index founding_steps_path on founding_steps (union_path, at);

-- The projects of an account: those it opened, and those in whose group it stands.
create function own_foundings() returns setof uuid language sql stable security definer set search_path from current as $$
  select f.id from foundings f where f.opened_by = nullif(current_setting('app.account', true), '')::uuid
  union select m.founding_id from founding_members m where m.account = nullif(current_setting('app.account', true), '')::uuid
$$;
revoke execute on function own_foundings from public;
grant execute on function own_foundings to gongqiao_self;

call scope_by_union('foundings');
-- The group drafts, files and withdraws, and reports its election; to approve is never in its hands.
create policy seen on foundings for select to gongqiao_self using (id in (select own_foundings()));
create policy opened on foundings for insert to gongqiao_self
  with check (state = 'drafted' and opened_by = nullif(current_setting('app.account', true), '')::uuid);
create policy worked on foundings for update to gongqiao_self
  using (state in ('drafted', 'filed', 'returned', 'approved') and id in (select own_foundings()))
  with check (state in ('drafted', 'filed', 'returned', 'withdrawn', 'elected') and id in (select own_foundings()));
grant select, insert, update on foundings to gongqiao_self;

do $$
declare part text;
begin
  foreach part in array array['founding_units', 'founding_supporters', 'founding_members', 'founding_tasks', 'founding_meetings',
      'founding_filings', 'founding_steps'] loop
    execute format('call scope_by_union(%L)', part);
    execute format('create policy own_group on %I to gongqiao_self using (founding_id in (select own_foundings()))', part);
    execute format('grant select, insert on %I to gongqiao_self', part);
  end loop;
  foreach part in array array['founding_units', 'founding_supporters', 'founding_members', 'founding_tasks', 'founding_meetings'] loop
    execute format('grant update, delete on %I to gongqiao_self', part);
  end loop;
end $$;
grant update (answered_at, answer) on founding_filings to gongqiao_self;
revoke update, delete on founding_steps from gongqiao_post;
-- A supporter sees in his own record what he signed.
call scope_by_self('founding_supporters', 'member_id');

-- Who already founds a union for these units, wherever: the superior, the day and the unit, so that a second project is refused with who
-- and when. The group's names are not in it: who organises workers is nobody's business that only knows a credit code.
create function founding_taken(codes text[], except_id uuid) returns table (
  credit_code text, unit_name text, superior_name text, opened_at timestamptz, state text
) language sql stable security definer set search_path from current as $$
  select u.credit_code, u.name, s.name, f.opened_at, f.state
  from founding_units u join foundings f on f.id = u.founding_id join unions s on s.id = f.union_id
  where u.is_open and u.credit_code = any (codes) and f.id is distinct from except_id
$$;
revoke execute on function founding_taken from public;
grant execute on function founding_taken to gongqiao_self, gongqiao_post;

-- What the employers' register publicly knows of a unit, so that it is not typed again, and whether it has a union already.
create function founding_employer(code text) returns table (
  id uuid, name text, unit_kind text, sector text, set_up_on date, covered_by_name text
) language sql stable security definer set search_path from current as $$
  select e.id, e.name, e.unit_kind, e.sector, e.set_up_on,
    (select u.name from unions u where u.id = e.covered_by and u.state <> 'dissolved')
  from employers e where e.credit_code = code
$$;
revoke execute on function founding_employer from public;
grant execute on function founding_employer to gongqiao_self, gongqiao_post;

-- Where a superior stands, and what it is: a group that is in no union yet must name one.
create function founding_superior(wanted uuid) returns table (path text, kind text, state text)
language sql stable security definer set search_path from current as $$
  select u.path, u.kind, u.state from unions u where u.id = wanted
$$;
revoke execute on function founding_superior from public;
grant execute on function founding_superior to gongqiao_self;

-- What stands behind a project's link: enough to know what one signs, nothing of who signed.
create function founding_invitation(link text) returns table (
  id uuid, union_id uuid, name text, superior_name text, head_name text, state text, units jsonb
) language sql stable security definer set search_path from current as $$
  select f.id, f.union_id, f.name, s.name, (select m.name from founding_members m where m.founding_id = f.id and m.side = 'head'), f.state,
    (select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.position) from founding_units u where u.founding_id = f.id)
  from foundings f join unions s on s.id = f.union_id where f.link_code = link
$$;
revoke execute on function founding_invitation from public;
grant execute on function founding_invitation to gongqiao_public, gongqiao_self;

-- One signature through the link. `null` when this person has signed already: `indexes` are those of his number under every key.
create function founding_sign(
  link text, indexes text[], unit uuid, person_name text, id_number_sealed text, mobile_sealed text, person_sex text,
  version_of_text integer, signed_day date, moment timestamptz
) returns uuid language plpgsql security definer set search_path from current as $$
declare
  project foundings;
  made uuid;
begin
  select * into project from foundings f where f.link_code = link and f.state in ('drafted', 'filed', 'returned') for share;
  if project.id is null then raise exception 'no open project behind this link'; end if;
  if exists (select 1 from founding_supporters s where s.founding_id = project.id and s.id_number_index = any (indexes)) then return null; end if;
  insert into founding_supporters (founding_id, union_id, union_path, unit_id, name, id_number, id_number_index, mobile, sex, way,
    text_version, signed_on, signed_at, account)
  values (project.id, project.union_id, project.union_path,
    (select u.id from founding_units u where u.id = unit and u.founding_id = project.id), person_name, id_number_sealed, indexes[1],
    mobile_sealed, person_sex, 'phone', version_of_text, signed_day, moment,
    nullif(nullif(current_setting('app.account', true), '')::uuid, '00000000-0000-0000-0000-000000000000'))
  on conflict do nothing returning id into made;
  return made;
end $$;
revoke execute on function founding_sign from public;
grant execute on function founding_sign to gongqiao_public, gongqiao_self;

-- Consent taken back with the receipt that signing gave; as long as nothing was decided (PI-02).
create function founding_take_back(link text, receipt uuid) returns boolean
language plpgsql security definer set search_path from current as $$
begin
  delete from founding_supporters s using foundings f
  where s.id = receipt and s.founding_id = f.id and f.link_code = link and f.state in ('drafted', 'filed', 'returned');
  return found;
end $$;
revoke execute on function founding_take_back from public;
grant execute on function founding_take_back to gongqiao_public, gongqiao_self;

-- With the approval the head's account belongs to the record that was made of his signature: only the head's, whom the superior has
-- checked, only a person admitted by this project, only within the decider's scope, and never one that belongs to somebody already.
create function founding_link_head(project uuid) returns boolean language plpgsql security definer set search_path from current as $$
begin
  insert into account_persons (account_id, region, person_id)
  select h.account, current_schema(), s.member_id
  from founding_members h join founding_supporters s on s.id = h.supporter_id
  where h.founding_id = project and h.side = 'head' and h.account is not null and s.member_id is not null
    and h.union_path >= current_setting('app.lo', true) and h.union_path < current_setting('app.hi', true)
  on conflict do nothing;
  return found;
end $$;
revoke execute on function founding_link_head from public;
grant execute on function founding_link_head to gongqiao_post;

-- A group that chose another superior takes what was filed and done with it: records it may otherwise only add to.
create function founding_rehome(project uuid) returns void language plpgsql security definer set search_path from current as $$
begin
  if project not in (select own_foundings()) then return; end if;
  update founding_filings p set union_id = f.union_id, union_path = f.union_path from foundings f where f.id = project and p.founding_id = project;
  update founding_steps p set union_id = f.union_id, union_path = f.union_path from foundings f where f.id = project and p.founding_id = project;
end $$;
revoke execute on function founding_rehome from public;
grant execute on function founding_rehome to gongqiao_self;
