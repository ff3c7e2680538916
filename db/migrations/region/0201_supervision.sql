-- Urging notes on duties, assemblies as they were held, and secret calendar addresses (SUP-02, ELEC-34; modules/steering/supervision).
create table duty_urges (
  id uuid primary key default gen_random_uuid(),
  duty_id uuid not null references duties (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  from_union_id uuid not null references unions (id),
  sent_on date not null,
  reply_by date not null,
  answered_on date,
  closed_on date,
  outcome text check (length(outcome) between 4 and 400),
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (reply_by >= sent_on),
  check ((closed_on is null) = (outcome is null))
);
create index duty_urges_path on duty_urges (union_path, sent_on);
create index duty_urges_duty on duty_urges (duty_id);
create index duty_urges_from on duty_urges (from_union_id, sent_on);
call scope_by_union('duty_urges');
revoke delete on duty_urges from gongqiao_post;

create table duty_urge_messages (
  id uuid primary key default gen_random_uuid(),
  urge_id uuid not null references duty_urges (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  by_union_id uuid not null references unions (id),
  by_post text not null,
  body text not null check (length(body) between 4 and 400),
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index duty_urge_messages_urge on duty_urge_messages (urge_id, at);
create index duty_urge_messages_path on duty_urge_messages (union_path);
call scope_by_union('duty_urge_messages');
revoke update, delete on duty_urge_messages from gongqiao_post;

-- The members' assembly or congress as held; a wrong record is withdrawn and stays.
create table assemblies (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null check (kind in ('members', 'delegates')),
  held_on date not null,
  expected integer not null check (expected > 0),
  present integer not null check (present between 0 and expected),
  document text not null check (length(document) between 4 and 120),
  withdrawn_on date,
  withdrawn_why text check (length(withdrawn_why) between 4 and 400),
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((withdrawn_on is null) = (withdrawn_why is null))
);
create unique index assemblies_once on assemblies (union_id, held_on, kind) where withdrawn_on is null;
create index assemblies_path on assemblies (union_path, held_on);
call scope_by_union('assemblies');
revoke delete on assemblies from gongqiao_post;
call touching('assemblies', 'union_id');

-- A calendar program knows the address and nothing else; of the address its hash alone is kept.
create table duty_feeds (
  account uuid primary key,
  token_hash text not null unique,
  since timestamptz not null,
  read_at timestamptz
);
call scope_by_self('duty_feeds', 'account', 'select, insert, update, delete', 'app.account');

-- Whose calendar stands behind an address, and that it was read; only who knows the address gets there.
create function duty_feed_account(hash text, moment timestamptz) returns uuid
language sql security definer set search_path from current as $$
  update duty_feeds f set read_at = moment where f.token_hash = hash returning f.account
$$;
revoke execute on function duty_feed_account from public;
grant execute on function duty_feed_account to gongqiao_public;
