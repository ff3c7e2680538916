-- Major matters of the unit and the union's part in them (DEC-01 to DEC-06, DEM-22): one row a matter, its four stages as facts with their days.
create table decision_matters (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  kind text not null check (kind in ('restructuring', 'operations', 'rules', 'layoff', 'welfare', 'unionRule', 'other')),
  title text not null check (length(title) between 4 and 80),
  draft text not null check (length(draft) between 10 and 20000),
  registered_side text not null check (registered_side in ('employer', 'union')),
  registered_on date not null,
  registered_at timestamptz not null,
  -- Workers say what they think of it until then.
  opinions_until date,
  -- When it is to take effect; for a layoff the day people go.
  planned_on date,
  -- Before: the union's written position, what it took up of the opinions and why not the rest.
  position text check (length(position) between 10 and 4000),
  taken_up text,
  not_taken text,
  position_on date,
  -- During: the meeting, who sat there for the union, what he said and how he voted.
  met_on date,
  meeting text,
  represented_by text,
  union_opinion text,
  union_vote text check (union_vote in ('for', 'against', 'abstain')),
  -- The decision, its reasons, and the answer to a union that thought otherwise.
  decided_on date,
  outcome text check (outcome in ('asDrafted', 'changed', 'dropped')),
  decision text check (length(decision) between 4 and 4000),
  reasons text,
  answer text,
  -- After: published to the workers.
  feedback_on date,
  closed_on date,
  version integer not null default 1,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((position is null) = (position_on is null)),
  check ((met_on is null) = (meeting is null)),
  check ((decided_on is null) = (decision is null)),
  check (feedback_on is null or decided_on is not null)
);
create index decision_matters_path on decision_matters (union_path, registered_at desc);
call scope_by_union('decision_matters');
revoke delete on decision_matters from gongqiao_post;
-- A worker sees the matters of the unions he is registered in, from his group up.
create policy concerned on decision_matters for select to gongqiao_self using (exists (
  select from members m where m.status in ('worker', 'member', 'retained') and m.merged_into is null
    and m.union_path >= decision_matters.union_path and m.union_path < decision_matters.union_path || '~'));
grant select on decision_matters to gongqiao_self;

-- What a worker thinks of a draft: one a person, his to change until the last day. Shown without his name.
create table decision_opinions (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references decision_matters (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  member_id uuid not null references members (id),
  choice text not null check (choice in ('agree', 'disagree', 'unsure')),
  body text check (length(body) between 1 and 1000),
  at timestamptz not null,
  unique (matter_id, member_id),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index decision_opinions_path on decision_opinions (union_path);
create index decision_opinions_member on decision_opinions (member_id);
call scope_by_union('decision_opinions');
revoke insert, update, delete on decision_opinions from gongqiao_post;
-- A merge of two records of one person moves what he said.
grant update (member_id) on decision_opinions to gongqiao_post;
call scope_by_self('decision_opinions', 'member_id', 'select, insert, update (choice, body, at)');

-- How the workers took the decision.
create table decision_reactions (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references decision_matters (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  member_id uuid not null references members (id),
  mark text not null check (mark in ('satisfied', 'partly', 'unsatisfied')),
  body text check (length(body) between 1 and 500),
  at timestamptz not null,
  unique (matter_id, member_id),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index decision_reactions_path on decision_reactions (union_path);
create index decision_reactions_member on decision_reactions (member_id);
call scope_by_union('decision_reactions');
revoke insert, update, delete on decision_reactions from gongqiao_post;
grant update (member_id) on decision_reactions to gongqiao_post;
call scope_by_self('decision_reactions', 'member_id', 'select, insert, update (mark, body, at)');

-- A stage passed without the union: who passed over it and why, and what the union's chair says to it (DEC-06). Never taken away.
create table decision_skips (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references decision_matters (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  stage text not null check (stage in ('consult', 'deliberate', 'feedback', 'share')),
  side text not null check (side in ('employer', 'union')),
  reason text not null check (length(reason) between 4 and 500),
  skipped_on date not null,
  explanation text check (length(explanation) between 4 and 500),
  explained_on date,
  unique (matter_id, stage),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((explanation is null) = (explained_on is null))
);
create index decision_skips_path on decision_skips (union_path, skipped_on desc);
call scope_by_union('decision_skips');
revoke update, delete on decision_skips from gongqiao_post;
grant update (explanation, explained_on) on decision_skips to gongqiao_post;

-- What the decision is split into, the union's share named (DEC-05), and what either side says of how it goes.
create table decision_tasks (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references decision_matters (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  side text not null check (side in ('employer', 'union')),
  title text not null check (length(title) between 4 and 120),
  owner text not null check (length(owner) between 2 and 60),
  due_on date not null,
  done_on date,
  outcome text check (length(outcome) between 4 and 500),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((done_on is null) = (outcome is null))
);
create index decision_tasks_matter on decision_tasks (matter_id);
create index decision_tasks_path on decision_tasks (union_path);
call scope_by_union('decision_tasks');

create table decision_progress (
  id uuid primary key default gen_random_uuid(),
  task_id uuid not null references decision_tasks (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  side text not null check (side in ('employer', 'union')),
  body text not null check (length(body) between 4 and 500),
  at timestamptz not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index decision_progress_task on decision_progress (task_id);
create index decision_progress_path on decision_progress (union_path);
call scope_by_union('decision_progress');
revoke update, delete on decision_progress from gongqiao_post;

-- The four powers as formal instruments (DEC-07): issued to an addressee, answered by a day.
create table decision_instruments (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  power text not null check (power in ('organise', 'personnel', 'seat', 'welfare')),
  number integer not null,
  title text not null check (length(title) between 4 and 80),
  body text not null check (length(body) between 10 and 4000),
  addressee text not null check (length(addressee) between 2 and 60),
  issued_on date not null,
  reply_by date not null,
  reply text check (reply in ('accepted', 'partly', 'refused')),
  reply_text text check (length(reply_text) between 4 and 2000),
  replied_on date,
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  unique (union_id, number),
  check (reply_by >= issued_on),
  check ((reply is null) = (replied_on is null) and (reply is null) = (reply_text is null))
);
create index decision_instruments_path on decision_instruments (union_path, issued_on desc);
call scope_by_union('decision_instruments');
revoke delete on decision_instruments from gongqiao_post;

-- Union items in the administration's yearly plan (DEC-09), each with the core task it serves (DEC-10): what was asked, what was granted.
create table decision_items (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  year integer not null check (year between 2000 and 2200),
  title text not null check (length(title) between 4 and 80),
  core_task text check (core_task in ('quality', 'cost', 'safety', 'deadline', 'innovation', 'people', 'service')),
  core_words text check (length(core_words) between 2 and 200),
  asked_people text,
  asked_fen bigint not null check (asked_fen >= 0),
  asked_things text,
  submitted_on date not null,
  answer text check (answer in ('accepted', 'changed', 'refused')),
  answer_text text,
  granted_people text,
  granted_fen bigint check (granted_fen >= 0),
  granted_things text,
  answered_on date,
  -- The union says that what was granted suits it: only then is it in the plan.
  agreed_on date,
  done_on date,
  effect text check (length(effect) between 4 and 500),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check ((core_task is null) = (core_words is null)),
  check ((answer is null) = (answered_on is null)),
  check ((done_on is null) = (effect is null))
);
create index decision_items_path on decision_items (union_path, year);
call scope_by_union('decision_items');
revoke delete on decision_items from gongqiao_post;

-- The union's rights and duties (DEC-08): the list is loaded at the top of the region and holds for all below; how each stands is a union's own.
create table decision_rights (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  number integer not null check (number between 1 and 99),
  kind text not null check (kind in ('right', 'duty')),
  title text not null check (length(title) between 2 and 300),
  is_key boolean not null,
  loaded_on date not null,
  ended_on date,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create unique index decision_rights_one on decision_rights (union_id, number) where ended_on is null;
call scope_by_union('decision_rights');
create policy published on decision_rights for select to gongqiao_post using (true);

create table decision_right_checks (
  id uuid primary key default gen_random_uuid(),
  right_id uuid not null references decision_rights (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  year integer not null check (year between 2000 and 2200),
  owner text not null check (length(owner) between 2 and 60),
  was_used boolean not null,
  evidence text check (length(evidence) between 4 and 500),
  checked_on date not null,
  unique (right_id, union_id, year),
  foreign key (union_id, union_path) references unions (id, path) on update cascade,
  check (not was_used or evidence is not null)
);
create index decision_right_checks_path on decision_right_checks (union_path, year);
call scope_by_union('decision_right_checks');
