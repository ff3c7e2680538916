-- Where the persons can be reached, sealed as the accounts keep it: for the job that sends, and nobody else.
create function notice_addresses(persons uuid[]) returns table (person_id uuid, mobile_sealed text, email_sealed text)
language sql stable security definer set search_path from current as $$
  select distinct on (coalesce(m.merged_into, m.id)) coalesce(m.merged_into, m.id), a.mobile_sealed, a.email_sealed
  from members m join account_persons p on p.person_id = m.id and p.region = current_schema()
  join accounts a on a.id = p.account_id and a.disabled_at is null
  where m.id = any (persons) or m.merged_into = any (persons)
  order by coalesce(m.merged_into, m.id), m.merged_into nulls first, p.created_at
$$;
revoke execute on function notice_addresses from public;
grant execute on function notice_addresses to gongqiao_jobs;

-- After a changed preference what has not left yet is planned anew.
grant update (planned_at) on notices to gongqiao_self;

-- How many notices a person gets in a week, and which kinds make the most: counts for the administrator at the top, never whose or what.
create function notice_weeks(since timestamptz, until timestamptz)
returns table (week date, persons integer, total integer, median double precision, p95 double precision, most integer, outward integer)
language sql stable security definer set search_path from current as $$
  with counted as (
    select date_trunc('week', n.at at time zone 'Asia/Shanghai')::date as week, n.person_id, count(*)::int as got
    from notices n where n.at >= since and n.at < until and length(current_setting('app.lo', true)) = 4 group by 1, 2
  ), outside as (
    select date_trunc('week', d.made_at at time zone 'Asia/Shanghai')::date as week, count(*)::int as sent
    from notice_deliveries d where d.made_at >= since and d.made_at < until and d.state = 'sent' group by 1
  )
  select c.week, count(*)::int, sum(got)::int, percentile_cont(0.5) within group (order by got),
    percentile_cont(0.95) within group (order by got), max(got), coalesce(max(o.sent), 0)
  from counted c left join outside o on o.week = c.week group by c.week order by c.week desc
$$;
create function notice_kinds(since timestamptz, until timestamptz)
returns table (kind text, total integer, persons integer, most integer, read_in_day integer, done integer, muted integer)
language sql stable security definer set search_path from current as $$
  with counted as (
    select n.kind, n.person_id, count(*)::int as got, count(*) filter (where n.read_at <= n.at + interval '24 hours')::int as read_in_day,
      count(*) filter (where n.done_at is not null)::int as done
    from notices n where n.at >= since and n.at < until and length(current_setting('app.lo', true)) = 4 group by 1, 2
  )
  select c.kind, sum(got)::int, count(*)::int, max(got), sum(c.read_in_day)::int, sum(c.done)::int,
    (select count(*)::int from notice_preferences p where c.kind = any (p.muted))
  from counted c group by c.kind order by 2 desc
$$;
revoke execute on function notice_weeks, notice_kinds from public;
grant execute on function notice_weeks, notice_kinds to gongqiao_post;
