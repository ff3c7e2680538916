-- Figures of any subtree on any day, exact at every moment, from roll-ups and never from scans (ICT-08; docs: src/platform/tallies/README.md).
-- Whoever changes a stay, a person's facts, a tag or the tree appends signed facts here, in the same transaction, and waits for nobody;
-- a fold adds them into the sums of each node and of all above it; a reader adds what is not folded yet.
create table tally_facts (
  id bigint generated always as identity primary key,
  sign smallint not null,
  -- The union itself and those above it at the time, so that facts of before and after a move add up in any order.
  own uuid,
  above uuid[] not null,
  kind text not null,
  unit_type text not null,
  sector text not null,
  from_on date not null,
  until_on date,
  standing text,
  came text,
  went text,
  birth_on date,
  facts text[],
  tag text,
  sensitive boolean not null default false
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
alter table tally_facts enable row level security;
do $$ begin
  execute format('create policy fold on tally_facts to gongqiao_post using (%s = '''')', setting_of('app.lo'));
end $$;
grant select, delete on tally_facts to gongqiao_post;

-- What is counted, by number: `sex.male`, `tag.migrant`, `age.35`. Grows by itself when a new value appears.
create table tally_cells (id smallint primary key, name text not null unique);
alter table tally_cells enable row level security;
create policy everyone on tally_cells to gongqiao_post using (true);
grant select, insert on tally_cells to gongqiao_post;

-- The sums of a node and all below it as of a day, packed: pairs of cell and count. A slice is the part of them that stands below in
-- unions of one kind, type of unit or sector; `sensitive` holds what may be told only in round figures.
create table tallies (
  union_id uuid not null,
  union_path text collate "C" not null,
  slice text collate "C" not null default '',
  as_of date not null,
  counts bytea not null,
  -- The same at the end of the year before: what the year began with is asked for most.
  opening bytea not null,
  -- Whether the history is kept by year; else it is one row, under the year 0.
  split boolean not null default false,
  primary key (union_id, slice),
  foreign key (union_id, union_path) references unions (id, path) on update cascade on delete cascade
) with (fillfactor = 70);
alter table tallies alter counts set storage main;
create index tallies_path on tallies (union_path, slice);
create index tallies_as_of on tallies (as_of);

-- What changed in a year: `net` in all, `events` by day, packed. A small node has one row for all years.
create table tally_years (
  union_id uuid not null,
  union_path text collate "C" not null,
  slice text collate "C" not null default '',
  year smallint not null,
  net bytea not null,
  events bytea not null,
  primary key (union_id, slice, year),
  foreign key (union_id, union_path) references unions (id, path) on update cascade on delete cascade
);
create index tally_years_path on tally_years (union_path);
call scope_by_union('tallies');
call scope_by_union('tally_years');
do $$
declare kept text;
begin
  foreach kept in array array['tallies', 'tally_years'] loop
    execute format('create policy entitled on %I as restrictive to gongqiao_post using (slice <> ''sensitive'' or %s = ''on'')',
      kept, setting_of('app.sensitive'));
    -- Only the fold writes, and it stands above all scopes.
    execute format('create policy fold_adds on %I as restrictive for insert to gongqiao_post with check (%s = '''')', kept, setting_of('app.lo'));
    execute format('create policy fold_changes on %I as restrictive for update to gongqiao_post using (%s = '''')', kept, setting_of('app.lo'));
    execute format('create policy fold_removes on %I as restrictive for delete to gongqiao_post using (%s = '''')', kept, setting_of('app.lo'));
  end loop;
end $$;

create type tally_person as (id uuid, birth_on date, facts text[]);
create type tally_place as (union_id uuid, own uuid, above uuid[], kind text, unit_type text, sector text);

-- The order of these is the order of `dimensions` in src/platform/tallies/facts.ts.
create function tally_person_of(m members) returns tally_person language sql immutable as $$
  select row (m.id, m.birth_on,
    array[m.sex, m.employment_form, m.education, m.political, m.skill_level, m.household, m.new_form])::tally_person
$$;

create function tally_places(ids uuid[]) returns tally_place[] language sql stable as $$
  select array(
    select row (u.id, u.id, array(
        select a.id from unions a
        where a.path = any (array(select left(u.path, n * 4) from generate_series(1, length(u.path) / 4 - 1) n)) order by a.path),
      u.kind, u.unit_type, coalesce(u.sector, ''))::tally_place
    from unions u where u.id = any (ids))
$$;

-- Appends the facts of stays, with their persons' and of the tags that fall into them. Persons not given are merged away and count nowhere.
-- The planner takes every array for ten rows; without loops inside loops the joins stay linear in a bulk of 100,000.
create function tally_stays(sign int, stays memberships[], persons tally_person[], places tally_place[]) returns void
language sql set enable_nestloop = off as $$
  insert into tally_facts (sign, own, above, kind, unit_type, sector, from_on, until_on, standing, came, went, birth_on, facts, tag, sensitive)
  select sign, p.own, p.above, p.kind, p.unit_type, p.sector, s.from_on, s.until_on, s.standing, s.came, s.went, m.birth_on, m.facts, null, false
  from unnest(stays) s join unnest(persons) m on m.id = s.member_id join unnest(places) p on p.union_id = s.union_id;
  insert into tally_facts (sign, own, above, kind, unit_type, sector, from_on, until_on, tag, sensitive)
  select sign, p.own, p.above, p.kind, p.unit_type, p.sector, greatest(s.from_on, t.since), least(s.until_on, t.until), t.tag, t.sensitive
  from member_tags t join unnest(stays) s on s.member_id = t.member_id and s.standing = 'full'
    join unnest(persons) m on m.id = s.member_id join unnest(places) p on p.union_id = s.union_id
  where t.member_id = any (array(select x.member_id from unnest(stays) x))
    and greatest(s.from_on, t.since) < coalesce(least(s.until_on, t.until), 'infinity');
$$;

create function tally_tags(sign int, tags member_tags[]) returns void language sql set enable_nestloop = off as $$
  insert into tally_facts (sign, own, above, kind, unit_type, sector, from_on, until_on, tag, sensitive)
  select sign, p.own, p.above, p.kind, p.unit_type, p.sector, greatest(s.from_on, t.since), least(s.until_on, t.until), t.tag, t.sensitive
  from (select * from memberships o where o.member_id = any (array(select x.member_id from unnest(tags) x)) and o.standing = 'full') s
    join (select id from members o where o.id = any (array(select x.member_id from unnest(tags) x)) and o.merged_into is null) m
      on m.id = s.member_id
    join unnest(tags) t on t.member_id = s.member_id
    join unnest(tally_places(array(select distinct o.union_id from memberships o
      where o.member_id = any (array(select x.member_id from unnest(tags) x))))) p on p.union_id = s.union_id
  where greatest(s.from_on, t.since) < coalesce(least(s.until_on, t.until), 'infinity');
$$;

-- People registered who are no members: counted as of today only, for nobody recorded since when.
create function tally_workers(sign int, workers members[], places tally_place[]) returns void
language sql set enable_nestloop = off as $$
  insert into tally_facts (sign, own, above, kind, unit_type, sector, from_on, standing)
  select sign, p.own, p.above, p.kind, p.unit_type, p.sector, '1900-01-01', 'worker'
  from unnest(workers) m join unnest(places) p on p.union_id = m.union_id
$$;

-- Facts, stays and tags of one person are changed one after the other, so that each change sees the others' last state.
-- Rows of this same transaction are nobody else's yet.
create function tally_hold(ids uuid[]) returns void language plpgsql as $$
begin
  perform 1 from members m where m.id = any (ids) and m.xmin <> pg_current_xact_id()::xid order by m.id for no key update;
end $$;

create function tally_stays_now(sign int, stays memberships[]) returns void language plpgsql as $$
begin
  perform tally_stays(sign, stays,
    array(select tally_person_of(m) from members m
      where m.id = any (array(select s.member_id from unnest(stays) s)) and m.merged_into is null),
    tally_places(array(select distinct s.union_id from unnest(stays) s)));
end $$;

create function tally_memberships() returns trigger language plpgsql security definer set search_path from current as $$
declare
  before memberships[];
  after memberships[];
begin
  if tg_op = 'INSERT' then
    after := array(select n from fresh n);
  elsif tg_op = 'DELETE' then
    before := array(select o from gone o);
  else
    -- A move of the union changes the path alone, and is counted where the union moves.
    select array_agg(o.*::memberships), array_agg(n.*::memberships) into before, after
    from gone o join fresh n using (id)
    where (o.member_id, o.union_id, o.standing, o.from_on, o.until_on, o.came, o.went)
      is distinct from (n.member_id, n.union_id, n.standing, n.from_on, n.until_on, n.came, n.went);
  end if;
  if coalesce(cardinality(before), cardinality(after), 0) = 0 then return null; end if;
  perform tally_hold(array(select s.member_id from unnest(before || after) s));
  if cardinality(before) > 0 then perform tally_stays_now(-1, before); end if;
  if cardinality(after) > 0 then perform tally_stays_now(1, after); end if;
  return null;
end $$;
create trigger tally_added after insert on memberships referencing new table as fresh for each statement execute function tally_memberships();
create trigger tally_removed after delete on memberships referencing old table as gone for each statement execute function tally_memberships();
create trigger tally_changed after update on memberships referencing old table as gone new table as fresh
  for each statement execute function tally_memberships();

create function tally_tagged() returns trigger language plpgsql security definer set search_path from current as $$
declare
  before member_tags[];
  after member_tags[];
begin
  if tg_op = 'INSERT' then
    after := array(select n from fresh n);
  elsif tg_op = 'DELETE' then
    before := array(select o from gone o);
  else
    select array_agg(o.*::member_tags), array_agg(n.*::member_tags) into before, after
    from gone o join fresh n using (id)
    where (o.member_id, o.tag, o.sensitive, o.since, o.until) is distinct from (n.member_id, n.tag, n.sensitive, n.since, n.until);
  end if;
  if coalesce(cardinality(before), cardinality(after), 0) = 0 then return null; end if;
  perform tally_hold(array(select t.member_id from unnest(before || after) t));
  if cardinality(before) > 0 then perform tally_tags(-1, before); end if;
  if cardinality(after) > 0 then perform tally_tags(1, after); end if;
  return null;
end $$;
create trigger tally_added after insert on member_tags referencing new table as fresh for each statement execute function tally_tagged();
create trigger tally_removed after delete on member_tags referencing old table as gone for each statement execute function tally_tagged();
create trigger tally_changed after update on member_tags referencing old table as gone new table as fresh
  for each statement execute function tally_tagged();

create function tally_members() returns trigger language plpgsql security definer set search_path from current as $$
declare
  before tally_person[];
  after tally_person[];
  stays memberships[];
  workers_before members[];
  workers_after members[];
begin
  if tg_op = 'INSERT' then
    workers_after := array(select n from fresh n where n.status = 'worker' and n.merged_into is null);
  elsif tg_op = 'DELETE' then
    workers_before := array(select o from gone o where o.status = 'worker' and o.merged_into is null);
  else
    select array_agg(tally_person_of(o.*::members)) filter (where o.merged_into is null),
      array_agg(tally_person_of(n.*::members)) filter (where n.merged_into is null) into before, after
    from gone o join fresh n using (id)
    where (o.birth_on, o.sex, o.employment_form, o.education, o.political, o.skill_level, o.household, o.new_form, o.merged_into is null)
      is distinct from
      (n.birth_on, n.sex, n.employment_form, n.education, n.political, n.skill_level, n.household, n.new_form, n.merged_into is null);
    select array_agg(o.*::members) filter (where o.status = 'worker' and o.merged_into is null),
      array_agg(n.*::members) filter (where n.status = 'worker' and n.merged_into is null) into workers_before, workers_after
    from gone o join fresh n using (id)
    where (o.status, o.union_id, o.merged_into is null) is distinct from (n.status, n.union_id, n.merged_into is null);
    if before is not null or after is not null then
      stays := array(select s from memberships s where s.member_id = any (array(select p.id from unnest(before || after) p)));
      perform tally_stays(-1, stays, before, tally_places(array(select distinct s.union_id from unnest(stays) s)));
      perform tally_stays(1, stays, after, tally_places(array(select distinct s.union_id from unnest(stays) s)));
    end if;
  end if;
  if cardinality(workers_before) > 0 then
    perform tally_workers(-1, workers_before, tally_places(array(select distinct m.union_id from unnest(workers_before) m)));
  end if;
  if cardinality(workers_after) > 0 then
    perform tally_workers(1, workers_after, tally_places(array(select distinct m.union_id from unnest(workers_after) m)));
  end if;
  return null;
end $$;
create trigger tally_added after insert on members referencing new table as fresh for each statement execute function tally_members();
create trigger tally_removed after delete on members referencing old table as gone for each statement execute function tally_members();
create trigger tally_changed after update on members referencing old table as gone new table as fresh
  for each statement execute function tally_members();

-- A union that moved or changed its class takes its stays from where they were counted to where they are now: the nodes above it that
-- changed, and the slices. Its own sums stay as they are.
create function tally_unions() returns trigger language plpgsql security definer set search_path from current as $$
declare
  changed uuid[] := array(select n.id from gone o join fresh n using (id)
    where (o.path, o.kind, o.unit_type, coalesce(o.sector, '')) is distinct from (n.path, n.kind, n.unit_type, coalesce(n.sector, '')));
  was tally_place[];
  now tally_place[];
  stays memberships[];
  workers members[];
  persons tally_person[];
begin
  if cardinality(changed) = 0 then return null; end if;
  -- Waits for whoever is just filing somebody there; whoever comes later waits for us.
  perform 1 from unions u where u.id = any (changed) order by u.id for update;
  now := tally_places(changed);
  was := array(
    select row (o.id, null, array(
        select a.id from (
          select g.id, g.path from gone g union all select u.id, u.path from unions u where not exists (select 1 from gone g where g.id = u.id)) a
        where a.path = any (array(select left(o.path, n * 4) from generate_series(1, length(o.path) / 4 - 1) n)) order by a.path),
      o.kind, o.unit_type, coalesce(o.sector, ''))::tally_place
    from gone o where o.id = any (changed));
  select array_agg(row (w.union_id, null, w.above_only, w.kind, w.unit_type, w.sector)::tally_place),
    array_agg(row (w.union_id, null, w.now_only, w.now_kind, w.now_type, w.now_sector)::tally_place) into was, now
  from (
    select o.union_id, o.kind, o.unit_type, o.sector, n.kind as now_kind, n.unit_type as now_type, n.sector as now_sector,
      case when same then array(select unnest(o.above) except select unnest(n.above)) else o.above end as above_only,
      case when same then array(select unnest(n.above) except select unnest(o.above)) else n.above end as now_only
    from unnest(was) o join unnest(now) n using (union_id),
      lateral (select (o.kind, o.unit_type, o.sector) = (n.kind, n.unit_type, n.sector) as same) s
  ) w where cardinality(w.above_only) + cardinality(w.now_only) > 0;
  if was is null then return null; end if;
  stays := array(select s from memberships s join unions u on u.id = s.union_id and u.path = s.union_path where u.id = any (changed));
  workers := array(select m from members m join unions u on u.id = m.union_id and u.path = m.union_path
    where u.id = any (changed) and m.status = 'worker' and m.merged_into is null);
  persons := array(select tally_person_of(m) from members m
    where m.id = any (array(select s.member_id from unnest(stays) s)) and m.merged_into is null);
  perform tally_stays(-1, stays, persons, was);
  perform tally_stays(1, stays, persons, now);
  perform tally_workers(-1, workers, was);
  perform tally_workers(1, workers, now);
  return null;
end $$;
create trigger tally_changed after update on unions referencing old table as gone new table as fresh
  for each statement execute function tally_unions();

-- What is not folded yet of some nodes within the caller's scope: mostly nothing, which is found out first.
create function tally_facts_of(nodes uuid[]) returns setof tally_facts language plpgsql stable security definer set search_path from current as $$
begin
  if not exists (select 1 from tally_facts) then return; end if;
  return query select f.* from tally_facts f
    where (f.own = any (nodes) or f.above && nodes)
      and (not f.sensitive or current_setting('app.sensitive', true) = 'on')
      and not exists (
        select 1 from unions u where u.id = any (nodes)
          and not (u.path >= current_setting('app.lo', true) and u.path < current_setting('app.hi', true)) is true);
end $$;

-- The list behind a figure: whoever is counted in it, as the record says today. A person who has since gone to another union is still
-- named, for he was a member here on that day, but nothing else of him is shown and his record stays closed (`is_here`).
-- `came` and `went` are those after `since` up to the day; `worker` is as of today; closed tags have no list here.
create function tally_records(node uuid, day date, since date, dimension text, value text, most int, skipped int) returns table (
  member_id uuid, name text, union_id uuid, union_name text, from_on date, until_on date, is_here boolean
) language plpgsql stable security definer set search_path from current as $$
declare
  lo text := (select n.path from unions n where n.id = node
    and n.path >= current_setting('app.lo', true) and n.path < current_setting('app.hi', true));
  hi text := lo || '~';
  nth int := array_position(array['sex', 'employmentForm', 'education', 'political', 'skillLevel', 'household', 'newForm'], dimension);
begin
  if lo is null then return; end if;
  if dimension = 'standing' and value = 'worker' then
    return query select m.id, m.name, m.union_id, u.name, m.created_at::date, null::date, true
    from members m join unions u on u.id = m.union_id
    where m.union_path >= lo and m.union_path < hi and m.status = 'worker' and m.merged_into is null
    order by m.union_path, m.pinyin, m.id limit most offset skipped;
    return;
  end if;
  return query select m.id, m.name, s.union_id, u.name, s.from_on, s.until_on,
    m.union_path >= current_setting('app.lo', true) and m.union_path < current_setting('app.hi', true)
  from memberships s join members m on m.id = s.member_id and m.merged_into is null join unions u on u.id = s.union_id
  where s.union_path >= lo and s.union_path < hi and case dimension
    when 'came' then s.came = value and s.from_on > since and s.from_on <= day
    when 'went' then s.went = value and s.until_on > since and s.until_on <= day
    else s.from_on <= day and (s.until_on is null or s.until_on > day)
      and case dimension
        when 'standing' then s.standing = value
        when 'age' then s.standing = 'full' and case when value = '' then m.birth_on is null else
          extract(year from day) - extract(year from m.birth_on) - (to_char(day, 'MM-DD') < to_char(m.birth_on, 'MM-DD'))::int
            >= value::int
          and (value = '60' or extract(year from day) - extract(year from m.birth_on)
            - (to_char(day, 'MM-DD') < to_char(m.birth_on, 'MM-DD'))::int
            < (array[25, 35, 45, 55, 60])[array_position(array['0', '25', '35', '45', '55'], value)]) end
        when 'tag' then s.standing = 'full' and exists (select 1 from member_tags t where t.member_id = m.id and t.tag = value
          and not t.sensitive and t.since <= day and (t.until is null or t.until > day))
        else s.standing = 'full' and coalesce((tally_person_of(m)).facts[nth], '') = value end end
  order by s.union_path, s.id limit most offset skipped;
end $$;

do $$
declare done text;
begin
  foreach done in array array['function tally_facts_of', 'function tally_records', 'function tally_stays', 'function tally_tags',
    'function tally_workers', 'function tally_hold', 'function tally_stays_now'] loop
    execute format('revoke execute on %s from public', done);
  end loop;
end $$;
grant execute on function tally_facts_of, tally_records to gongqiao_post;

-- Those who were there before the figures were kept.
do $$
begin
  perform tally_stays_now(1, array(select s from memberships s));
  perform tally_workers(1, array(select m from members m where m.status = 'worker' and m.merged_into is null),
    tally_places(array(select id from unions)));
end $$;
