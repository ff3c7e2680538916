-- The accounts of the people of one's scope: who they are to the union, and how the account stands; nothing one signs in with.
-- The view reads with its owner's eyes, so it states the scope itself.
create view account_list with (security_barrier) as
  select a.id, a.name, a.username, a.disabled_at, a.has_second_factor, a.requires_second_factor, a.created_at,
    p.person_id, m.name as person_name, m.union_id, m.union_path,
    exists (select 1 from signin_links l where l.account_id = a.id and l.used_at is null and l.expires_at > now()) as is_invited,
    (select max(s.last_seen_at) from account_sessions s where s.account_id = a.id) as last_seen_at,
    (select count(*)::int from account_sessions s where s.account_id = a.id and s.expires_at > now()) as sessions
  from account_persons p join accounts a on a.id = p.account_id join members m on m.id = p.person_id
  where p.region = current_schema()
    and m.union_path >= (select current_setting('app.lo', true)) and m.union_path < (select current_setting('app.hi', true));
grant select on account_list to gongqiao_post;

-- Setting an account of someone with authority back to nothing takes a second person's word.
create table account_resets (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null,
  union_id uuid not null,
  union_path text collate "C" not null,
  reason text not null check (length(reason) between 4 and 200),
  asked_by uuid not null,
  asked_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  used_at timestamptz,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (confirmed_by is null or confirmed_by <> asked_by)
);
create index account_resets_account on account_resets (account_id) where used_at is null;
create index account_resets_path on account_resets (union_path);
call scope_by_union('account_resets');

-- Names of accounts for the journal's reader; a name only, and only of accounts that acted within his scope.
create view journal_actors with (security_barrier) as
  select a.id, a.name from accounts a where exists (
    select 1 from journal j where j.actor = a.id
      and j.union_path >= (select current_setting('app.lo', true)) and j.union_path < (select current_setting('app.hi', true)));
grant select on journal_actors to gongqiao_post;

-- Whether a person has an account at all, wherever his record stands.
create function has_account(person uuid) returns boolean language sql stable security definer set search_path from current as $$
  select exists (select 1 from account_persons p where p.region = current_schema() and p.person_id = person)
$$;
revoke execute on function has_account from public;
grant execute on function has_account to gongqiao_post;
