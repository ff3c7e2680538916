-- A training counts where its person holds a post, whoever gave the course: those unions are looked at again (src/platform/duties).
create function touch_duties_by_training() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'INSERT' then
    insert into duty_touches (union_id, source) select distinct a.union_id, 'cadre_trainings' from appointments a join fresh t on t.member_id = a.member_id
      where t.kind = 'qualification' and t.completed_on is not null;
  else
    insert into duty_touches (union_id, source) select distinct a.union_id, 'cadre_trainings' from appointments a join fresh n on n.member_id = a.member_id join gone o on o.id = n.id
      where n.kind = 'qualification' and n.completed_on is distinct from o.completed_on;
  end if;
  return null;
end $$;
revoke execute on function touch_duties_by_training from public;
create trigger duty_added after insert on cadre_trainings referencing new table as fresh for each statement execute function touch_duties_by_training();
create trigger duty_changed after update on cadre_trainings referencing old table as gone new table as fresh
  for each statement execute function touch_duties_by_training();
