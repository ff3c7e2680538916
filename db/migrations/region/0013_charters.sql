-- A union's charter in its versions (ORG-07): drafted, adopted by which meeting on which day, published, in force on a day.
create table charters (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  number integer not null,
  title text not null check (length(title) between 2 and 80),
  body text not null check (length(body) between 20 and 60000),
  meeting text check (meeting in ('assembly', 'congress')),
  adopted_on date,
  expected integer,
  present integer,
  in_favour integer,
  published_at timestamptz,
  in_force_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  unique (union_id, number),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (published_at is null or adopted_on is not null),
  check ((published_at is null) = (in_force_on is null)),
  check (in_force_on is null or in_force_on >= adopted_on)
);
create unique index charters_draft on charters (union_id) where published_at is null;
create index charters_path on charters (union_path);
call scope_by_union('charters');
-- A published charter is for every member to read, and for whoever thinks of joining.
create policy published on charters for select to gongqiao_self, gongqiao_public using (published_at is not null);
grant select on charters to gongqiao_self, gongqiao_public;

-- What was adopted and published is not rewritten: a new version follows it.
create function charters_stay() returns trigger language plpgsql as $$
begin
  if old.published_at is not null and to_jsonb(old) - 'union_path' <> to_jsonb(new) - 'union_path' then
    raise exception 'a published charter is not changed';
  end if;
  return new;
end $$;
create trigger stay before update on charters for each row execute function charters_stay();
