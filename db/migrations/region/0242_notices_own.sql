-- What the account that asks can be reached by, and by which channels the platform can send at all.
create function own_addresses() returns table (mobile_sealed text, email_sealed text)
language plpgsql stable security definer set search_path from current as $$
begin
  return query select a.mobile_sealed, a.email_sealed from accounts a where a.id = nullif(current_setting('app.account', true), '')::uuid;
end $$;
create function open_channels() returns setof text
language sql stable security definer set search_path from current as $$
  select channel from notice_channels where settings_sealed is not null
  union select c from servers, unnest(channels) c where seen_at > now() - interval '5 minutes' and c in ('email', 'sms', 'wecom', 'dingtalk')
$$;
revoke execute on function own_addresses, open_channels from public;
grant execute on function own_addresses, open_channels to gongqiao_self;
grant execute on function open_channels to gongqiao_post;

-- When two records of one person become one, the inbox and what is on its way follow him; the merge alone stands above all scopes.
do $$ begin
  execute format('create policy merging on notices to gongqiao_post using (%s = '''')', setting_of('app.lo'));
  execute format('create policy merging on notice_deliveries to gongqiao_post using (%s = '''')', setting_of('app.lo'));
end $$;
grant select (id, key, person_id), update (person_id) on notices to gongqiao_post;
grant update (person_id) on notice_deliveries to gongqiao_post;

-- A record that an undone import takes away takes its inbox along.
alter table notices drop constraint notices_person_id_fkey, add foreign key (person_id) references members (id) on delete cascade;
alter table notice_preferences drop constraint notice_preferences_person_id_fkey,
  add foreign key (person_id) references members (id) on delete cascade;
alter table notice_deliveries drop constraint notice_deliveries_person_id_fkey,
  add foreign key (person_id) references members (id) on delete cascade;
