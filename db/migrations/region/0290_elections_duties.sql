-- Who answers what a union sends up owes that answer: the filing says which union that is, so that its clocks hear of it.
alter table election_filings add column superior_id uuid references unions (id);
update election_filings f set superior_id = u.parent_id from unions u where u.id = f.union_id;
create index election_filings_superior on election_filings (superior_id) where superior_id is not null;
-- An acting head (主持工作) until the chair is elected anew goes up like the rest (ELEC-30).
alter table election_filings drop constraint election_filings_what_check;
alter table election_filings add constraint election_filings_what_check check (what in ('plan', 'candidates', 'delay', 'acting', 'result'));
do $$ begin
  call touching('elections', 'union_id');
  call touching('election_filings', 'union_id', 'superior_id');
  call touching('election_challenges', 'union_id');
end $$;
