-- Sessions of the workers' congress (DEM-01, 03, 04, 06, 07): preparation, presence, items with their votes, resolutions and their execution.
create table congress_sessions (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  term_id uuid not null references congress_terms (id),
  kind text not null check (kind in ('regular', 'extraordinary', 'joint')),
  title text not null check (length(title) between 2 and 80),
  opens_on date not null,
  place text check (length(place) <= 80),
  -- Who asked for an extraordinary one, or why a norm was departed from.
  reason text check (length(reason) <= 400),
  expected integer,
  present integer,
  door_secret text not null,
  presidium jsonb not null default '[]',
  opened_at timestamptz,
  closed_at timestamptz,
  published_at timestamptz,
  reported_on date,
  reported_how text check (length(reported_how) <= 200),
  instructor_name text check (length(instructor_name) <= 40),
  instructor_from text check (length(instructor_from) <= 80),
  cancelled_on date,
  cancelled_why text check (length(cancelled_why) between 4 and 400),
  made_on date not null,
  version integer not null default 1,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (closed_at is null or opened_at is not null),
  check (opened_at is null or (expected is not null and present is not null))
);
create index congress_sessions_path on congress_sessions (union_path, opens_on);
create index congress_sessions_term on congress_sessions (term_id);

-- What was done of the preparation and after it, or skipped with its reason. Never changed, so that nothing is skipped silently.
create table congress_steps (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references congress_sessions (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  step text not null,
  done_on date not null,
  skipped_why text check (length(skipped_why) between 4 and 400),
  note text check (length(note) <= 400),
  unique (session_id, step),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index congress_steps_path on congress_steps (union_path);

-- Who should attend: the deputies as they sat when the roll was drawn, and observers without a vote.
create table congress_roll (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references congress_sessions (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  member_id uuid not null references members (id),
  name text not null,
  unit_name text not null,
  is_observer boolean not null default false,
  present_how text check (present_how in ('qr', 'hand')),
  unique (session_id, member_id),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index congress_roll_path on congress_roll (union_path);
create index congress_roll_member on congress_roll (member_id);

create table congress_items (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references congress_sessions (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  position integer not null,
  kind text not null check (kind in ('hear', 'adopt', 'decide', 'elect', 'appraise', 'supervise')),
  matter text not null check (matter in ('report', 'agreement', 'rules', 'welfare', 'placement', 'people', 'other')),
  title text not null check (length(title) between 2 and 80),
  body text not null default '' check (length(body) <= 20000),
  reporter text check (length(reporter) <= 60),
  way text not null check (way in ('none', 'secret', 'phones', 'hands')),
  way_why text check (length(way_why) between 4 and 400),
  seats integer not null default 1 check (seats between 1 and 50),
  choices jsonb not null default '[]',
  ballot_id uuid,
  opened_at timestamptz,
  closed_at timestamptz,
  -- The base of the majority as it stood when the vote opened.
  expected integer,
  present integer,
  result jsonb,
  resolution text check (length(resolution) <= 20000),
  unique (session_id, position),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (closed_at is null or opened_at is not null or way = 'none'),
  check ((result is null) = (closed_at is null))
);
create index congress_items_path on congress_items (union_path);

-- Open votes: named, one a deputy and item. The key is what makes that so.
create table congress_votes (
  id uuid not null unique default gen_random_uuid(),
  item_id uuid not null references congress_items (id),
  member_id uuid not null references members (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  mark text not null check (mark in ('yes', 'no', 'abstain')),
  primary key (item_id, member_id),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index congress_votes_path on congress_votes (union_path);

create table congress_opinions (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references congress_sessions (id),
  item_id uuid references congress_items (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  member_id uuid references members (id),
  who text not null check (length(who) between 1 and 60),
  body text not null check (length(body) between 2 and 1000),
  on_day date not null,
  answer text check (answer in ('adopted', 'partly', 'not')),
  reply text check (length(reply) between 2 and 1000),
  answered_on date,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((answer is null) = (reply is null))
);
create index congress_opinions_path on congress_opinions (union_path);
create index congress_opinions_session on congress_opinions (session_id);

create table congress_speakers (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references congress_sessions (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  member_id uuid not null references members (id),
  name text not null,
  unit_name text not null,
  asked_at timestamptz not null,
  called_at timestamptz,
  ended_at timestamptz,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index congress_speakers_path on congress_speakers (union_path);
create unique index congress_speakers_once on congress_speakers (session_id, member_id) where ended_at is null;

-- A resolution becomes tasks; each has an owner and a day, and the deputies say whether it is done.
create table congress_tasks (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references congress_sessions (id),
  item_id uuid not null references congress_items (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  title text not null check (length(title) between 2 and 120),
  side text not null check (side in ('union', 'employer', 'both')),
  owner text not null check (length(owner) between 1 and 40),
  due_on date not null,
  done_on date,
  evidence text check (length(evidence) between 2 and 600),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((done_on is null) = (evidence is null))
);
create index congress_tasks_path on congress_tasks (union_path, due_on);
create index congress_tasks_session on congress_tasks (session_id);

create table congress_task_views (
  id uuid not null unique default gen_random_uuid(),
  task_id uuid not null references congress_tasks (id),
  member_id uuid not null references members (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  confirms boolean not null,
  note text check (length(note) between 2 and 400),
  on_day date not null,
  primary key (task_id, member_id),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (confirms or note is not null)
);
create index congress_task_views_path on congress_task_views (union_path);

-- A regional or trade congress holds for many firms: each confirms for itself. The row stands at the firm's own union where there is one.
create table congress_firms (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references congress_sessions (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  unit_id uuid not null references deputy_units (id),
  name text not null,
  staff integer not null,
  title text not null,
  resolution text not null,
  answer text check (answer in ('confirmed', 'refused')),
  answered_on date,
  answered_by text check (length(answered_by) <= 60),
  note text check (length(note) <= 400),
  unique (session_id, unit_id),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((answer is null) = (answered_on is null))
);
create index congress_firms_path on congress_firms (union_path);

-- What the superior's instructor remarks on the drafts (DEM-06).
create table congress_notes (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references congress_sessions (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  about text not null check (length(about) between 2 and 60),
  body text not null check (length(body) between 2 and 1000),
  who text not null check (length(who) between 1 and 60),
  on_day date not null,
  mended_on date,
  mended_note text check (length(mended_note) <= 400),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index congress_notes_path on congress_notes (union_path);

-- The sessions a person sees: on whose roll he is, and those whose results were published in his unit.
create function own_congress_sessions() returns setof uuid language sql stable security definer set search_path from current as $$
  select r.session_id from congress_roll r where r.member_id = nullif(current_setting('app.me', true), '')::uuid
  union select s.id from congress_sessions s where s.published_at is not null and s.term_id in (select own_congress_terms())
$$;
revoke execute on function own_congress_sessions from public;
grant execute on function own_congress_sessions to gongqiao_self;

do $$
declare part text;
begin
  foreach part in array array['congress_sessions', 'congress_steps', 'congress_roll', 'congress_items', 'congress_votes', 'congress_opinions',
      'congress_speakers', 'congress_tasks', 'congress_task_views', 'congress_firms', 'congress_notes'] loop
    execute format('call scope_by_union(%L)', part);
  end loop;
  foreach part in array array['congress_items', 'congress_opinions', 'congress_tasks'] loop
    execute format('create policy own_session on %I for select to gongqiao_self using (session_id in (select own_congress_sessions()))', part);
    execute format('grant select on %I to gongqiao_self', part);
  end loop;
end $$;
create policy own_session on congress_sessions for select to gongqiao_self using (id in (select own_congress_sessions()));
grant select on congress_sessions to gongqiao_self;
call scope_by_self('congress_roll', 'member_id', 'select, update (present_how)');
call scope_by_self('congress_votes', 'member_id', 'select, insert');
call scope_by_self('congress_speakers', 'member_id', 'select, insert, update (ended_at)');
call scope_by_self('congress_task_views', 'member_id', 'select, insert, update (confirms, note, on_day)');
create policy own_opinion on congress_opinions for insert to gongqiao_self
  with check (member_id = nullif(current_setting('app.me', true), '')::uuid and session_id in (select own_congress_sessions()) and answer is null);
grant insert on congress_opinions to gongqiao_self;
revoke update, delete on congress_votes, congress_steps from gongqiao_post;
-- Merged records: a vote follows the person.
grant update (member_id) on congress_votes to gongqiao_post;
revoke delete on congress_sessions, congress_notes from gongqiao_post;

-- A vote is open to who is on the roll and present, while the item is open: asked where the vote is written, past every mistake above it.
create function congress_vote_stands() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform 1 from congress_items i where i.id = new.item_id and i.way = 'phones' and i.opened_at is not null and i.closed_at is null for share;
  if not found then raise exception 'the vote is not open'; end if;
  perform 1 from congress_items i join congress_roll r on r.session_id = i.session_id
    where i.id = new.item_id and r.member_id = new.member_id and not r.is_observer and r.present_how is not null;
  if not found then raise exception 'not a deputy present'; end if;
  return new;
end $$;
create trigger stands before insert on congress_votes for each row execute function congress_vote_stands();

call touching('congress_sessions', 'union_id');
call touching('congress_steps', 'union_id');
