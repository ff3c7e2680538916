-- What a superior must see of the unions below: members lost, nothing done, chair vacant, structure broken, committees unlike the
-- workforce (ORG-14, ORG-15). Worked out from the records by `steering/alarms`; a row lasts from the day it was noticed to the day it was gone.
create table alarms (
  id uuid primary key default gen_random_uuid(),
  kind text collate "C" not null check (kind in ('lost', 'inactive', 'vacant', 'broken', 'unlike')),
  subject text collate "C" not null default '',
  union_id uuid not null,
  union_path text collate "C" not null,
  since date not null,
  figures jsonb not null,
  noticed_on date not null,
  ended_on date,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (ended_on is null or ended_on >= noticed_on)
);
create unique index alarms_one on alarms (union_id, kind, subject) where ended_on is null;
create index alarms_open on alarms (union_path, since) where ended_on is null;
create index alarms_path on alarms (union_path, noticed_on);
call scope_by_union('alarms');

-- What people did about an alarm: urged, replied, took note of it with a reason until a day. Nothing of it is ever changed.
create table alarm_steps (
  id uuid primary key default gen_random_uuid(),
  alarm_id uuid not null references alarms (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text collate "C" not null check (kind in ('urged', 'replied', 'noted')),
  body text not null check (length(body) between 4 and 400),
  by_union uuid not null references unions (id),
  by_post text not null,
  on_day date not null,
  until_on date,
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((kind = 'replied') = (until_on is null))
);
create index alarm_steps_of on alarm_steps (alarm_id, at);
create index alarm_steps_path on alarm_steps (union_path);
create index alarm_steps_by on alarm_steps (by_union);
call scope_by_union('alarm_steps');
revoke update, delete on alarm_steps from gongqiao_post;

-- Unions whose records changed since they were last looked at, as the clock is told of them, and what has been looked at.
create table alarm_touches (id bigint generated always as identity primary key, union_id uuid not null);
create table alarm_runs (one boolean primary key default true check (one), full_on date not null, at timestamptz not null);
alter table alarm_touches enable row level security;
alter table alarm_runs enable row level security;
grant select, delete on alarm_touches to gongqiao_post;
grant select, insert, update on alarm_runs to gongqiao_post;
create function touch_alarms() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into alarm_touches (union_id) select distinct union_id from fresh;
  return null;
end $$;
revoke execute on function touch_alarms from public;
create trigger alarms_touched after insert on duty_touches referencing new table as fresh for each statement execute function touch_alarms();

do $$ begin
  execute format('create policy clock on alarm_touches to gongqiao_post using (%s = '''')', setting_of('app.lo'));
  -- Everybody may read when the alarms were last looked at.
  execute 'create policy seen on alarm_runs for select to gongqiao_post using (true)';
  execute format('create policy clock on alarm_runs to gongqiao_post using (%s = '''')', setting_of('app.lo'));
  execute format('create policy clock_adds on alarms as restrictive for insert to gongqiao_post with check (%s = '''')', setting_of('app.lo'));
  execute format('create policy clock_changes on alarms as restrictive for update to gongqiao_post using (%s = '''')', setting_of('app.lo'));
  execute format('create policy clock_removes on alarms as restrictive for delete to gongqiao_post using (%s = '''')', setting_of('app.lo'));
end $$;

-- The first line of all says since when the platform could have noticed anything.
create index journal_at on journal (at);
