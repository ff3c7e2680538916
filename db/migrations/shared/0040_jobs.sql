-- Work in the background, one runner among several servers (docs/decisions/0005-jobs.md): when each job is due, who has it, and how it went.
do $$
begin
  create role gongqiao_jobs nologin nosuperuser nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin execute format('grant usage on schema %I to gongqiao_jobs', current_schema()); end $$;

create table jobs (
  name text primary key,
  title text not null,
  schedule text not null,
  next_at timestamptz not null,
  -- The server that is at work on it, and until when the others leave it to that one.
  taken_by uuid,
  taken_until timestamptz,
  began_at timestamptz,
  ended_at timestamptz,
  outcome jsonb,
  failed_at timestamptz,
  failure text,
  failures integer not null default 0
);

-- The processes that serve, each with what it can do; written by themselves, forgotten a day after their last sign of life.
create table servers (
  id uuid primary key,
  host text not null,
  version text not null,
  runtime text not null,
  channels text[] not null,
  started_at timestamptz not null,
  seen_at timestamptz not null
);

-- When a backup was written, and how much: the owner's command says so.
create table backups (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  file text not null,
  row_count bigint not null
);

grant select, insert, update on jobs to gongqiao_jobs;
grant select, insert, update, delete on servers to gongqiao_jobs;
grant select on regions to gongqiao_jobs;
grant select on jobs, servers, backups, migrations to gongqiao_post;
grant update (next_at) on jobs to gongqiao_post;

-- The log of signing in goes after six months and never earlier (网络安全法 第23条): the database holds the job to it.
grant select, delete on signin_events to gongqiao_jobs;
alter table signin_events enable row level security;
create policy signin on signin_events to gongqiao_signin using (true);
create policy old on signin_events to gongqiao_jobs using (at < now() - interval '6 months');
create index signin_events_at on signin_events (at);
