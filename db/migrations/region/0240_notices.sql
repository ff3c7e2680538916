-- Notices: what a person should know, about which subject, until it is done. The inbox is the person's own; nobody else reads it.
create table notices (
  id uuid primary key default gen_random_uuid(),
  -- The same key never reaches the same person twice.
  key text not null check (length(key) between 3 and 200),
  kind text not null check (kind ~ '^[a-zA-Z]+\.[a-zA-Z]+$'),
  person_id uuid not null references members (id),
  -- Through which posts at which union it came; null when it came to the person. Who no longer holds one of them is not reminded.
  as_posts text[],
  about_union_id uuid references unions (id),
  subject uuid,
  title text not null check (length(title) between 2 and 120),
  body text not null check (length(body) <= 1000),
  link text not null check (link ~ '^/'),
  is_urgent boolean not null,
  cite text check (length(cite) <= 120),
  until_at timestamptz,
  at timestamptz not null,
  read_at timestamptz,
  done_at timestamptz,
  -- When it is to leave the platform; null when it stays in the inbox. Worked out once by the sending job (`planned_at`).
  planned_at timestamptz,
  due_at timestamptz,
  delivery_id uuid,
  unique (key, person_id)
);
create index notices_person on notices (person_id, at desc, id);
create index notices_unread on notices (person_id) where read_at is null;
create index notices_subject on notices (subject, kind) where done_at is null;
create index notices_unplanned on notices (at) where planned_at is null;
create index notices_due on notices (due_at) where due_at is not null and delivery_id is null;
create index notices_delivery on notices (delivery_id) where delivery_id is not null;
create index notices_week on notices (at);

-- How a person wants to be reached. Who has said nothing is reached as the rules say (src/platform/notices/planning.ts).
create table notice_preferences (
  person_id uuid primary key references members (id),
  channel text not null check (channel in ('none', 'email', 'sms', 'wecom', 'dingtalk')),
  -- An address only for this: an e-mail other than the account's, or the name in the organisation's work chat.
  address_sealed text,
  daily_at text not null check (daily_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  is_daily boolean not null,
  quiet_from text not null check (quiet_from ~ '^[0-2][0-9]:[0-5][0-9]$'),
  quiet_until text not null check (quiet_until ~ '^[0-2][0-9]:[0-5][0-9]$'),
  muted text[] not null default '{}',
  changed_at timestamptz not null
);

-- One message that leaves the platform: all that is due to one person at that moment. Its id is the message's id outside.
create table notice_deliveries (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references members (id),
  channel text not null check (channel in ('email', 'sms', 'wecom', 'dingtalk')),
  is_urgent boolean not null,
  made_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'dropped', 'dead')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  taken_by uuid,
  taken_until timestamptz,
  -- Written before the message is handed over; `ended_at` after. Between the two nobody can know, so it is sent again under the same id.
  sending_at timestamptz,
  ended_at timestamptz,
  cause text check (length(cause) <= 200)
);
create index notice_deliveries_next on notice_deliveries (next_at) where state = 'waiting';
create index notice_deliveries_made on notice_deliveries (made_at);
create index notice_deliveries_dead on notice_deliveries (ended_at) where state = 'dead';
create index notice_deliveries_person on notice_deliveries (person_id);

-- A channel that failed as a whole rests; no message loses an attempt by that.
create table notice_channels (
  channel text primary key check (channel in ('email', 'sms', 'wecom', 'dingtalk')),
  -- How it is reached, sealed whole (address, account, secret); null when the environment says so.
  settings_sealed text,
  rests_until timestamptz,
  failures integer not null default 0,
  cause text check (length(cause) <= 200),
  failed_at timestamptz,
  sent_at timestamptz,
  changed_at timestamptz
);

call scope_by_self('notices', 'person_id');
grant update (read_at) on notices to gongqiao_self;
call scope_by_self('notice_preferences', 'person_id', 'select, insert, update');

alter table notice_deliveries enable row level security;
alter table notice_channels enable row level security;
grant select, insert, update, delete on notices, notice_deliveries, notice_channels to gongqiao_jobs;
grant select on notice_preferences to gongqiao_jobs;
create policy jobs on notices to gongqiao_jobs using (true);
create policy jobs on notice_preferences for select to gongqiao_jobs using (true);
create policy jobs on notice_deliveries to gongqiao_jobs using (true);
create policy jobs on notice_channels to gongqiao_jobs using (true);

-- The administrator at the top of the region sees what left and what failed, and has the dead sent again; never what a notice says.
do $$ begin
  execute format('create policy top on notice_deliveries to gongqiao_post using (length(%s) = 4)', setting_of('app.lo'));
  execute format('create policy top on notice_channels to gongqiao_post using (length(%s) = 4)', setting_of('app.lo'));
end $$;
grant select, update (state, next_at, attempts, cause, ended_at, sending_at) on notice_deliveries to gongqiao_post;
grant select, insert, update on notice_channels to gongqiao_post;

-- Anybody's act may tell somebody something: the rows go in with the owner's eyes, since the addressee is out of the actor's scope.
-- Gives how many inboxes it reached that had not got it before.
create function notices_add(items jsonb, now_at timestamptz) returns integer
language sql volatile security definer set search_path from current as $$
  with asked as (
    select * from jsonb_to_recordset(items) as x(key text, kind text, person uuid, "unionId" uuid, posts text[], "except" uuid[],
      about uuid, subject uuid, title text, body text, link text, urgent boolean, cite text, until timestamptz)
  ), reached as (
    select a.*, m.id as found from asked a join members m on m.id = a.person where a.posts is null
    union all
    select a.*, p.member_id from asked a join appointments p on p.union_id = a."unionId" and p.kind = any (a.posts)
      and p.in_office @> (now_at at time zone 'Asia/Shanghai')::date and not p.waits_for_confirmation
  ), added as (
    insert into notices (key, kind, person_id, as_posts, about_union_id, subject, title, body, link, is_urgent, cite, until_at, at)
    select distinct on (r.key, coalesce(m.merged_into, m.id)) r.key, r.kind, coalesce(m.merged_into, m.id), r.posts, coalesce(r."unionId", r.about),
      r.subject, r.title, r.body, r.link, r.urgent, r.cite, r.until, now_at
    from reached r join members m on m.id = r.found
    where r."except" is null or not coalesce(m.merged_into, m.id) = any (r."except")
    on conflict (key, person_id) do nothing returning 1
  ) select count(*)::int from added
$$;

-- What it was about is done: nobody is reminded any more.
create function notices_settle(of_key text, of_kind text, of_subject uuid, now_at timestamptz) returns integer
language sql volatile security definer set search_path from current as $$
  with done as (
    update notices set done_at = now_at where done_at is null
      and case when of_key is not null then key = of_key else subject = of_subject and kind = of_kind end
    returning 1
  ) select count(*)::int from done
$$;
revoke execute on function notices_add, notices_settle from public;
grant execute on function notices_add, notices_settle to gongqiao_post, gongqiao_self, gongqiao_public, gongqiao_jobs;
create index notices_key on notices (key) where done_at is null;
