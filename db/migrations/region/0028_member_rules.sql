-- Member management rules (MEM-02): what a federation asks of its unions' records and clocks. A row is never changed: a later one
-- follows it, and `value` null gives the point back to whoever stands above.
create table member_rules (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  point text not null check (point in ('fields', 'answerDays', 'acceptDays', 'retainedFor', 'duesClasses', 'checkMonths')),
  value jsonb,
  from_on date not null,
  reason text not null check (length(reason) >= 4),
  set_at timestamptz not null,
  by_post text,
  -- The order in which they were made, when two begin on one day.
  number bigint generated always as identity,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index member_rules_place on member_rules (union_path, point, from_on desc, number desc);
create index member_rules_union on member_rules (union_id);
call scope_by_union('member_rules');
revoke update, delete on member_rules from gongqiao_post;
-- A rule holds for unions that do not see the federation that made it, and for who applies there without an account.
create policy everyone on member_rules for select to gongqiao_post, gongqiao_self, gongqiao_public using (true);
grant select on member_rules to gongqiao_self, gongqiao_public;

-- The rule on a point that holds at a place of the tree on a day: the nearest union's newest; none when law and practice hold alone.
create function member_rule_at(place text, wanted text, day date) returns setof member_rules language sql stable as $$
  select r.* from (
    select distinct on (n.union_path) n.id from member_rules n
    where n.union_path = any (array(select left(place, k * 4) from generate_series(1, length(place) / 4) k))
      and n.point = wanted and n.from_on <= day
    order by n.union_path, n.from_on desc, n.number desc) newest
  join member_rules r on r.id = newest.id
  where r.value is not null order by length(r.union_path) desc limit 1
$$;
grant execute on function member_rule_at to gongqiao_post, gongqiao_self, gongqiao_public;
