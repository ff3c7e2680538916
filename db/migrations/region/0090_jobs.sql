-- What the jobs may clear away in a region: only what is over already, whoever it belonged to.
do $$ begin execute format('grant usage on schema %I to gongqiao_jobs', current_schema()); end $$;

grant select, delete on requests, downloads, uploads to gongqiao_jobs;
create policy old on requests to gongqiao_jobs using (at < now() - interval '48 hours');
create policy old on downloads to gongqiao_jobs using (expires_at < now());
create policy old on uploads to gongqiao_jobs using (at < now() - interval '30 days');

-- Which uploads an import still reads; nothing else of an import.
grant select (upload, state, at) on imports to gongqiao_jobs;
create policy jobs on imports for select to gongqiao_jobs using (true);

-- The newest line of each chain, to be kept outside.
grant select on journal_heads to gongqiao_jobs;
