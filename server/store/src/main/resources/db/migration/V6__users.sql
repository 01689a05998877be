-- Numbers of custom user attributes and of recovery codes; they become part of the event that creates the thing.
create sequence customuserattribute_seq;
create sequence pwreset_seq;

-- Which user a resolver knew under a name, for as long as the setting UserCacheExpiration says. It is a cache and no read
-- model: it is written beside the stream, and nothing is lost with it. Times are UTC.
create sequence usercache_seq;
create table usercache (
    id bigint primary key default nextval('usercache_seq'),
    username varchar(64) default '',
    used_login varchar(64) default '',
    resolver varchar(120) default '',
    user_id varchar(320) default '',
    timestamp timestamp
);
alter sequence usercache_seq owned by usercache.id;
create index ix_usercache_username on usercache (username);
create index ix_usercache_used_login on usercache (used_login, resolver);
create index ix_usercache_user_id on usercache (user_id, resolver);
create index ix_usercache_timestamp on usercache (timestamp);
