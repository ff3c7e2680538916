-- Where a region is (GB/T 2260, six digits): provinces and cities have rules of their own, and the statutes are asked by place.
alter table regions add column division text check (division ~ '^[1-8][0-9]{5}$');

-- Only a post at the top of the region says where it is.
alter table regions enable row level security;
create policy everyone on regions for select using (true);
do $$ begin
  execute format('create policy top on regions for update to gongqiao_post using (name = current_schema() and length(%s) in (0, 4))', setting_of('app.lo'));
end $$;
grant update (division) on regions to gongqiao_post;
