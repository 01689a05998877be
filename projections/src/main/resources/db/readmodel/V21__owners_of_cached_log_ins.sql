-- Cached log-ins end with what happens to their owner's tokens, and tokens know their owner by his id. Those from before, of which
-- it is not known, let nobody in any more; they are cleared away as others that nobody uses.
alter table authcache add column user_id varchar(320) collate "C" default '';
create index ix_authcache_user_id on authcache (user_id, resolver);
