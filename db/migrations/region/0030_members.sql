-- The member database: one row a worker (职工), member or not, at the lowest node of the tree he is registered with.
create table members (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  status text not null check (status in ('worker', 'member', 'retained', 'left', 'expelled')),
  number text,
  name text collate "C" not null check (length(name) between 1 and 60),
  pinyin text collate "C" not null default '',
  initials text collate "C" not null default '',
  sex text check (sex in ('male', 'female')),
  birth_on date,
  id_type text not null default 'citizen',
  id_number text,
  id_number_index text,
  mobile text,
  mobile_index text,
  ethnicity text,
  political text,
  education text,
  household text,
  employer text collate "C",
  employer_id uuid,
  employer_code text,
  job text,
  skill_level text,
  employment_form text,
  new_form text,
  basis text,
  joined_on date,
  left_on date,
  retained_on date,
  checked_on date,
  -- Which rules the record breaks (MEM-02), worked out whenever it is written.
  problems text[] not null default '{}',
  merged_into uuid references members (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((status in ('member', 'retained')) <= (joined_on is not null)),
  check ((id_number is null) = (id_number_index is null)),
  check ((mobile is null) = (mobile_index is null))
);
-- Exactly one record a person (MEM-04): the keyed index of the identity number is unique among records that were not merged away.
create unique index members_id_number on members (id_number_index) where merged_into is null;
create unique index members_number on members (number) where merged_into is null;
create index members_mobile on members (mobile_index);
-- A list is read in this order: by union as the tree stands, within it by name.
create index members_list on members (union_path, pinyin, id);
-- The usual filters are counted from here alone, without a look at the rows.
create index members_facets on members (union_path, status, sex, birth_on, employment_form, education) include (checked_on)
  where merged_into is null;
create index members_pinyin on members (pinyin);
create index members_initials on members (initials);
create index members_name on members (name);
create index members_employer on members (employer);
create index members_employer_id on members (employer_id) where employer_id is not null;
create index members_problems on members (union_path) where problems <> '{}';
create index members_merged_into on members (merged_into) where merged_into is not null;
call scope_by_union('members');
call scope_by_self('members', 'id', 'select, update (checked_on)');

-- How many stand where, so that the total of a list needs no scan. Kept by the statement that changes the members.
create table member_counts (
  union_id uuid primary key,
  union_path text collate "C" not null,
  worker_count integer not null,
  member_count integer not null,
  retained_count integer not null,
  left_count integer not null,
  expelled_count integer not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
) with (fillfactor = 50);
create index member_counts_path on member_counts (union_path);
call scope_by_union('member_counts');
revoke insert, update, delete on member_counts from gongqiao_post;

create type member_count_change as (union_id uuid, union_path text, status text, change integer);
create function add_member_counts(changes member_count_change[]) returns void language sql security definer set search_path from current as $$
  -- In one order, so that two acts that touch the same unions wait for each other instead of locking each other out.
  insert into member_counts as kept
  select union_id, max(union_path), coalesce(sum(change) filter (where status = 'worker'), 0), coalesce(sum(change) filter (where status = 'member'), 0),
    coalesce(sum(change) filter (where status = 'retained'), 0), coalesce(sum(change) filter (where status = 'left'), 0),
    coalesce(sum(change) filter (where status = 'expelled'), 0)
  from unnest(changes) group by union_id order by union_id
  on conflict (union_id) do update set worker_count = kept.worker_count + excluded.worker_count,
    member_count = kept.member_count + excluded.member_count, retained_count = kept.retained_count + excluded.retained_count,
    left_count = kept.left_count + excluded.left_count, expelled_count = kept.expelled_count + excluded.expelled_count
$$;
revoke execute on function add_member_counts from public;

create function count_members() returns trigger language plpgsql security definer set search_path from current as $$
declare changes member_count_change[];
begin
  if tg_op = 'INSERT' then
    changes := array(select (union_id, min(union_path), status, count(*))::member_count_change from fresh
      where merged_into is null group by union_id, status);
  elsif tg_op = 'DELETE' then
    changes := array(select (union_id, min(union_path), status, -count(*))::member_count_change from gone
      where merged_into is null group by union_id, status);
  else
    changes := array(select (union_id, max(union_path), status, sum(change))::member_count_change from (
      select union_id, union_path, status, 1 as change from fresh where merged_into is null
      union all select union_id, union_path, status, -1 from gone where merged_into is null
    ) both_sides group by union_id, status having sum(change) <> 0);
  end if;
  if cardinality(changes) > 0 then perform add_member_counts(changes); end if;
  return null;
end $$;
create trigger count_added after insert on members referencing new table as fresh for each statement execute function count_members();
create trigger count_removed after delete on members referencing old table as gone for each statement execute function count_members();
create trigger count_changed after update on members referencing old table as gone new table as fresh
  for each statement execute function count_members();

-- Numbers of membership cards.
create sequence member_numbers start 1000001;
grant usage on sequence member_numbers to gongqiao_post;

-- Where a person's membership was, from when until when, and how it came and went: follows him from union to union.
-- `standing`: a retained membership (保留会籍) has no dues and no vote, so it is a stay of its own (MEM-06).
create table memberships (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references members (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  standing text not null default 'full' check (standing in ('full', 'retained')),
  from_on date not null,
  until_on date,
  came text not null check (came in ('join', 'import', 'transfer', 'rejoin', 'retain', 'restore', 'merge')),
  went text check (went in ('transfer', 'leave', 'expel', 'retain', 'restore', 'dissolve', 'death', 'merge', 'correct')),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (until_on is null or until_on >= from_on),
  check ((until_on is null) = (went is null))
);
create unique index memberships_open on memberships (member_id) where until_on is null;
create index memberships_member on memberships (member_id);
create index memberships_path on memberships (union_path);
call scope_by_union('memberships');
call scope_by_self('memberships', 'member_id');

-- The whole course of one person's membership, also the stays in unions elsewhere, for whoever may see the person.
create function membership_course(person uuid) returns table (
  union_id uuid, union_name text, standing text, from_on date, until_on date, came text, went text
) language sql stable security definer set search_path from current as $$
  select s.union_id, u.name, s.standing, s.from_on, s.until_on, s.came, s.went
  from memberships s join unions u on u.id = s.union_id join members m on m.id = s.member_id
  where s.member_id = person
    and (m.id = nullif(current_setting('app.me', true), '')::uuid
      or m.union_path >= current_setting('app.lo', true) and m.union_path < current_setting('app.hi', true))
  order by s.from_on, s.until_on nulls last
$$;
revoke execute on function membership_course from public;
grant execute on function membership_course to gongqiao_post, gongqiao_self;

-- Who already holds an identity number, anywhere in the region: a second record must not be made (MEM-04), and a transfer must
-- name the union where the membership is. Shows that and nothing more of a person out of scope.
create function member_holders(indexes text[]) returns table (
  id uuid, index text, union_id uuid, union_path text, union_name text, status text
) language sql stable security definer set search_path from current as $$
  select m.id, m.id_number_index, m.union_id, m.union_path, u.name, m.status
  from members m join unions u on u.id = m.union_id where m.id_number_index = any (indexes) and m.merged_into is null
$$;
revoke execute on function member_holders from public;
grant execute on function member_holders to gongqiao_post;

-- Where a person and a union stand in the tree, for the one step of a transfer that crosses from one scope to another.
create function places_of(person uuid, target uuid) returns table (member_path text, union_path text)
language sql stable security definer set search_path from current as $$
  select (select m.union_path from members m where m.id = person), (select u.path from unions u where u.id = target)
$$;
revoke execute on function places_of from public;
grant execute on function places_of to gongqiao_post, gongqiao_self;

-- Groups a member belongs to (MEM-05). Sensitive ones are closed to a post unless the act says that it is entitled (PI-05):
-- the database withholds them from every query that does not.
create table member_tags (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references members (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  tag text not null,
  sensitive boolean not null,
  since date not null,
  until date,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (until is null or until >= since)
);
create unique index member_tags_one on member_tags (member_id, tag) where until is null;
create index member_tags_member on member_tags (member_id);
create index member_tags_path on member_tags (union_path, tag);
call scope_by_union('member_tags');
call scope_by_self('member_tags', 'member_id');
do $$ begin
  execute format('create policy entitled on member_tags as restrictive to gongqiao_post using (not sensitive or %s = %L)',
    setting_of('app.sensitive'), 'on');
end $$;

-- What was changed in a record, by which post: the old and the new values, sealed.
create table member_changes (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references members (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  version integer not null,
  at timestamptz not null,
  act text not null,
  by_account uuid,
  by_post text,
  fields text[] not null,
  before_sealed text not null,
  after_sealed text not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index member_changes_member on member_changes (member_id, at);
create index member_changes_path on member_changes (union_path);
call scope_by_union('member_changes');
revoke update, delete on member_changes from gongqiao_post;
grant update (member_id, union_id, union_path) on member_changes to gongqiao_post;
call scope_by_self('member_changes', 'member_id');

-- Who saw a protected value in clear, when and why (PI-20). The person reads it; nobody changes it.
create table member_looks (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references members (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  field text not null,
  reason text not null check (length(reason) >= 4),
  at timestamptz not null,
  by_account uuid,
  by_union text not null,
  by_post text not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index member_looks_member on member_looks (member_id, at);
create index member_looks_path on member_looks (union_path, at);
call scope_by_union('member_looks');
revoke update, delete on member_looks from gongqiao_post;
grant update (member_id, union_id, union_path) on member_looks to gongqiao_post;
call scope_by_self('member_looks', 'member_id');

-- Consents of a person: to which purpose, under which text, given and withdrawn when (PI-02, PI-05).
create table member_consents (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references members (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  purpose text not null,
  text_version integer not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create unique index member_consents_open on member_consents (member_id, purpose) where withdrawn_at is null;
create index member_consents_member on member_consents (member_id);
create index member_consents_path on member_consents (union_path);
call scope_by_union('member_consents');
call scope_by_self('member_consents', 'member_id', 'select, insert, update (withdrawn_at)');

-- A person asks to have his record put right; a cadre decides with a reason (PI-08).
create table member_corrections (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references members (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  asked_at timestamptz not null,
  fields text[] not null,
  wanted_sealed text not null,
  note text,
  withdrawn_at timestamptz,
  decided_at timestamptz,
  decision text check (decision in ('accepted', 'refused')),
  reason text,
  by_account uuid,
  by_post text,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((decided_at is null) = (decision is null))
);
create index member_corrections_member on member_corrections (member_id, asked_at);
create index member_corrections_open on member_corrections (union_path, asked_at) where decided_at is null and withdrawn_at is null;
create index member_corrections_path on member_corrections (union_path, asked_at);
call scope_by_union('member_corrections');
call scope_by_self('member_corrections', 'member_id',
  'select, insert (id, member_id, union_id, union_path, asked_at, fields, wanted_sealed, note), update (withdrawn_at)');

-- Two records of one person made one, and all that is needed to take it back.
create table member_merges (
  id uuid primary key default gen_random_uuid(),
  kept_id uuid not null references members (id),
  dropped_id uuid not null references members (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  at timestamptz not null,
  by_account uuid,
  by_post text,
  reason text not null,
  kept_sealed text not null,
  dropped_sealed text not null,
  moved jsonb not null,
  undone_at timestamptz,
  undone_by text,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index member_merges_kept on member_merges (kept_id);
create index member_merges_dropped on member_merges (dropped_id);
create index member_merges_path on member_merges (union_path, at);
call scope_by_union('member_merges');
