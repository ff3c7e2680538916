-- Who answers for a union's work on each of four sides: party, administration, union, co-operating departments (ORG-01).
create table union_parties (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  side text not null check (side in ('party', 'administration', 'union', 'department')),
  person_id uuid,
  person_name text not null check (length(person_name) between 1 and 60),
  title text not null,
  organisation text,
  from_on date not null,
  until_on date,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (until_on is null or until_on >= from_on)
);
create unique index union_parties_one on union_parties (union_id, side) where until_on is null and side <> 'department';
create index union_parties_path on union_parties (union_path, side);
create index union_parties_person on union_parties (person_id);
call scope_by_union('union_parties');
call scope_by_self('union_parties', 'person_id');

-- What the leadership decided, who carries it out until when, and what came of it.
create table leadership_decisions (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  decided_on date not null,
  meeting text not null,
  decision text not null check (length(decision) between 4 and 1000),
  executor_id uuid not null references union_parties (id),
  executor_person uuid,
  due_on date not null,
  done_on date,
  outcome text,
  version integer not null default 1,
  created_at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (due_on >= decided_on),
  check ((done_on is null) = (outcome is null))
);
create index leadership_decisions_path on leadership_decisions (union_path, due_on);
create index leadership_decisions_executor on leadership_decisions (executor_id);
create index leadership_decisions_person on leadership_decisions (executor_person) where done_on is null;
call scope_by_union('leadership_decisions');
call scope_by_self('leadership_decisions', 'executor_person', 'select, update');
