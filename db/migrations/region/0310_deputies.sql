-- Deputies of the workers' congress (职工代表, DEM-02, WC-04 to WC-12): a term with its electoral units and seats, the persons who sit for
-- them, and the special committees. A seat that is vacated stays on record; who takes it next is a row of his own.
create table congress_terms (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  number integer not null check (number between 1 and 99),
  scope text not null check (scope in ('unit', 'regional', 'trade')),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  staff integer not null check (staff between 1 and 10000000),
  women integer not null check (women between 0 and staff),
  seats integer not null check (seats between 1 and 5000),
  -- The rules as they stood when the term was opened: what was asked for, by which article.
  findings jsonb not null,
  reason text check (length(reason) between 4 and 400),
  delayed_until date check (delayed_until > ends_on),
  delayed_why text check (length(delayed_why) between 4 and 400),
  made_on date not null,
  unique (union_id, number),
  unique (id, union_id),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((delayed_until is null) = (delayed_why is null))
);
create index congress_terms_path on congress_terms (union_path, starts_on);

create table deputy_units (
  id uuid primary key default gen_random_uuid(),
  term_id uuid not null references congress_terms (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  position integer not null,
  name text not null check (length(name) between 1 and 80),
  covers_union_id uuid,
  staff integer not null check (staff >= 0),
  seats integer not null check (seats between 1 and 2000),
  unique (term_id, position),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index deputy_units_path on deputy_units (union_path);

create table deputies (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  term_id uuid not null references congress_terms (id),
  electoral_unit_id uuid not null references deputy_units (id),
  member_id uuid not null references members (id),
  name text not null check (length(name) between 1 and 60),
  is_manager boolean not null,
  is_woman boolean not null,
  is_front_line boolean not null,
  job text check (length(job) <= 40),
  since date not null,
  until date,
  ended_by text check (ended_by in ('recalled', 'left', 'transferred', 'resigned', 'died', 'mistaken')),
  ended_why text check (length(ended_why) <= 400),
  -- The vote that made him a deputy and the one that recalled him: staff of the unit, present, in favour.
  election_id uuid,
  vote jsonb,
  evidence text check (length(evidence) <= 200),
  recall jsonb,
  replaces_id uuid references deputies (id),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (until is null or until >= since),
  check ((until is null) = (ended_by is null))
);
create index deputies_path on deputies (union_path, name);
create index deputies_member on deputies (member_id);
create index deputies_unit on deputies (electoral_unit_id);
create unique index deputies_once on deputies (term_id, member_id) where until is null;

create table deputy_committees (
  id uuid primary key default gen_random_uuid(),
  term_id uuid not null references congress_terms (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  title text not null check (length(title) between 2 and 40),
  adopted_on date,
  adopted_at text check (length(adopted_at) <= 80),
  ended_on date,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index deputy_committees_path on deputy_committees (union_path);
create unique index deputy_committees_title on deputy_committees (term_id, title) where ended_on is null;

create table deputy_committee_members (
  id uuid primary key default gen_random_uuid(),
  committee_id uuid not null references deputy_committees (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  member_id uuid not null references members (id),
  name text not null,
  is_head boolean not null,
  unique (committee_id, member_id),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index deputy_committee_members_path on deputy_committee_members (union_path);

do $$
declare part text;
begin
  foreach part in array array['congress_terms', 'deputy_units', 'deputies', 'deputy_committees', 'deputy_committee_members'] loop
    execute format('call scope_by_union(%L)', part);
  end loop;
end $$;
revoke delete on congress_terms, deputies from gongqiao_post;
call touching('deputies', 'union_id');
call touching('congress_terms', 'union_id');
call scope_by_self('deputies', 'member_id');

-- The congress unions whose deputies a worker sees: his own and those above it.
create function own_congress_terms() returns setof uuid language sql stable security definer set search_path from current as $$
  select t.id from members m join congress_terms t on t.union_path = any (array(select left(m.union_path, n) from generate_series(4, length(m.union_path), 4) n))
  where m.id = nullif(current_setting('app.me', true), '')::uuid and m.status in ('worker', 'member', 'retained') and m.merged_into is null
$$;
revoke execute on function own_congress_terms from public;
grant execute on function own_congress_terms to gongqiao_self;
create policy of_my_unit on congress_terms for select to gongqiao_self using (id in (select own_congress_terms()));
create policy of_my_unit on deputy_units for select to gongqiao_self using (term_id in (select own_congress_terms()));
create policy of_my_unit on deputies for select to gongqiao_self using (term_id in (select own_congress_terms()));
create policy of_my_unit on deputy_committees for select to gongqiao_self using (term_id in (select own_congress_terms()));
grant select on congress_terms, deputy_units, deputy_committees to gongqiao_self;

-- Who sits as a deputy on a day. A seat lapses by itself when the person is no longer a worker of the union or below it (WC-11), so this
-- looks at his record wherever it is now; who asks must have the union in his scope, or be a worker of it.
create function deputies_on(of_union uuid, of_member uuid, on_day date) returns setof deputies
language sql stable security definer set search_path from current as $$
  select d.* from deputies d join congress_terms t on t.id = d.term_id join members m on m.id = d.member_id
  where (of_union is null or d.union_id = of_union) and (of_member is null or d.member_id = of_member)
    and d.since <= on_day and (d.until is null or d.until > on_day)
    and t.starts_on <= on_day and on_day <= coalesce(t.delayed_until, t.ends_on)
    and m.status in ('worker', 'member', 'retained') and m.merged_into is null
    and m.union_path >= d.union_path and m.union_path < d.union_path || '~'
    and ((d.union_path >= current_setting('app.lo', true) and d.union_path < current_setting('app.hi', true))
      or d.term_id in (select own_congress_terms()))
$$;
revoke execute on function deputies_on from public;
grant execute on function deputies_on to gongqiao_post, gongqiao_self;
