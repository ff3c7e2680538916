-- Changes of a membership's standing (会籍变动): retained, restored, left, deemed withdrawn, expelled; each a procedure with its dates and papers.
create table standing_changes (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references members (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null check (kind in ('retain', 'restore', 'leave', 'deemed', 'expel')),
  state text not null check (state in ('open', 'done', 'dropped')),
  started_by text not null check (started_by in ('member', 'union')),
  ground text check (ground in ('retired', 'unemployed', 'longLeave', 'other')),
  note text,
  opened_at timestamptz not null,
  opened_on date not null,
  effective_on date not null,
  -- Deemed withdrawal (MEM-09): since when neither dues nor part, and the education that must come first.
  idle_since date,
  educated_on date,
  educated_how text,
  -- Expulsion (MEM-10): the judgment, the group's discussion, the filing with the superior.
  judgment text,
  judged_on date,
  discussed_on date,
  opinion text,
  reported_on date,
  report_number text,
  decided_on date,
  document text,
  card_returned boolean,
  by_account uuid,
  by_post text,
  dropped_on date,
  reason text,
  version integer not null default 1,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((state = 'done') = (decided_on is not null)),
  check ((state = 'dropped') = (dropped_on is not null)),
  check ((kind = 'retain') = (ground is not null)),
  check ((kind = 'deemed') = (idle_since is not null)),
  check (not (kind = 'deemed' and state = 'done') or educated_on is not null),
  check (not (kind = 'expel' and state = 'done') or (judgment is not null and discussed_on is not null)),
  check (reported_on is null or (kind = 'expel' and state = 'done'))
);
create unique index standing_changes_open on standing_changes (member_id) where state = 'open';
create index standing_changes_member on standing_changes (member_id, opened_at);
create index standing_changes_path on standing_changes (union_path, state, opened_at);
call scope_by_union('standing_changes');
revoke delete on standing_changes from gongqiao_post;
call scope_by_self('standing_changes', 'member_id',
  'select, insert, update (state, dropped_on, reason, version)');
