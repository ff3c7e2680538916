-- Applications to join (入会申请): by anyone from a phone, by a worker with an account, or entered by a clerk for a person at the desk.
create table join_applications (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  -- The worker's record, when he applied from his own account; after approval the member's.
  member_id uuid references members (id),
  account uuid,
  channel text not null check (channel in ('phone', 'account', 'desk')),
  -- Of the code that the applicant keeps, its hash alone.
  code_hash text unique,
  name text collate "C" not null check (length(name) between 1 and 60),
  pinyin text collate "C" not null default '',
  initials text collate "C" not null default '',
  id_type text not null,
  id_number text,
  id_number_index text,
  mobile text,
  mobile_index text,
  employer text,
  job text,
  employment_form text not null,
  new_form text,
  basis text not null,
  paper text,
  charter_version integer not null,
  privacy_version integer not null,
  applied_at timestamptz not null,
  applied_on date not null,
  due_on date not null,
  state text not null default 'applied' check (state in ('applied', 'approved', 'refused', 'withdrawn', 'transferring')),
  decided_at timestamptz,
  decided_on date,
  reason text,
  checked_how text,
  by_account uuid,
  by_post text,
  number text,
  version integer not null default 1,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((id_number is null) = (id_number_index is null)),
  check ((mobile is null) = (mobile_index is null)),
  check ((state = 'applied') = (decided_at is null)),
  check (state <> 'refused' or length(reason) >= 4)
);
create index join_applications_open on join_applications (union_path, due_on) where state = 'applied';
create index join_applications_path on join_applications (union_path, state, applied_at);
create index join_applications_account on join_applications (account) where account is not null;
create index join_applications_mobile on join_applications (mobile_index) where state = 'applied';
create index join_applications_number on join_applications (union_id, id_number_index);
create index join_applications_member on join_applications (member_id) where member_id is not null;
create unique index join_applications_one on join_applications (account, union_id) where state = 'applied' and account is not null;
call scope_by_union('join_applications');
call scope_by_self('join_applications', 'account', 'select, update (state, decided_at, decided_on, version)', 'app.account');

-- Where an application or a transfer goes, asked by those who see no union's row: the public, and a worker at his phone.
create function union_place(target uuid) returns table (id uuid, path text, kind text, state text, name text, credit_code text, above text)
language sql stable security definer set search_path from current as $$
  select u.id, u.path, u.kind, u.state, u.name, u.credit_code, p.name from unions u left join unions p on p.id = u.parent_id where u.id = target
$$;
revoke execute on function union_place from public;
grant execute on function union_place to gongqiao_post, gongqiao_self, gongqiao_public;

-- Which application a code belongs to, and where it lies; only who knows the code gets there.
create function application_of_code(hash text) returns table (id uuid, path text)
language sql stable security definer set search_path from current as $$
  select a.id, a.union_path from join_applications a where a.code_hash = hash
$$;
revoke execute on function application_of_code from public;
grant execute on function application_of_code to gongqiao_post, gongqiao_self, gongqiao_public;

-- How many applications one mobile number has open: a brake on filing for the sake of filing.
create function open_applications(indexes text[]) returns integer
language sql stable security definer set search_path from current as $$
  select count(*)::integer from join_applications where mobile_index = any (indexes) and state = 'applied'
$$;
revoke execute on function open_applications from public;
grant execute on function open_applications to gongqiao_post, gongqiao_self, gongqiao_public;

-- Who on the rolls an applicant may be, within the caller's scope: by record, or by the same name.
create function roster_rows(ids uuid[], names text[]) returns table (
  id uuid, union_id uuid, union_path text, union_name text, name text, status text, has_id_number boolean
) language sql stable as $$
  select m.id, m.union_id, m.union_path, u.name, m.name, m.status, m.id_number is not null
  from members m join unions u on u.id = m.union_id where m.merged_into is null and (m.id = any (ids) or m.name = any (names))
$$;

-- Who a person is and how the membership stands, out of scope: for a card under a scanner (which shows the first character of the
-- name), and for a transfer started by the new union (which must know the name and the identity number already).
create function person_standing(person uuid) returns table (name text, status text)
language sql stable security definer set search_path from current as $$
  select m.name, m.status from members m where m.id = person and m.merged_into is null
$$;
revoke execute on function person_standing from public;
grant execute on function person_standing to gongqiao_public, gongqiao_self, gongqiao_post;
