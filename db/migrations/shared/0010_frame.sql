-- What all regions share: the roles the server may take on, the list of regions, and how a table is scoped.
-- The server signs in as a role that owns nothing; each transaction takes on one of the first three, sign-in the fourth.
do $$
declare wanted text;
begin
  foreach wanted in array array['gongqiao_post', 'gongqiao_self', 'gongqiao_public', 'gongqiao_signin'] loop
    begin
      execute format('create role %I nologin nosuperuser nobypassrls', wanted);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end $$;

do $$ begin execute format('grant usage on schema %I to gongqiao_post, gongqiao_self, gongqiao_public', current_schema()); end $$;

-- A region is a county-level federation and all below it: a schema of its own.
create table regions (
  name text primary key check (name ~ '^region_[a-z0-9_]{1,40}$'),
  title text not null,
  created_at timestamptz not null default now()
);
grant select on regions to gongqiao_post, gongqiao_self, gongqiao_public;

-- The text of every policy comes from here. Bare and not in a scalar sub-select: the planner looks a stable function's value up
-- when it estimates, so each scope gets the plan of its size (docs/decisions/0002-scope.md), and a cluster can ship it to workers.
create function setting_of(name text) returns text language sql immutable as
  $$ select format('current_setting(%L, true)', name) $$;

-- Scopes a table by `union_path`: a post sees and writes its own union's subtree and nothing else.
create procedure scope_by_union(target regclass, column_name text default 'union_path') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy post on %s to gongqiao_post using (%I >= %s and %I < %s)',
    target, column_name, setting_of('app.lo'), column_name, setting_of('app.hi'));
  execute format('grant select, insert, update, delete on %s to gongqiao_post', target);
end $$;

-- Lets a person read (or, when `verbs` says so, write) what is his own.
create procedure scope_by_self(target regclass, column_name text, verbs text default 'select', setting text default 'app.me') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy self on %s to gongqiao_self using (%I = nullif(%s, '''')::uuid)', target, column_name, setting_of(setting));
  execute format('grant %s on %s to gongqiao_self', verbs, target);
end $$;
