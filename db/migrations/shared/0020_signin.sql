-- A sealed word that the key ring must open before the server starts.
create table secret_canary (
  id smallint primary key check (id = 1),
  sealed text not null
);
