-- Sign-in: accounts and what they sign in with. One role reads and writes them, and it can do nothing else;
-- the roles that acts take on have no grant here, so no query of a module can reach a password hash or a session.
do $$
begin
  create role gongqiao_signin nologin nosuperuser nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin execute format('grant usage on schema %I to gongqiao_signin', current_schema()); end $$;

-- A sealed word that the key ring must open before the server starts.
create table secret_canary (
  id smallint primary key check (id = 1),
  sealed text not null
);

-- Mobile and e-mail are sealed; the library that signs in looks people up by their blind indexes.
create table accounts (
  id uuid primary key default gen_random_uuid(),
  name text not null check (name <> ''),
  username text not null unique check (username = lower(username)),
  mobile_sealed text,
  mobile_index text unique,
  mobile_verified boolean not null default false,
  email_sealed text,
  email_index text unique,
  email text not null unique generated always as (coalesce(email_index, id::text) || '@sealed.invalid') stored,
  email_verified boolean not null default false,
  image text,
  has_second_factor boolean not null default false,
  requires_second_factor boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((mobile_sealed is null) = (mobile_index is null)),
  check ((email_sealed is null) = (email_index is null))
);

-- A password (provider `credential`) or an identity at an outside provider.
create table account_credentials (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references accounts on delete cascade,
  provider text not null,
  subject text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider, subject)
);
create index account_credentials_of on account_credentials (account_id);

create table account_sessions (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references accounts on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  last_seen_at timestamptz not null default now(),
  second_factor_at timestamptz,
  address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_sessions_of on account_sessions (account_id);
create index account_sessions_ended on account_sessions (expires_at);

create table account_second_factors (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null unique references accounts on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failures integer not null default 0,
  locked_until timestamptz
);

-- Which person of which region an account belongs to. No foreign key: the person is in another schema.
create table account_persons (
  account_id uuid not null references accounts on delete cascade,
  region text not null,
  person_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (account_id, region),
  unique (region, person_id)
);

-- One-time codes and challenges under way.
create table signin_codes (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index signin_codes_by on signin_codes (identifier);
create index signin_codes_ended on signin_codes (expires_at);

-- One-time links: first set-up, activation, reset. Only the hash of the token is kept.
create table signin_links (
  token_hash text primary key,
  purpose text not null check (purpose in ('setup', 'activate')),
  account_id uuid references accounts on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now(),
  check ((purpose = 'setup') = (account_id is null))
);
create index signin_links_of on signin_links (account_id);

-- Attempts by account, address and number within a window, and until when a key is locked.
create table signin_attempts (
  key text primary key,
  count integer not null,
  since timestamptz not null,
  locked_until timestamptz
);

-- Requests per address and path.
create table signin_rates (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

-- The log of signing in: added to and read, never changed (网络安全法 第23条: kept for six months at least).
create table signin_events (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  call text not null,
  outcome text not null check (outcome in ('done', 'failed', 'locked')),
  account_id uuid,
  address text not null
);
create index signin_events_of on signin_events (account_id, id desc);
grant select, insert on signin_events to gongqiao_signin;

grant select, insert, update, delete on accounts, account_credentials, account_sessions, account_second_factors, account_persons,
  signin_codes, signin_links, signin_attempts, signin_rates to gongqiao_signin;
grant select, insert, update on secret_canary to gongqiao_signin;
