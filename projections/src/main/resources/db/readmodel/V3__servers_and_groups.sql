-- What administrators define besides users and tokens, with eduMFA's names and columns; see V1 for the habits.

create table serviceid (
    id integer primary key,
    name varchar(255) collate "C" not null,
    "Description" varchar(2000) default '',
    constraint serviceid_name_key unique (name)
);

create table tokengroup (
    id integer primary key,
    name varchar(255) collate "C" not null,
    "Description" varchar(2000) default '',
    constraint tokengroup_name_key unique (name)
);

create table tokentokengroup (
    id bigint primary key,
    token_id integer references token (id) on delete cascade,
    tokengroup_id integer references tokengroup (id) on delete cascade,
    constraint ttgix_2 unique (token_id, tokengroup_id)
);
create index ix_tokentokengroup_tokengroup_id on tokentokengroup (tokengroup_id);

-- Passwords are sealed, which makes them longer; data_key, which opens them, is ours and null where there is none.
create table smtpserver (
    id integer primary key,
    identifier varchar(255) collate "C" not null,
    server varchar(255) not null,
    port integer default 25,
    username varchar(255) default '',
    password varchar(2800) default '',
    data_key varchar(64),
    sender varchar(255) default '',
    tls boolean default false,
    description varchar(2000) default '',
    timeout integer default 10,
    enqueue_job boolean not null default false,
    constraint smtpserver_identifier_key unique (identifier)
);

create table radiusserver (
    id integer primary key,
    identifier varchar(255) collate "C" not null,
    server varchar(255) not null,
    port integer default 1812,
    secret varchar(2800) default '',
    data_key varchar(64),
    dictionary varchar(255) default '/etc/edumfa/dictionary',
    description varchar(2000) default '',
    timeout integer default 5,
    retries integer default 3,
    enforce_ma boolean default false,
    constraint radiusserver_identifier_key unique (identifier)
);

create table edumfaserver (
    id integer primary key,
    identifier varchar(255) collate "C" not null,
    url varchar(255) not null,
    tls boolean default false,
    description varchar(2000) default '',
    constraint edumfaserver_identifier_key unique (identifier)
);

create table smsgateway (
    id integer primary key,
    identifier varchar(255) collate "C" not null,
    description varchar(1024) default '',
    providermodule varchar(1024) not null,
    constraint smsgateway_identifier_key unique (identifier)
);

create table smsgatewayoption (
    id bigint primary key,
    "Key" varchar(255) not null,
    "Value" text default '',
    "Type" varchar(100) default 'option',
    gateway_id integer references smsgateway (id) on delete cascade,
    data_key varchar(64),
    constraint sgix_1 unique (gateway_id, "Key", "Type")
);

create table caconnector (
    id integer primary key,
    name varchar(255) collate "C" not null,
    catype varchar(255) not null,
    constraint caconnector_name_key unique (name)
);

create table caconnectorconfig (
    id bigint primary key,
    caconnector_id integer references caconnector (id) on delete cascade,
    "Key" varchar(255) not null,
    "Value" varchar(12000) default '',
    "Type" varchar(2000) default '',
    "Description" varchar(2000) default '',
    data_key varchar(64),
    constraint ccix_2 unique (caconnector_id, "Key")
);

create table machineresolver (
    id integer primary key,
    name varchar(255) collate "C" not null,
    rtype varchar(255) not null,
    constraint machineresolver_name_key unique (name)
);

create table machineresolverconfig (
    id bigint primary key,
    resolver_id integer references machineresolver (id) on delete cascade,
    "Key" varchar(255) not null,
    "Value" varchar(12000) default '',
    "Type" varchar(2000) default '',
    "Description" varchar(2000) default '',
    data_key varchar(64),
    constraint mrcix_2 unique (resolver_id, "Key")
);
