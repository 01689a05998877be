-- Each log-in updates its token and three entries of the token's info. Free room on the page, and no index on what
-- changes, let PostgreSQL do that without touching any index ("heap only").
drop index ix_tokeninfo_key;
create index ix_tokeninfo_key on tokeninfo ("Key");
alter table tokeninfo set (fillfactor = 70);
alter table token set (fillfactor = 70);
