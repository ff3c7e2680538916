-- One line per act, one chain per union. Nobody but `journal_append` writes here, and nothing is ever changed or removed.
create table journal (
  id uuid primary key default gen_random_uuid(),
  union_id uuid,
  union_path text collate "C",
  chain text not null,
  seq bigint not null,
  act text not null,
  actor uuid,
  post uuid,
  subject uuid,
  at timestamptz not null,
  content text not null,
  detail jsonb,
  previous text not null,
  hash text not null,
  unique (chain, seq),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index journal_path on journal (union_path, at);
create index journal_subject on journal (subject, at);
create index journal_actor on journal (actor, at);

create table journal_heads (chain text primary key, seq bigint not null, hash text not null);

call scope_by_union('journal');
revoke insert, update, delete on journal from gongqiao_post;
call scope_by_self('journal', 'actor', 'select', 'app.account');

-- A move of the union in the tree may change `union_path`, which is not part of the hash; nothing else may change.
create function journal_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(old) - 'union_path' = to_jsonb(new) - 'union_path' then return new; end if;
  raise exception 'the journal is append-only';
end $$;
create trigger append_only before update or delete on journal for each row execute function journal_is_append_only();
create trigger append_only_all before truncate on journal for each statement execute function journal_is_append_only();

create function journal_append(
  union_id uuid, act text, actor uuid, post uuid, subject uuid, at timestamptz, content text, detail jsonb
) returns uuid language plpgsql security definer set search_path from current as $$
declare
  chain_name text := coalesce(union_id::text, 'public');
  head journal_heads;
  line text;
  made uuid;
  place text := (select u.path from unions u where u.id = journal_append.union_id);
begin
  if place is null and union_id is not null then raise exception 'no union % for the journal', union_id; end if;
  insert into journal_heads values (chain_name, 0, '') on conflict do nothing;
  select * into head from journal_heads h where h.chain = chain_name for update;
  head.seq := head.seq + 1;
  line := concat_ws(E'\n', head.hash, chain_name, head.seq, act, coalesce(actor::text, ''), coalesce(post::text, ''), coalesce(subject::text, ''),
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), content, coalesce(detail::text, ''));
  insert into journal (union_id, union_path, chain, seq, act, actor, post, subject, at, content, detail, previous, hash)
  values (journal_append.union_id, place, chain_name, head.seq, act, actor, post, subject, at, content, detail, head.hash,
    encode(sha256(convert_to(line, 'UTF8')), 'hex'))
  returning id into made;
  update journal_heads h set seq = head.seq, hash = (select j.hash from journal j where j.id = made) where h.chain = chain_name;
  return made;
end $$;
revoke execute on function journal_append from public;
grant execute on function journal_append to gongqiao_post, gongqiao_self, gongqiao_public;

-- A request that was carried out once is answered from here when it comes again: a retry never does an act twice.
create table requests (
  account uuid not null,
  key uuid not null,
  act text not null,
  content text not null,
  answer text,
  at timestamptz not null,
  primary key (account, key)
);
create index requests_at on requests (at);
alter table requests enable row level security;
create policy own on requests to gongqiao_post, gongqiao_self, gongqiao_public
  using (account = (select current_setting('app.account', true))::uuid);
grant select, insert, update on requests to gongqiao_post, gongqiao_self, gongqiao_public;
