-- What is recorded of a union beyond its place in the tree: the unit, the marks of standing on its own (STAT-01), its establishment (ORG-10).
alter table unions
  add column unit_name text,
  add column unit_credit_code text check (unit_credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  add column ownership text,
  add column address text,
  add column staff_count integer check (staff_count >= 0),
  add column has_seal boolean,
  add column has_plate boolean,
  add column has_account boolean,
  add column has_certificate boolean,
  add column certificate_until date,
  add column chair_mode text check (chair_mode in ('direct', 'delegates', 'committee', 'assigned')),
  add column has_own_office boolean,
  add column is_merged_with_party boolean,
  add column full_time_posts integer check (full_time_posts >= 0),
  add column part_time_posts integer check (part_time_posts >= 0);
create index unions_kind on unions (kind, state);

-- What the tree was on a day, for whoever may read the tree at all: names and places of unions are no secret, and a town must still see
-- on which day a union left it.
create view union_history as
  select id, union_id, valid_from, valid_to, parent_id, kind, unit_type, state, name from union_versions;
grant select on union_history to gongqiao_post;
create index union_versions_parent on union_versions (parent_id, valid_from);

-- The names on the screen and the mechanisms in use for a type of unit (ORG-17), where an administrator departs from the built-in ones.
create table union_templates (
  unit_type text primary key,
  words jsonb not null,
  unused text[] not null default '{}',
  version integer not null default 1
);
alter table union_templates enable row level security;
create policy everyone on union_templates for select to gongqiao_post, gongqiao_self, gongqiao_public using (true);
-- Names hold for the whole region, so only a post at its top federation may set them.
create policy top on union_templates for all to gongqiao_post using (length((select current_setting('app.lo', true))) <= 4);
grant select on union_templates to gongqiao_post, gongqiao_self, gongqiao_public;
grant insert, update on union_templates to gongqiao_post;
