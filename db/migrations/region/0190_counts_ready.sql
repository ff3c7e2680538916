-- The total of a whole scope from the index alone: over a table, the scope would be asked again at every row.
create index member_counts_ready on member_counts (union_path) include (worker_count, member_count, retained_count);
drop index member_counts_path;
