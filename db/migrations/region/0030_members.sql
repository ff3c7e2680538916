-- The member database: one row a worker (职工), member or not, at the lowest node of the tree he is registered with.
create table members (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  status text not null check (status in ('worker', 'member', 'retained', 'left', 'expelled')),
  number text unique,
  name text not null check (length(name) between 1 and 60),
  pinyin text collate "C" not null default '',
  initials text collate "C" not null default '',
  sex text check (sex in ('male', 'female')),
  birth_on date,
  id_number text,
  id_number_index text,
  mobile text,
  mobile_index text,
  ethnicity text,
  political text,
  education text,
  household text,
  employer text,
  employer_id uuid,
  job text,
  skill_level text,
  employment_form text,
  new_form text,
  basis text,
  joined_on date,
  left_on date,
  retained_on date,
  checked_on date,
  merged_into uuid references members (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((status = 'member') <= (joined_on is not null))
);
-- Exactly one record a person (MEM-04): the keyed index of the identity number is unique among records that were not merged away.
create unique index members_id_number on members (id_number_index) where merged_into is null;
create index members_mobile on members (mobile_index);
create index members_list on members (union_path, status);
create index members_union on members (union_id, status);
create index members_pinyin on members (pinyin);
create index members_initials on members (initials);
create index members_name on members (name);
create index members_employer on members (employer_id);
call scope_by_union('members');
call scope_by_self('members', 'id');

-- Where a person's membership was, from when until when, and how it came and went: follows him from union to union.
create table memberships (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references members (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  from_on date not null,
  until_on date,
  came text not null check (came in ('join', 'import', 'transfer', 'rejoin', 'merge')),
  went text check (went in ('transfer', 'leave', 'expel', 'retain', 'dissolve', 'death', 'merge', 'correct')),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (until_on is null or until_on >= from_on)
);
create unique index memberships_open on memberships (member_id) where until_on is null;
create index memberships_member on memberships (member_id);
create index memberships_path on memberships (union_path);
call scope_by_union('memberships');
call scope_by_self('memberships', 'member_id');

-- Groups a member belongs to (MEM-05). Sensitive ones are read only by those entitled.
create table member_tags (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references members (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  tag text not null,
  since date not null,
  until date,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create unique index member_tags_one on member_tags (member_id, tag) where until is null;
create index member_tags_path on member_tags (union_path, tag);
call scope_by_union('member_tags');
call scope_by_self('member_tags', 'member_id');
