-- What vouches for an event: a digest of all that is stored of it, and a MAC over the digest under a key that is in no database. Those
-- that are stored already get theirs at the first start; snapshots are made anew.
alter table domain_event add column digest bytea, add column mac bytea;
delete from snapshot_event;
alter table snapshot_event add column digest bytea not null, add column mac bytea not null;
