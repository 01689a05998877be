-- What is known of users beside what their resolvers know. That a user has each key once is decided before a row is written,
-- by the aggregate; as in eduMFA no constraint says so.
create table customuserattribute (
    id integer primary key,
    user_id varchar(320) collate "C" default '',
    resolver varchar(120) collate "C" default '',
    realm_id integer references realm (id) on delete cascade,
    "Key" varchar(255) collate "C" not null,
    "Value" text default '',
    "Type" varchar(100) default ''
);
create index ix_customuserattribute_user_id on customuserattribute (user_id, realm_id, resolver);
create index ix_customuserattribute_resolver on customuserattribute (resolver);
create index ix_customuserattribute_realm_id on customuserattribute (realm_id);

-- Recovery codes that were sent and not yet used. recoverycode is a hash; times are UTC.
create table passwordreset (
    id integer primary key,
    recoverycode varchar(255) not null,
    username varchar(64) collate "C" not null,
    realm varchar(64) collate "C" not null,
    resolver varchar(64) collate "C",
    email varchar(255),
    timestamp timestamp,
    expiration timestamp
);
create index ix_passwordreset_username on passwordreset (username, realm);
create index ix_passwordreset_realm on passwordreset (realm);
create index ix_passwordreset_expiration on passwordreset (expiration);
