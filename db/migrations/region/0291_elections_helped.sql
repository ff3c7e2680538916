-- Who was helped to fill in his ballot, with his consent (helper mode): that he was, not how he voted.
alter table election_roll add column is_helped boolean not null default false;
