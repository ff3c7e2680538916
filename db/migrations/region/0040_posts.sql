-- Who holds which post, from when until when. Authority is read from here at every request, so it ends when the term ends.
do $$ begin
  -- Overlapping terms are excluded by the database itself; the extension stands once, beside what all regions share.
  execute format('create extension if not exists btree_gist schema %s',
    (select relnamespace::regnamespace from pg_class where oid = 'regions'::regclass));
end $$;

create table appointments (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  member_id uuid not null references members (id),
  person_name text not null,
  kind text not null,
  title text check (length(title) between 2 and 30),
  portfolio text check (length(portfolio) <= 200),
  from_on date not null,
  until_on date,
  full_time boolean not null default false,
  substitute_for uuid references appointments (id),
  came text not null check (came in ('elected', 'appointed', 'byElection', 'coOpted')),
  basis text check (length(basis) <= 120),
  ended_on date,
  ended_why text check (ended_why in ('term', 'resigned', 'moved', 'recalled', 'retired', 'died', 'replaced', 'dissolved', 'mistake')),
  handed_over_to uuid references appointments (id),
  extension_basis text check (length(extension_basis) <= 120),
  proposed_by uuid,
  confirmed_by uuid,
  waits_for_confirmation boolean not null default false,
  created_at timestamptz not null default now(),
  -- `until_on` is the last day in office; from `ended_on` on the post is no longer held.
  in_office daterange not null generated always as (
    case when ended_on is not null then daterange(from_on, ended_on, '[)') else daterange(from_on, until_on, '[]') end) stored,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (until_on is null or until_on >= from_on),
  check (ended_on is null or ended_on >= from_on),
  check ((ended_on is null) = (ended_why is null)),
  check (substitute_for is null or substitute_for <> id),
  constraint appointments_once exclude using gist (member_id with =, union_id with =, kind with =, in_office with &&),
  constraint appointments_single exclude using gist (union_id with =, kind with =, in_office with &&)
    where (substitute_for is null and kind in ('chair', 'secretaryGeneral', 'auditChair', 'womenChair', 'mediationHead', 'protectionHead',
      'branchChair', 'groupLeader', 'preparatoryHead')),
  -- System, security and audit administrator are three persons, whoever forgets to ask.
  constraint appointments_three_persons exclude using gist (member_id with =, in_office with &&)
    where (kind in ('systemAdministrator', 'securityAdministrator', 'auditAdministrator'))
);
create index appointments_member on appointments (member_id);
create index appointments_union on appointments (union_id, kind);
create index appointments_path on appointments (union_path, kind);
create index appointments_until on appointments (until_on) where ended_on is null;
call scope_by_union('appointments');
call scope_by_self('appointments', 'member_id');

-- A holder's name follows the member's record: an appointment is read where the record itself is out of scope.
create function keep_holder_name() returns trigger language plpgsql security definer set search_path from current as $$
begin
  update appointments set person_name = new.name where member_id = new.id;
  return null;
end $$;
create trigger keep_holder_name after update of name on members for each row when (old.name is distinct from new.name)
  execute function keep_holder_name();

-- What a federation changed in the duty and authority lists that come with the software; the newest line by its day is in force.
create table post_kind_changes (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null,
  from_on date not null,
  duties text[] not null,
  powers text[] not null,
  second_factor boolean not null,
  reason text not null,
  made_by uuid,
  made_at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index post_kind_changes_kind on post_kind_changes (kind, union_path, from_on);
call scope_by_union('post_kind_changes');
revoke update, delete on post_kind_changes from gongqiao_post;
-- Duties and authorities are public to all who work under them.
create policy published on post_kind_changes for select to gongqiao_post, gongqiao_self using (true);
grant select on post_kind_changes to gongqiao_self;

-- The post that a sign-in session chose to act under; a null post means: as oneself.
create table acting_as (
  session uuid primary key,
  account uuid not null,
  appointment_id uuid references appointments (id),
  at timestamptz not null
);
call scope_by_self('acting_as', 'account', 'select, insert, update, delete', 'app.account');

-- What moved from one holder to another when a post was handed over.
create table handovers (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  from_id uuid not null references appointments (id),
  to_id uuid not null references appointments (id),
  on_day date not null,
  moved jsonb not null,
  note text check (length(note) <= 400),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index handovers_path on handovers (union_path);
create index handovers_from on handovers (from_id);
call scope_by_union('handovers');
revoke update, delete on handovers from gongqiao_post;

-- Who an account is and which posts its person holds today: asked before there is any scope, so it runs with its owner's eyes and
-- answers only about the account named. Inside a caller's own frame it answers about that caller's account alone.
create function authority_of(account uuid, session uuid, today date) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  framed text := nullif(current_setting('app.account', true), '');
  known accounts;
  person uuid;
  chosen acting_as;
begin
  if framed is not null and framed::uuid not in (account, '00000000-0000-0000-0000-000000000000') then return null; end if;
  select * into known from accounts a where a.id = account and a.disabled_at is null;
  if known.id is null then return null; end if;
  select coalesce(m.merged_into, m.id) into person from account_persons a join members m on m.id = a.person_id
    where a.account_id = account and a.region = current_schema();
  select * into chosen from acting_as c where c.session = authority_of.session and c.account = authority_of.account;
  return jsonb_build_object('name', known.name, 'person', person, 'chose', chosen.session is not null, 'chosen', chosen.appointment_id, 'posts', coalesce((
    select jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'title', a.title, 'unionId', a.union_id, 'unionName', u.name,
      'path', a.union_path, 'until', a.until_on, 'powers', c.powers, 'secondFactor', c.second_factor) order by a.union_path, a.from_on, a.id)
    from appointments a join unions u on u.id = a.union_id
    left join lateral (select p.powers, p.second_factor from post_kind_changes p
      where p.kind = a.kind and p.union_path = left(a.union_path, 4) and p.from_on <= today order by p.from_on desc, p.made_at desc limit 1) c on true
    where a.member_id = any (array(select person union all select m.id from members m where m.merged_into = person))
      and a.in_office @> today and not a.waits_for_confirmation and u.state <> 'dissolved'), '[]'));
end $$;
revoke execute on function authority_of from public;
grant execute on function authority_of to gongqiao_public, gongqiao_self;

-- Whoever takes on a post with authority over others signs in with a second factor from then on.
create function demand_second_factor(member uuid) returns void language sql security definer set search_path from current as $$
  update accounts set requires_second_factor = true where not requires_second_factor and id in (
    select a.account_id from account_persons a where a.region = current_schema() and a.person_id = demand_second_factor.member)
$$;
revoke execute on function demand_second_factor from public;
grant execute on function demand_second_factor to gongqiao_post;

-- Which kinds of post a person holds on a day anywhere in the region: so that separation and "nobody adds to his own" see beyond a scope.
-- Kinds only; where and since when stays within scope.
create function held_kinds(person uuid, on_day date) returns table (kind text) language sql stable security definer set search_path from current as $$
  select distinct a.kind from appointments a
  where a.member_id = any (array(select person union all select m.id from members m where m.merged_into = person)) and a.in_office @> on_day
$$;
revoke execute on function held_kinds from public;
grant execute on function held_kinds to gongqiao_post;
