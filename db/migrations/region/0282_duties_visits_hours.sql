-- The clock looks again at whoever planned a visit or has a problem in hand (the superior, not the union visited), and at the hours of part-timers.
create function touch_duties_by_visit() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into duty_touches (union_id, source)
    select distinct v.from_union_id, 'visit_problems' from fresh p join visits v on v.id = p.visit_id;
  return null;
end $$;
revoke execute on function touch_duties_by_visit from public;
create trigger duty_added after insert on visit_problems referencing new table as fresh
  for each statement execute function touch_duties_by_visit();
create trigger duty_changed after update on visit_problems referencing new table as fresh
  for each statement execute function touch_duties_by_visit();
do $$ begin
  call touching('visits', 'from_union_id');
  call touching('cadre_hours', 'union_id');
  call touching('cadre_time_agreements', 'union_id');
end $$;
create index visits_planned on visits (from_union_id, planned_on);
