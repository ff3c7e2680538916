-- What the records of a subtree lack of the fields that their union asks for on a day, beside what stands in them: `problems` as it
-- is, and as it should be. With `tried`, as if the union at path `at` asked for those fields (a deeper union's own rule still wins).
-- The same rule as `recordProblems`, for many rows at once; a test holds the two together.
create function member_lacks(lo text, hi text, day date, usual text[], at text default null, tried text[] default null)
returns table (id uuid, status text, was text[], now text[]) language sql stable as $$
  select m.id, m.status, m.problems,
    array(select p from unnest(m.problems) p where p <> all (array['noMobile', 'noSexOrBirth', 'noEmployer', 'noForm',
      'noEthnicity', 'noPolitical', 'noEducation', 'noHousehold', 'noJob', 'noBasis'])) ||
    array(select v.code from (values
      ('mobile', 'noMobile', m.mobile is null),
      ('sexAndBirth', 'noSexOrBirth', m.sex is null or m.birth_on is null),
      ('employer', 'noEmployer', coalesce(m.employer, '') = '' and coalesce(m.employment_form, '') not in ('flexible', 'newForm')
        and m.status not in ('left', 'expelled')),
      ('employmentForm', 'noForm', m.employment_form is null and m.status not in ('left', 'expelled')),
      ('ethnicity', 'noEthnicity', coalesce(m.ethnicity, '') = ''),
      ('political', 'noPolitical', coalesce(m.political, '') = ''),
      ('education', 'noEducation', coalesce(m.education, '') = ''),
      ('household', 'noHousehold', coalesce(m.household, '') = ''),
      ('job', 'noJob', coalesce(m.job, '') = '' and m.status not in ('left', 'expelled')),
      ('basis', 'noBasis', m.basis is null and m.status not in ('left', 'expelled', 'worker'))
    ) v (field, code, is_lacking) where v.is_lacking and v.field = any (z.fields))
  from (
    select u.path, case
      when tried is not null and u.path >= at and u.path < at || '~'
        and length(coalesce(r.union_path, '')) <= length(at) then tried
      when r.value is null then usual
      else array(select jsonb_array_elements_text(r.value)) end as fields
    from unions u left join lateral member_rule_at(u.path, 'fields', day) r on true
    where u.path >= lo and u.path < hi
  ) z
  join members m on m.union_path = z.path
  where m.merged_into is null
$$;

-- Each night: rules that begin, and unions that came under others' rules by moving. Writes only what differs.
create function recheck_member_lacks(day date, usual text[]) returns integer
language plpgsql security definer set search_path from current as $$
declare mended integer;
begin
  if not exists (select 1 from member_rules where point = 'fields') then return 0; end if;
  update members m set problems = l.now from member_lacks('', '~', day, usual) l
    where l.id = m.id and not (l.was @> l.now and l.was <@ l.now);
  get diagnostics mended = row_count;
  return mended;
end $$;
revoke execute on function member_lacks, recheck_member_lacks from public;
grant execute on function member_lacks to gongqiao_post;
grant execute on function recheck_member_lacks to gongqiao_jobs;
