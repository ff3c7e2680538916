-- Work information (工作信息): what a union says to unions below, above or beside it, who has opened it, and what they answered.
create table information (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null check (kind in ('notice', 'document', 'report', 'exchange')),
  way text not null check (way in ('down', 'up', 'peers')),
  state text not null check (state in ('draft', 'waiting', 'refused', 'released', 'withdrawn')),
  -- The number on official paper (永工发〔2026〕3号), when there is one.
  number text check (length(number) <= 40),
  title text not null check (length(title) between 4 and 80),
  -- The version that readers see; 0 while none is released.
  version integer not null default 0,
  audience jsonb not null,
  asks_receipt boolean not null,
  reply_by date,
  made_by uuid,
  made_name text not null,
  made_at timestamptz not null,
  released_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_why text check (length(withdrawn_why) between 4 and 300),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((withdrawn_at is null) = (withdrawn_why is null)),
  check (state <> 'released' or (version > 0 and released_at is not null))
);
create index information_path on information (union_path, made_at desc);
create index information_union on information (union_id, made_at desc);

-- Every wording it ever had. A released one stays as it is; a correction is the next one, with its reason.
create table information_versions (
  id uuid primary key default gen_random_uuid(),
  information_id uuid not null references information (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  version integer not null check (version > 0),
  state text not null check (state in ('draft', 'waiting', 'refused', 'released')),
  title text not null check (length(title) between 4 and 80),
  body text not null check (length(body) between 1 and 20000),
  why text check (length(why) between 4 and 300),
  made_by uuid,
  made_name text not null,
  made_at timestamptz not null,
  decided_by uuid,
  decided_name text,
  decided_at timestamptz,
  refused_why text check (length(refused_why) between 4 and 300),
  -- Attached files of earlier versions that stay with this one.
  kept_files uuid[] not null default '{}',
  unique (information_id, version),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index information_versions_path on information_versions (union_path);

create table information_files (
  id uuid primary key default gen_random_uuid(),
  information_id uuid not null references information (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  -- From which version on it belongs to it, and up to which.
  from_version integer not null,
  until_version integer,
  name text not null check (length(name) between 1 and 200),
  size integer not null,
  body_sealed text not null,
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index information_files_of on information_files (information_id);
create index information_files_path on information_files (union_path);

-- One row for each union it went to: that union's receipt. `union_path` is filled in by the trigger, since a sender need not see it.
create table information_recipients (
  id uuid primary key default gen_random_uuid(),
  information_id uuid not null references information (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  from_union_id uuid not null,
  from_path text collate "C" not null,
  is_copy boolean not null default false,
  released_at timestamptz not null,
  opened_at timestamptz,
  opened_by uuid,
  opened_name text,
  opened_version integer,
  replied_at timestamptz,
  reminded_at timestamptz,
  reply_reminded_at timestamptz,
  unique (information_id, union_id),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  foreign key (from_union_id, from_path) references unions (id, path) on update cascade,
  check ((opened_at is null) = (opened_version is null))
);
create index information_recipients_path on information_recipients (union_path, released_at desc);
create index information_recipients_union on information_recipients (union_id, released_at desc);
create index information_recipients_from on information_recipients (from_path, released_at desc);
create index information_recipients_unread on information_recipients (released_at) where opened_at is null and reminded_at is null;

create table information_replies (
  id uuid primary key default gen_random_uuid(),
  information_id uuid not null references information (id),
  recipient_id uuid not null references information_recipients (id),
  -- The union it went to, and the union that sent it; `by_union_id` is whichever of the two speaks.
  union_id uuid not null,
  union_path text collate "C" not null,
  from_union_id uuid not null,
  from_path text collate "C" not null,
  by_union_id uuid not null,
  body text not null check (length(body) between 1 and 4000),
  by_account uuid,
  by_name text not null,
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  foreign key (from_union_id, from_path) references unions (id, path) on update cascade
);
create index information_replies_of on information_replies (information_id, at);
create index information_replies_path on information_replies (union_path);
create index information_replies_from on information_replies (from_path);

-- Whether somebody else has to agree before a union's information goes out; the newest row is in force.
create table information_settings (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  needs_approval boolean not null,
  reason text not null check (length(reason) between 4 and 300),
  made_by uuid,
  made_at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index information_settings_path on information_settings (union_path, made_at desc);
call scope_by_union('information_settings');
revoke update, delete on information_settings from gongqiao_post;

create function place_recipient() returns trigger language plpgsql security definer set search_path from current as $$
begin
  new.union_path := (select u.path from unions u where u.id = new.union_id);
  return new;
end $$;
create trigger place before insert on information_recipients for each row execute function place_recipient();

create function information_is_kept() returns trigger language plpgsql as $$
begin
  if old.state = 'released' and to_jsonb(old) - 'union_path' <> to_jsonb(new) - 'union_path' then
    raise exception 'a released version is not changed';
  end if;
  return new;
end $$;
create trigger kept before update on information_versions for each row execute function information_is_kept();

call scope_by_union('information');
call scope_by_union('information_versions');
call scope_by_union('information_files');
revoke delete on information, information_versions from gongqiao_post;
do $$
declare
  own text := format('union_path >= %1$s and union_path < %2$s', setting_of('app.lo'), setting_of('app.hi'));
  sent text := format('from_path >= %1$s and from_path < %2$s', setting_of('app.lo'), setting_of('app.hi'));
begin
  alter table information_recipients enable row level security;
  alter table information_replies enable row level security;
  -- Both sides read the receipt and what was said; the sender makes the receipt, and neither side moves it.
  execute format('create policy sides on information_recipients for select to gongqiao_post using ((%s) or (%s))', own, sent);
  execute format('create policy sender on information_recipients for insert to gongqiao_post with check (%s)', sent);
  execute format('create policy marks on information_recipients for update to gongqiao_post using ((%s) or (%s))', own, sent);
  execute format('create policy sides on information_replies for select to gongqiao_post using ((%s) or (%s))', own, sent);
  execute format('create policy speaks on information_replies for insert to gongqiao_post with check ((%s) or (%s))', own, sent);
  -- Who it went to reads what is released, wherever the sender stands.
  execute format('create policy reader on information for select to gongqiao_post using (state in (''released'', ''withdrawn'')
    and exists (select from information_recipients r where r.information_id = information.id and r.%s and r.union_path < %s))',
    format('union_path >= %s', setting_of('app.lo')), setting_of('app.hi'));
end $$;
create policy reader on information_versions for select to gongqiao_post using (state = 'released'
  and exists (select from information i where i.id = information_id));
create policy reader on information_files for select to gongqiao_post using (
  exists (select from information i where i.id = information_id and i.version >= from_version));
grant select, insert on information_recipients, information_replies to gongqiao_post;
grant update (opened_at, opened_by, opened_name, opened_version, replied_at, reminded_at, reply_reminded_at) on information_recipients to gongqiao_post;
