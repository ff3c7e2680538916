-- The statutory clock: what each union owes, since when and until when (EXE-01, SUP-02; src/platform/duties/README.md).
-- A row is one occurrence of a clock: its days are worked out from the fact that set it going; how it stands follows from them and today.
create table duties (
  id uuid primary key,
  clock text collate "C" not null,
  union_id uuid not null,
  union_path text collate "C" not null,
  subject uuid not null,
  about text check (length(about) <= 80),
  owed_by text[] not null,
  since date not null,
  warn_on date[] not null,
  due_on date not null,
  escalate_on date[] not null,
  closed_on date,
  closed_as text check (closed_as in ('fulfilled', 'excused', 'void')),
  is_estimate boolean not null,
  basis jsonb not null,
  -- Of all that was worked out, so that a run writes only what changed.
  digest text not null,
  -- The day on which an end that is recorded already comes.
  look_on date,
  next_on date,
  excused_on date,
  excuse text check (length(excuse) between 4 and 400),
  excused_by uuid references unions (id),
  excused_post text,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  unique (clock, subject, since),
  check ((closed_on is null) = (closed_as is null)),
  check ((excused_on is null) = (excuse is null))
);
create index duties_owed on duties (union_path, due_on) where closed_on is null;
create index duties_path on duties (union_path, due_on);
create index duties_union on duties (union_id);
create index duties_next on duties (next_on) where next_on is not null;
create index duties_look on duties (look_on) where look_on is not null;
create index duties_excused_by on duties (excused_by) where excused_by is not null;
call scope_by_union('duties');

-- What happened to a duty, each once and under its own day, however late it was noticed.
create table duty_events (
  id bigint generated always as identity primary key,
  duty_id uuid not null references duties (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null check (kind in ('opened', 'warned', 'overdue', 'escalated', 'fulfilled', 'excused', 'void')),
  on_day date not null,
  -- Of an escalation: how many levels above the union.
  level smallint not null default 0,
  recorded_at timestamptz not null default now(),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  unique (duty_id, kind, on_day)
);
create index duty_events_path on duty_events (union_path, on_day);
call scope_by_union('duty_events');

-- Unions whose records changed since they were last looked at; anyone's act adds one, the clock takes it away.
-- `source`: the table, so that only the clocks that read it are asked.
create table duty_touches (id bigint generated always as identity primary key, union_id uuid not null, source text not null);
-- When the clock last went over everything, and by which rules.
-- `told`: the last event that people were told of.
create table duty_runs (
  one boolean primary key default true check (one), stamp text not null, full_on date not null, ran_on date not null, told bigint not null default 0
);

alter table duty_touches enable row level security;
alter table duty_runs enable row level security;
grant select, delete on duty_touches to gongqiao_post;
grant select, insert, update on duty_runs to gongqiao_post;
do $$
declare kept text;
begin
  execute format('create policy clock on duty_touches to gongqiao_post using (%s = '''')', setting_of('app.lo'));
  execute format('create policy clock on duty_runs to gongqiao_post using (%s = '''')', setting_of('app.lo'));
  -- Only the clock writes, and it stands above all scopes.
  foreach kept in array array['duties', 'duty_events'] loop
    execute format('create policy clock_adds on %I as restrictive for insert to gongqiao_post with check (%s = '''')', kept, setting_of('app.lo'));
    execute format('create policy clock_changes on %I as restrictive for update to gongqiao_post using (%s = '''')', kept, setting_of('app.lo'));
    execute format('create policy clock_removes on %I as restrictive for delete to gongqiao_post using (%s = '''')', kept, setting_of('app.lo'));
  end loop;
end $$;

-- A superior lets a duty off, with a reason on record: of a union below its own, and only while it is owed.
create function duty_excuse(duty uuid, day date, reason text, by_union uuid, by_post text) returns boolean
language plpgsql security definer set search_path from current as $$
declare lo text := current_setting('app.lo', true);
begin
  update duties d set excused_on = day, excuse = reason, excused_by = by_union, excused_post = by_post, closed_on = day, closed_as = 'excused',
    look_on = null, next_on = null
  where d.id = duty and d.closed_on is null and d.union_path > lo and d.union_path < current_setting('app.hi', true) and length(lo) >= 4;
  if not found then return false; end if;
  insert into duty_events (duty_id, union_id, union_path, kind, on_day)
    select d.id, d.union_id, d.union_path, 'excused', day from duties d where d.id = duty on conflict do nothing;
  return true;
end $$;
revoke execute on function duty_excuse from public;
grant execute on function duty_excuse to gongqiao_post;

-- The day that an act is done on, as the house counts it.
create function act_day() returns date language sql stable as
  $$ select coalesce(nullif(current_setting('app.today', true), '')::date, (now() at time zone 'Asia/Shanghai')::date) $$;

-- A certificate's term as it was recorded, and the term of office that an approved delay moved: what a later entry writes over.
create table union_certificates (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  valid_until date,
  is_held boolean not null,
  recorded_on date not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index union_certificates_union on union_certificates (union_id, recorded_on);
create index union_certificates_path on union_certificates (union_path);
call scope_by_union('union_certificates');

create table appointment_extensions (
  id uuid primary key default gen_random_uuid(),
  appointment_id uuid not null references appointments (id) on delete cascade,
  union_id uuid not null,
  union_path text collate "C" not null,
  was_until date not null,
  until_on date not null,
  recorded_on date not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index appointment_extensions_of on appointment_extensions (appointment_id, recorded_on);
create index appointment_extensions_path on appointment_extensions (union_path);
call scope_by_union('appointment_extensions');
revoke insert, update, delete on union_certificates, appointment_extensions from gongqiao_post;

create function keep_certificate() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'UPDATE' and (old.certificate_until, coalesce(old.has_certificate, false))
      is not distinct from (new.certificate_until, coalesce(new.has_certificate, false)) then return null; end if;
  if tg_op = 'INSERT' and new.certificate_until is null and new.has_certificate is not true then return null; end if;
  insert into union_certificates (union_id, union_path, valid_until, is_held, recorded_on)
  values (new.id, new.path, new.certificate_until, new.certificate_until is not null or coalesce(new.has_certificate, false), act_day());
  return null;
end $$;
create trigger keep_certificate after insert or update of certificate_until, has_certificate on unions for each row execute function keep_certificate();

create function keep_extension() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into appointment_extensions (appointment_id, union_id, union_path, was_until, until_on, recorded_on)
  values (new.id, new.union_id, new.union_path, old.until_on, new.until_on, act_day());
  return null;
end $$;
create trigger keep_extension after update of until_on on appointments for each row
  when (new.until_on > old.until_on and new.extension_basis is not null) execute function keep_extension();

-- What was there before this was kept: certificates from the day the union's record took effect, extensions from the journal.
insert into union_certificates (union_id, union_path, valid_until, is_held, recorded_on)
  select id, path, certificate_until, true, least(effective_on, certificate_until) from unions where certificate_until is not null or has_certificate;
insert into appointment_extensions (appointment_id, union_id, union_path, was_until, until_on, recorded_on)
  select a.id, a.union_id, a.union_path, (j.detail ->> 'from')::date, (j.detail ->> 'to')::date, (j.at at time zone 'Asia/Shanghai')::date
  from (select * from journal where act = 'posts.extend' and detail ->> 'from' is not null offset 0) j join appointments a on a.id = j.subject
  where (j.detail ->> 'to')::date > (j.detail ->> 'from')::date;

-- Says which unions an act touched: one line a union and statement, without waiting for anyone.
create function touch_duties() returns trigger language plpgsql security definer set search_path from current as $$
declare
  pick text := format('select x.u from %%s r, lateral (values %s) x(u) where x.u is not null', (select string_agg(format('(r.%I)', c), ',') from unnest(tg_argv) c));
begin
  execute 'insert into duty_touches (union_id, source) select distinct u, ' || quote_literal(tg_table_name) || ' from ('
    || case tg_op when 'INSERT' then format(pick, 'fresh') when 'DELETE' then format(pick, 'gone')
       else format(pick, 'fresh') || ' union all ' || format(pick, 'gone') end || ') t';
  return null;
end $$;

create procedure touching(target regclass, variadic columns text[]) language plpgsql as $$
declare given text := (select string_agg(quote_literal(c), ',') from unnest(columns) c);
begin
  execute format('create trigger duty_added after insert on %s referencing new table as fresh for each statement execute function touch_duties(%s)', target, given);
  execute format('create trigger duty_removed after delete on %s referencing old table as gone for each statement execute function touch_duties(%s)', target, given);
  execute format('create trigger duty_changed after update on %s referencing old table as gone new table as fresh for each statement execute function touch_duties(%s)', target, given);
end $$;

do $$ begin
  call touching('unions', 'id');
  call touching('appointments', 'union_id');
  call touching('memberships', 'union_id');
  call touching('join_applications', 'union_id');
  call touching('transfers', 'from_union_id', 'to_union_id');
  call touching('standing_changes', 'union_id');
  call touching('foundings', 'union_id', 'founded_union_id');
  call touching('founding_filings', 'union_id');
  call touching('union_changes', 'union_id', 'waits_for', 'filed_by_union');
  call touching('union_change_steps', 'union_id', 'at_union');
  call touching('employers', 'union_id');
  call touching('charters', 'union_id');
  call touching('leadership_decisions', 'union_id');
  call touching('member_corrections', 'union_id');
end $$;

-- A woman or a merged record counts toward the committees a union must have; other changes of a member's record do not.
create function touch_duties_by_member() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into duty_touches (union_id, source) select distinct n.union_id, 'members' from fresh n join gone o using (id)
  where n.sex is distinct from o.sex or n.merged_into is distinct from o.merged_into;
  return null;
end $$;
create trigger duty_changed after update on members referencing old table as gone new table as fresh
  for each statement execute function touch_duties_by_member();
do $$
declare done text;
begin
  foreach done in array array['touch_duties', 'touch_duties_by_member', 'keep_certificate', 'keep_extension'] loop
    execute format('revoke execute on function %I from public', done);
  end loop;
end $$;
