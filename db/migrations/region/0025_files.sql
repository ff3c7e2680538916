-- Files on their way in and out. Both belong to one account and live for a short time; bodies are sealed.
create table uploads (
  id uuid primary key default gen_random_uuid(),
  account uuid not null,
  name text not null,
  size integer not null,
  body text not null,
  at timestamptz not null
);
create index uploads_at on uploads (at);

-- A ticket for one download: made by an act (which leaves the journal line), fetched by the same account while it holds.
create table downloads (
  id uuid primary key default gen_random_uuid(),
  account uuid not null,
  name text not null,
  input text not null,
  expires_at timestamptz not null
);
create index downloads_expires on downloads (expires_at);

do $$
declare kept text;
begin
  foreach kept in array array['uploads', 'downloads'] loop
    execute format('alter table %I enable row level security', kept);
    execute format('create policy own on %I to gongqiao_post, gongqiao_self using (account = %s::uuid)', kept, setting_of('app.account'));
    execute format('grant select, insert, delete on %I to gongqiao_post, gongqiao_self', kept);
  end loop;
end $$;
