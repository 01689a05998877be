-- The documented tables, with eduMFA's names and columns, so that reports written for eduMFA run here. The names are
-- unqualified: the schema is rm, or rm_new while a rebuild fills it. No column draws from a sequence or a clock.
--
-- Texts by which rows are found or sorted compare by code point (collate "C"), so that every database sorts alike and
-- a prefix search uses the same index as an exact one.
--
-- Foreign keys cascade. Projectors delete dependent rows themselves, too (the temporary tables of time travel have no
-- foreign keys); the cascade removes what another transaction added in the same moment.

create table admin (
    username varchar(120) collate "C" primary key,
    password varchar(255),
    email varchar(255)
);

-- "Value" is wider than eduMFA's 2000 characters because a sealed text is longer than what was sealed. data_key is ours:
-- the data key that opens a secret, null beside a value in clear.
create table config (
    "Key" varchar(255) collate "C" primary key,
    "Value" varchar(12000) default '',
    "Type" varchar(2000) default '',
    "Description" varchar(2000) default '',
    data_key varchar(64)
);

create table resolver (
    id integer primary key,
    name varchar(255) collate "C" not null,
    rtype varchar(255) not null,
    constraint resolver_name_key unique (name)
);

create table resolverconfig (
    id bigint primary key,
    resolver_id integer references resolver (id) on delete cascade,
    "Key" varchar(255) not null,
    "Value" varchar(12000) default '',
    "Type" varchar(2000) default '',
    "Description" varchar(2000) default '',
    data_key varchar(64),
    constraint rcix_2 unique (resolver_id, "Key")
);

create table realm (
    id integer primary key,
    name varchar(255) collate "C" not null,
    "default" boolean default false,
    "option" varchar(40) default '',
    constraint realm_name_key unique (name)
);

create table resolverrealm (
    id bigint primary key,
    resolver_id integer references resolver (id) on delete cascade,
    realm_id integer references realm (id) on delete cascade,
    priority integer,
    constraint rrix_2 unique (resolver_id, realm_id)
);
create index ix_resolverrealm_realm_id on resolverrealm (realm_id);

-- key_enc, user_pin and so_pin hold sealed texts, the *_iv beside them the data key that opens them. count and failcount
-- belong to the trailing projector alone: their defaults are the values of a new token.
create table token (
    id integer primary key,
    description varchar(80) collate "C" default '',
    serial varchar(40) collate "C" not null,
    tokentype varchar(30) collate "C" default '',
    user_pin varchar(2800) default '',
    user_pin_iv varchar(64) default '',
    so_pin varchar(2800) default '',
    so_pin_iv varchar(64) default '',
    pin_seed varchar(32) default '',
    otplen integer default 6,
    pin_hash varchar(512) default '',
    key_enc varchar(2800) default '',
    key_iv varchar(64) default '',
    maxfail integer default 10,
    active boolean not null default true,
    revoked boolean default false,
    locked boolean default false,
    failcount integer default 0,
    count bigint default 0,
    count_window integer default 10,
    sync_window integer default 1000,
    rollout_state varchar(10) collate "C" default ''
) with (fillfactor = 80);
-- The id rides in the index so that a page far behind is found without visiting the rows before it.
create unique index ix_token_serial on token (serial) include (id);
create index ix_token_tokentype on token (tokentype);

create table tokeninfo (
    id bigint primary key,
    "Key" varchar(255) collate "C" not null,
    "Value" text default '',
    "Type" varchar(100) default '',
    "Description" varchar(2000) default '',
    token_id integer references token (id) on delete cascade,
    constraint tiix_2 unique (token_id, "Key")
) with (fillfactor = 80);
create index ix_tokeninfo_key on tokeninfo ("Key", left("Value", 100));

create table tokenowner (
    id bigint primary key,
    token_id integer references token (id) on delete cascade,
    resolver varchar(120) collate "C" default '',
    user_id varchar(320) collate "C" default '',
    realm_id integer references realm (id) on delete set null
);
create index ix_tokenowner_token_id on tokenowner (token_id);
create index ix_tokenowner_user_id on tokenowner (user_id, resolver, realm_id);
create index ix_tokenowner_resolver on tokenowner (resolver);
create index ix_tokenowner_realm_id on tokenowner (realm_id);

create table tokenrealm (
    id bigint primary key,
    token_id integer references token (id) on delete cascade,
    realm_id integer references realm (id) on delete cascade,
    constraint trix_2 unique (token_id, realm_id)
);
create index ix_tokenrealm_realm_id on tokenrealm (realm_id);

create table mfa_audit (
    id bigint primary key,
    date timestamp,
    startdate timestamp,
    duration interval(6),
    signature varchar(620) default '',
    action varchar(50) collate "C" default '',
    success integer default 0,
    serial varchar(40) collate "C" default '',
    token_type varchar(12) collate "C" default '',
    "user" varchar(64) collate "C" default '',
    realm varchar(20) collate "C" default '',
    resolver varchar(50) collate "C" default '',
    administrator varchar(64) collate "C" default '',
    action_detail varchar(128) collate "C" default '',
    info varchar(128) collate "C" default '',
    edumfa_server varchar(255) collate "C" default '',
    client varchar(50) collate "C" default '',
    loglevel varchar(12) collate "C" default 'default',
    clearance_level varchar(12) collate "C" default 'default',
    thread_id varchar(20) collate "C" default '0',
    policies varchar(255) collate "C" default ''
);
create index ix_mfa_audit_date on mfa_audit (date);
create index ix_mfa_audit_user on mfa_audit ("user", id);
create index ix_mfa_audit_serial on mfa_audit (serial, id);
