-- Time for union work (CAD-02): what was agreed with the employer for a part-time cadre, and what he did, by task.
create table cadre_time_agreements (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  member_id uuid not null references members (id),
  hours_per_month integer not null check (hours_per_month between 1 and 240),
  basis text not null check (length(basis) between 4 and 120),
  from_on date not null,
  until_on date,
  recorded_at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (until_on is null or until_on >= from_on)
);
create unique index cadre_time_agreements_one on cadre_time_agreements (union_id, member_id) where until_on is null;
create index cadre_time_agreements_member on cadre_time_agreements (member_id);
create index cadre_time_agreements_path on cadre_time_agreements (union_path);
call scope_by_union('cadre_time_agreements');
call scope_by_self('cadre_time_agreements', 'member_id');

create table cadre_hours (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  member_id uuid not null references members (id),
  on_day date not null,
  minutes integer not null check (minutes between 10 and 960),
  task text not null,
  in_work_time boolean not null,
  note text check (length(note) <= 200),
  recorded_at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index cadre_hours_member on cadre_hours (member_id, on_day) include (minutes, task, in_work_time);
create index cadre_hours_path on cadre_hours (union_path, on_day) include (member_id, minutes, task, in_work_time);
call scope_by_union('cadre_hours');
-- What somebody did is his own to say: nobody above writes it.
revoke insert, delete on cadre_hours from gongqiao_post;
call scope_by_self('cadre_hours', 'member_id', 'select, insert, delete');
