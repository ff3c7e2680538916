-- The password that the server's role signs in with, sealed; for the owner alone. Kept and not derived from the master secret,
-- so that servers with the new key and servers with the old one can live side by side while the key is changed.
create table server_login (
  id smallint primary key check (id = 1),
  password text not null
);

-- Which keys a serving process can read (ids, not keys): a rotation waits until all can read the new one.
alter table servers add column keys text[] not null default '{}';
