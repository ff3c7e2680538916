/** A small house in two regions: triggers that would write twice, an append-only journal, generated columns, awkward texts. */
export const fill = `do $$
declare region text; top uuid;
begin
  insert into shared.accounts (name, username) values (E'李\\t"梅"\\\\n', 'li');
  for region in select name from shared.regions loop
    execute format('set local search_path = %I, shared', region);
    insert into unions (path, kind, unit_type, state, name, effective_on)
      values ('0001', 'federation', 'federation', 'active', E'某区\\n总工会', '2024-01-01') returning id into top;
    insert into unions (path, parent_id, kind, unit_type, state, name, effective_on)
      values ('00010001', top, 'basic', 'private', 'active', '第一分会', '2024-03-01');
    update unions set name = '某区总工会', effective_on = '2025-01-01' where id = top;
    perform journal_append(top, 'unions.rename', null, null, top, now(), '内容', '{"b": 1, "a": [null, "\\\\"]}');
  end loop;
end $$`

/** Everything that migrations make: columns, constraints, indexes, policies, triggers, rights, functions. */
export const shapeOf = `select schema, kind, what from (
  select n.nspname as schema, 'column' as kind, concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull) as what
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'v', 'i')
  union all select n.nspname, 'constraint', concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(k.oid), convalidated)
    from pg_constraint k join pg_namespace n on n.oid = connamespace where contype <> 'n'
  union all select n.nspname, 'index', pg_get_indexdef(i.indexrelid)
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
  union all select schemaname, 'policy', concat_ws(' ', tablename, policyname, roles, cmd, qual, with_check) from pg_policies
  union all select n.nspname, 'trigger', concat_ws(' ', pg_get_triggerdef(t.oid), tgenabled)
    from pg_trigger t join pg_class c on c.oid = tgrelid join pg_namespace n on n.oid = c.relnamespace where not tgisinternal
  union all select table_schema, 'right', concat_ws(' ', table_name, grantee, privilege_type)
    from information_schema.role_table_grants where grantee like 'gongqiao_%'
  union all select n.nspname, 'schema', concat_ws(' ', r.rolname, has_schema_privilege(r.rolname, n.nspname, 'usage'))
    from pg_namespace n, pg_roles r where r.rolname like 'gongqiao_%'
  union all select n.nspname, 'function', concat_ws(' ', p.oid::regprocedure, prosecdef, md5(prosrc))
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
) as shape where schema = 'shared' or schema like 'region_%' order by 1, 2, 3`
