-- Law as dated data, as far as a federation adds to it: own figures for rules that may be adjusted, the national calendar of years
-- whose notice came after the release, and documents by article. Nothing here is ever rewritten: a later row follows an earlier one.
create table own_statutes (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  statute text not null check (statute ~ '^[A-Z]+-[0-9]{2}\.[a-zA-Z]+$'),
  -- Null gives the rule back to whoever stands above: law, practice, or a higher union's figure.
  value jsonb,
  unit text,
  level text not null check (level in ('WARN', 'INFO')),
  from_on date not null,
  reason text not null check (length(reason) >= 4),
  -- The change-impact report that was in front of the person who decided.
  fingerprint text not null,
  impact jsonb not null,
  set_at timestamptz not null,
  set_by uuid,
  by_post text,
  -- The order in which they were made, when two begin on one day.
  number bigint generated always as identity,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index own_statutes_union on own_statutes (union_id);
create index own_statutes_path on own_statutes (union_path, statute, from_on);
call scope_by_union('own_statutes');
revoke update, delete on own_statutes from gongqiao_post;

-- A ruling taken back before its day: it never held.
create table own_statute_withdrawals (
  ruling_id uuid primary key references own_statutes (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  reason text not null check (length(reason) >= 4),
  at timestamptz not null,
  by_post text,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index own_statute_withdrawals_path on own_statute_withdrawals (union_path);
create index own_statute_withdrawals_union on own_statute_withdrawals (union_id);
call scope_by_union('own_statute_withdrawals');
revoke update, delete on own_statute_withdrawals from gongqiao_post;

-- The State Council's notice for one year: days off and weekend days worked instead. The newest row of a year holds, for the region.
create table calendar_years (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  year integer not null check (year between 2004 and 2100),
  rest date[] not null,
  work date[] not null,
  notice text not null check (length(notice) between 4 and 120),
  reason text not null check (length(reason) >= 4),
  fingerprint text not null,
  impact jsonb not null,
  set_at timestamptz not null,
  set_by uuid,
  by_post text,
  number bigint generated always as identity,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index calendar_years_year on calendar_years (year, number desc);
create index calendar_years_path on calendar_years (union_path);
create index calendar_years_union on calendar_years (union_id);
call scope_by_union('calendar_years');
revoke update, delete on calendar_years from gongqiao_post;

-- Texts a federation files beside the law: documents of superiors, rules of its own, by article.
create table rule_documents (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  title text not null check (length(title) between 4 and 120),
  document_number text check (length(document_number) <= 60),
  issuer text not null check (length(issuer) between 2 and 80),
  issued_on date not null,
  from_on date not null,
  filed_at timestamptz not null,
  filed_by uuid,
  by_post text,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index rule_documents_path on rule_documents (union_path);
create index rule_documents_union on rule_documents (union_id);
call scope_by_union('rule_documents');
revoke update, delete on rule_documents from gongqiao_post;

create table rule_articles (
  id uuid primary key default gen_random_uuid(),
  document_id uuid not null references rule_documents (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  place integer not null,
  label text not null check (length(label) between 1 and 40),
  body text not null check (length(body) between 2 and 4000),
  -- The rule on file that this article speaks of, when it speaks of one.
  statute text,
  unique (document_id, place),
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index rule_articles_path on rule_articles (union_path);
create index rule_articles_union on rule_articles (union_id);
call scope_by_union('rule_articles');
revoke update, delete on rule_articles from gongqiao_post;

-- A document that no longer holds, from a day on.
create table rule_document_endings (
  document_id uuid primary key references rule_documents (id),
  union_id uuid not null,
  union_path text collate "C" not null,
  ends_on date not null,
  reason text not null check (length(reason) >= 4),
  at timestamptz not null,
  by_post text,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index rule_document_endings_path on rule_document_endings (union_path);
create index rule_document_endings_union on rule_document_endings (union_id);
call scope_by_union('rule_document_endings');
revoke update, delete on rule_document_endings from gongqiao_post;

-- Rules are public: they hold for unions that do not see the federation that made them, and for who applies without an account.
do $$
declare kept text;
begin
  foreach kept in array array['own_statutes', 'own_statute_withdrawals', 'calendar_years', 'rule_documents', 'rule_articles', 'rule_document_endings'] loop
    execute format('create policy everyone on %I for select to gongqiao_post, gongqiao_self, gongqiao_public, gongqiao_jobs using (true)', kept);
    execute format('grant select on %I to gongqiao_self, gongqiao_public, gongqiao_jobs', kept);
  end loop;
end $$;
grant select on union_directory to gongqiao_jobs;
