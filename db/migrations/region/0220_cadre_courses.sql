-- Courses for union cadres (CAD-04), who enrolled, who came, what came of it. A training of kind 'qualification' is the one a chair or
-- vice-chair takes within a year of taking office (ELEC-33, clock D15): done once `completed_on` stands.
create table cadre_courses (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null check (kind in ('qualification', 'subject')),
  title text not null check (length(title) between 2 and 60),
  subjects text[] not null check (cardinality(subjects) between 1 and 16),
  content text not null default '' check (length(content) <= 2000),
  teacher text check (length(teacher) <= 60),
  place text check (length(place) <= 80),
  starts_on date not null,
  ends_on date not null,
  enrol_until date not null,
  hours integer not null check (hours between 1 and 400),
  capacity integer not null check (capacity between 1 and 5000),
  -- Days one must have been there; the mark that passes, when there is a test.
  least_days integer not null check (least_days >= 1),
  pass_mark integer check (pass_mark between 1 and 100),
  published_at timestamptz,
  cancelled_at timestamptz,
  cancelled_why text check (length(cancelled_why) <= 200),
  closed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (ends_on >= starts_on),
  check (enrol_until <= ends_on),
  check (least_days <= ends_on - starts_on + 1),
  check ((cancelled_at is null) = (cancelled_why is null)),
  check (closed_at is null or published_at is not null)
);
create index cadre_courses_path on cadre_courses (union_path, starts_on);
create index cadre_courses_days on cadre_courses (starts_on);
call scope_by_union('cadre_courses');
-- A superior's course is offered to all unions below it: once published anybody who signs in may read what it offers.
create policy published on cadre_courses for select to gongqiao_post, gongqiao_self using (published_at is not null);
grant select on cadre_courses to gongqiao_self;

-- One training of one cadre, from enrolment to certificate; or one taken elsewhere, entered with who held it.
create table cadre_trainings (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  member_id uuid not null references members (id),
  person_name text not null,
  -- The order of the queue: given out under the lock of the course, so that nobody who was told of a seat is overtaken.
  seq bigint not null generated always as identity,
  course_id uuid references cadre_courses (id),
  kind text not null check (kind in ('qualification', 'subject')),
  title text not null check (length(title) between 2 and 60),
  subjects text[] not null,
  hours integer not null check (hours between 1 and 400),
  organiser text check (length(organiser) <= 80),
  starts_on date not null,
  enrolled_at timestamptz not null,
  withdrawn_at timestamptz,
  mark integer check (mark between 0 and 100),
  completed_on date,
  -- Why it was not completed, said when the course is closed.
  missed_why text check (length(missed_why) <= 200),
  certificate_number text unique check (length(certificate_number) <= 60),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (completed_on is null or withdrawn_at is null),
  check (course_id is not null or (completed_on is not null and organiser is not null))
);
create unique index cadre_trainings_once on cadre_trainings (course_id, member_id) where withdrawn_at is null;
create index cadre_trainings_member on cadre_trainings (member_id, kind, completed_on);
create index cadre_trainings_path on cadre_trainings (union_path, kind, completed_on);
create index cadre_trainings_place on cadre_trainings (course_id, seq) where withdrawn_at is null;
call scope_by_union('cadre_trainings');
-- A cadre enrols and withdraws himself; marks and certificates are the organiser's.
call scope_by_self('cadre_trainings', 'member_id',
  'select, insert (id, union_id, union_path, member_id, person_name, course_id, kind, title, subjects, hours, starts_on, enrolled_at), update (withdrawn_at)');

-- Who stands at which place in a course's queue, also beyond one's scope: seats go to the first `capacity` places, the others wait.
-- Ids and places only.
create view cadre_course_places as
  select t.id as training_id, t.course_id, row_number() over (partition by t.course_id order by t.seq)::int as place
  from cadre_trainings t where t.course_id is not null and t.withdrawn_at is null;
grant select on cadre_course_places to gongqiao_post, gongqiao_self;

-- Who was there on a day, told by the code shown in the room or entered by hand.
create table cadre_attendances (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  training_id uuid not null references cadre_trainings (id),
  member_id uuid not null references members (id),
  on_day date not null,
  way text not null check (way in ('code', 'hand')),
  at timestamptz not null,
  unique (training_id, on_day),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index cadre_attendances_path on cadre_attendances (union_path);
create index cadre_attendances_member on cadre_attendances (member_id);
call scope_by_union('cadre_attendances');
call scope_by_self('cadre_attendances', 'member_id', 'select, insert');

-- The trainings of a person, wherever he was a cadre then: the file follows him to the union where he holds a post now. Answers the
-- person himself, or a post within whose scope he holds or held one.
create function cadre_trainings_of(person uuid) returns setof cadre_trainings
language sql stable security definer set search_path from current as $$
  select t.* from cadre_trainings t
  where t.member_id = any (array(select person union all select m.id from members m where m.merged_into = person))
    and (person = nullif(current_setting('app.me', true), '')::uuid
      or exists (select from appointments a where a.member_id = person
        and a.union_path >= current_setting('app.lo', true) and a.union_path < current_setting('app.hi', true)))
$$;
revoke execute on function cadre_trainings_of from public;
grant execute on function cadre_trainings_of to gongqiao_post, gongqiao_self;
