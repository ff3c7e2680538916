-- What a cadre should know and be able to do, by kind of post (CAD-03): comes with the software, and a federation puts its own in its
-- place, on record. The newest line by its day is in force.
create table competence_catalogues (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  from_on date not null,
  items jsonb not null,
  reason text not null check (length(reason) between 4 and 200),
  made_by uuid,
  made_at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index competence_catalogues_path on competence_catalogues (union_path, from_on);
call scope_by_union('competence_catalogues');
revoke update, delete on competence_catalogues from gongqiao_post;
-- The standard of a federation holds for all below it.
create policy published on competence_catalogues for select to gongqiao_post, gongqiao_self using (true);
grant select on competence_catalogues to gongqiao_self;

-- How a cadre stands in a year: what he says of himself, and what the superior confirmed.
create table competence_ratings (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  member_id uuid not null references members (id),
  year integer not null,
  item text not null,
  own_level integer check (own_level between 0 and 4),
  own_at timestamptz,
  level integer check (level between 0 and 4),
  confirmed_at timestamptz,
  confirmed_by uuid,
  reason text check (length(reason) <= 200),
  unique (member_id, year, item),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((level is null) = (confirmed_at is null))
);
create index competence_ratings_path on competence_ratings (union_path, year);
call scope_by_union('competence_ratings');
call scope_by_self('competence_ratings', 'member_id',
  'select, insert (union_id, union_path, member_id, year, item, own_level, own_at), update (own_level, own_at)');
