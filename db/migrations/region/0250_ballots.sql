-- Secret ballots (docs/security/ballots.md, docs/decisions/0006-ballots.md). Nothing here holds a voter beside a vote: the roll says who
-- took a ballot, the urn holds what was cast, sealed under a key that is never in the database and is destroyed after the count, and the
-- box is written once, at the count, in the order of its codes.
create table ballots (
  id uuid primary key,
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null check (kind in ('election', 'congress', 'recall', 'appraisal', 'survey')),
  title text not null check (length(title) between 2 and 120),
  is_rehearsal boolean not null,
  wants_admission boolean not null,
  floor integer not null check (floor >= 1),
  -- The first line of the archive: questions, keys, roll hash. Its SHA-256 is published when voting opens.
  opening text not null,
  opening_hash text not null,
  elector_count integer not null,
  cast_bytes integer not null,
  opened_at timestamptz not null,
  closes_at timestamptz,
  closed_at timestamptz,
  counted_at timestamptz,
  -- The lines of the archive after the box: paper, counts, results, seal.
  closing text,
  fingerprint text,
  keys_destroyed_at timestamptz,
  published_at timestamptz,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (closes_at is null or closes_at > opened_at),
  check (counted_at is null or (closed_at is not null and closing is not null and fingerprint is not null)),
  check (published_at is null or counted_at is not null),
  check (keys_destroyed_at is null or counted_at is not null)
);
create index ballots_path on ballots (union_path);
create index ballots_due on ballots (id) where counted_at is not null and keys_destroyed_at is null;
call scope_by_union('ballots');
revoke delete on ballots from gongqiao_post;
create policy published on ballots for select to gongqiao_public using (published_at is not null);
grant select on ballots to gongqiao_public;

-- The roll as it was frozen. `voter_id` is the module's person; a line is taken once, by one channel, and never given back.
create table ballot_roll (
  ballot_id uuid not null references ballots (id),
  line integer not null,
  union_id uuid not null,
  union_path text collate "C" not null,
  voter_id uuid not null,
  name text not null,
  group_name text not null,
  salt text not null,
  mark text not null,
  is_admitted boolean not null,
  channel text check (channel in ('phone', 'kiosk', 'paper')),
  is_helped boolean not null default false,
  -- SHA-256 of the blinded message that was signed: the same one is signed again after a lost answer, another never.
  blinded bytea,
  slip text unique,
  primary key (ballot_id, line),
  unique (ballot_id, voter_id),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((blinded is not null) = (coalesce(channel, 'paper') <> 'paper'))
);
create index ballot_roll_path on ballot_roll (union_path);
create index ballot_roll_voter on ballot_roll (voter_id);
call scope_by_union('ballot_roll');
revoke update, delete on ballot_roll from gongqiao_post;
grant update (is_admitted, channel, is_helped, slip) on ballot_roll to gongqiao_post;
call scope_by_self('ballot_roll', 'voter_id');

-- The voter sees the ballots whose roll he is on.
create policy self on ballots for select to gongqiao_self
  using (exists (select 1 from ballot_roll r where r.ballot_id = ballots.id) or published_at is not null);
grant select on ballots to gongqiao_self;

create function ballot_roll_stays() returns trigger language plpgsql as $$
begin
  if old.channel is not null and (new.channel, new.blinded, new.is_helped) is distinct from (old.channel, old.blinded, old.is_helped) then
    raise exception 'a ballot taken is not given back';
  end if;
  if (new.ballot_id, new.line, new.voter_id, new.name, new.group_name, new.salt, new.mark) is distinct from
     (old.ballot_id, old.line, old.voter_id, old.name, old.group_name, old.salt, old.mark) then
    raise exception 'a frozen roll is not changed';
  end if;
  return new;
end $$;
create trigger stay before update on ballot_roll for each row execute function ballot_roll_stays();

-- The urn while voting is open: `tag` is a keyed hash of the credential, `body` is encrypted; both keys lie outside the database.
create table ballot_urn (
  ballot_id uuid not null references ballots (id),
  tag bytea not null,
  body bytea not null,
  primary key (ballot_id, tag)
);
alter table ballot_urn enable row level security;

-- The box after the count.
create table ballot_box (
  ballot_id uuid not null references ballots (id),
  code text collate "C" not null,
  line text not null,
  primary key (ballot_id, code)
);
alter table ballot_box enable row level security;
create policy counted on ballot_box to gongqiao_post using (exists (select 1 from ballots b where b.id = ballot_id));
create policy published on ballot_box for select to gongqiao_public, gongqiao_self
  using (exists (select 1 from ballots b where b.id = ballot_id and b.published_at is not null));
grant select, insert on ballot_box to gongqiao_post;
grant select on ballot_box to gongqiao_public, gongqiao_self;

-- Paper totals as each teller keyed them, independently; the last says how a difference was resolved.
create table ballot_papers (
  id uuid primary key default gen_random_uuid(),
  ballot_id uuid not null references ballots (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  account uuid not null,
  teller text not null,
  totals jsonb not null,
  resolution text,
  at timestamptz not null,
  unique (ballot_id, account, resolution),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create unique index ballot_papers_once on ballot_papers (ballot_id, account) where resolution is null;
create unique index ballot_papers_resolved on ballot_papers (ballot_id) where resolution is not null;
create index ballot_papers_path on ballot_papers (union_path);
call scope_by_union('ballot_papers');
revoke update, delete on ballot_papers from gongqiao_post;

-- Closing waits for whoever is at the urn and keeps out whoever comes after: shared to take and to cast, exclusive to close.
create function ballot_gate(of_ballot uuid) returns bigint language sql immutable as
  $$ select hashtextextended(of_ballot::text, 250) $$;

create function ballot_is_open(of_ballot uuid, at timestamptz) returns boolean language sql stable security definer set search_path from current as
  $$ select exists (select 1 from ballots b where b.id = of_ballot and b.closed_at is null and (b.closes_at is null or at < b.closes_at)) $$;
revoke execute on function ballot_is_open from public;

-- One credential for one line: `new` and `same` may be signed, everything else says why not.
create function ballot_mark(of_ballot uuid, of_line integer, hash bytea, by_channel text, at timestamptz) returns text
language plpgsql security definer set search_path from current as $$
declare found_line ballot_roll;
begin
  perform pg_advisory_xact_lock_shared(ballot_gate(of_ballot));
  if not ballot_is_open(of_ballot, at) then return 'closed'; end if;
  select * into found_line from ballot_roll r where r.ballot_id = of_ballot and r.line = of_line for update;
  if found_line.ballot_id is null then return 'absent'; end if;
  if found_line.channel = 'paper' then return 'paper'; end if;
  if found_line.blinded = hash then return 'same'; end if;
  if found_line.blinded is not null then return 'other'; end if;
  if not found_line.is_admitted then return 'unadmitted'; end if;
  update ballot_roll r set blinded = hash, channel = by_channel where r.ballot_id = of_ballot and r.line = of_line;
  return 'new';
end $$;
revoke execute on function ballot_mark from public;

create function ballot_take(of_ballot uuid, hash bytea, at timestamptz) returns text
language plpgsql security definer set search_path from current as $$
begin
  return ballot_mark(of_ballot, (select r.line from ballot_roll r
    where r.ballot_id = of_ballot and r.voter_id = nullif(current_setting('app.me', true), '')::uuid), hash, 'phone', at);
end $$;
revoke execute on function ballot_take from public;
grant execute on function ballot_take to gongqiao_self;

create function ballot_take_by_slip(of_ballot uuid, slip_hash text, hash bytea, at timestamptz) returns text
language plpgsql security definer set search_path from current as $$
begin
  return ballot_mark(of_ballot, (select r.line from ballot_roll r where r.ballot_id = of_ballot and r.slip = slip_hash), hash, 'kiosk', at);
end $$;
revoke execute on function ballot_take_by_slip from public;
grant execute on function ballot_take_by_slip to gongqiao_public;

-- What the public needs to vote: the opening and whether it is open. No voter, no count.
create function ballot_opening(of_ballot uuid, at timestamptz) returns table (opening text, cast_bytes integer, is_open boolean)
language sql stable security definer set search_path from current as
  $$ select b.opening, b.cast_bytes, ballot_is_open(b.id, at) from ballots b where b.id = of_ballot $$;
revoke execute on function ballot_opening from public;
grant execute on function ballot_opening to gongqiao_public;

-- Into the urn, once for a tag: the body that was there before, or null; 'closed' when voting is over.
create function ballot_put(of_ballot uuid, by_tag bytea, new_body bytea, at timestamptz) returns table (state text, kept bytea)
language plpgsql security definer set search_path from current as $$
begin
  perform pg_advisory_xact_lock_shared(ballot_gate(of_ballot));
  select u.body into kept from ballot_urn u where u.ballot_id = of_ballot and u.tag = by_tag;
  if kept is not null then state := 'kept'; return next; return; end if;
  if not ballot_is_open(of_ballot, at) then state := 'closed'; return next; return; end if;
  insert into ballot_urn values (of_ballot, by_tag, new_body) on conflict do nothing;
  if found then state := 'new'; return next; return; end if;
  select u.body into kept from ballot_urn u where u.ballot_id = of_ballot and u.tag = by_tag;
  state := 'kept';
  return next;
end $$;
revoke execute on function ballot_put from public;
grant execute on function ballot_put to gongqiao_public;

create function ballot_in_scope(of_ballot uuid) returns boolean language sql stable security definer set search_path from current as
  $$ select exists (select 1 from ballots b where b.id = of_ballot
    and b.union_path >= current_setting('app.lo', true) and b.union_path < current_setting('app.hi', true)) $$;
revoke execute on function ballot_in_scope from public;

create function ballot_urn_size(of_ballot uuid) returns integer language sql stable security definer set search_path from current as
  $$ select count(*)::integer from ballot_urn u where u.ballot_id = of_ballot and ballot_in_scope(of_ballot) $$;
revoke execute on function ballot_urn_size from public;
grant execute on function ballot_urn_size to gongqiao_post;

-- The published roll: marks and who took a ballot, to anyone once it is published, before that to who has it in scope, after the count.
create function ballot_marks(of_ballot uuid, after integer, size integer) returns table (line integer, mark text, took boolean)
language sql stable security definer set search_path from current as
  $$ select r.line, r.mark, r.channel is not null from ballot_roll r join ballots b on b.id = r.ballot_id
     where r.ballot_id = of_ballot and r.line > after and (b.published_at is not null or (b.counted_at is not null and ballot_in_scope(of_ballot)))
     order by r.line limit size $$;
revoke execute on function ballot_marks from public;
grant execute on function ballot_marks to gongqiao_post, gongqiao_public;

-- The urn is opened once, after closing, by who counts.
create function ballot_urn_open(of_ballot uuid) returns table (tag bytea, body bytea)
language sql stable security definer set search_path from current as
  $$ select u.tag, u.body from ballot_urn u join ballots b on b.id = u.ballot_id
     where u.ballot_id = of_ballot and b.closed_at is not null and b.counted_at is null and ballot_in_scope(of_ballot) order by u.tag $$;
revoke execute on function ballot_urn_open from public;
grant execute on function ballot_urn_open to gongqiao_post;

create function ballot_urn_clear(of_ballot uuid) returns void language sql security definer set search_path from current as
  $$ delete from ballot_urn u using ballots b where b.id = u.ballot_id and u.ballot_id = of_ballot and b.counted_at is not null
     and ballot_in_scope(of_ballot) $$;
revoke execute on function ballot_urn_clear from public;
grant execute on function ballot_urn_clear to gongqiao_post;

-- After the keys are gone from every folder, the jobs say so on record; nothing else of a ballot is theirs.
create policy jobs on ballots to gongqiao_jobs using (counted_at is not null);
grant select (id, counted_at, keys_destroyed_at), update (keys_destroyed_at) on ballots to gongqiao_jobs;

-- What was opened stays as it was opened, what was counted as it was counted.
create function ballots_stay() returns trigger language plpgsql as $$
begin
  if (new.id, new.kind, new.title, new.is_rehearsal, new.opening, new.opening_hash, new.elector_count, new.cast_bytes, new.opened_at) is distinct from
     (old.id, old.kind, old.title, old.is_rehearsal, old.opening, old.opening_hash, old.elector_count, old.cast_bytes, old.opened_at)
     or (old.closed_at is not null and new.closed_at is distinct from old.closed_at)
     or (old.counted_at is not null and (new.counted_at, new.closing, new.fingerprint) is distinct from (old.counted_at, old.closing, old.fingerprint))
     or (old.keys_destroyed_at is not null and new.keys_destroyed_at is distinct from old.keys_destroyed_at)
     or (old.published_at is not null and new.published_at is distinct from old.published_at) then
    raise exception 'an opened ballot is not changed, a closed one not opened again';
  end if;
  return new;
end $$;
create trigger stay before update on ballots for each row execute function ballots_stay();
