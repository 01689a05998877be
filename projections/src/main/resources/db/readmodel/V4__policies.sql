-- Policies, with eduMFA's names and columns. Lists and actions are texts with commas.
create table policy (
    id integer primary key,
    active boolean default true,
    check_all_resolvers boolean default false,
    name varchar(64) collate "C" not null,
    scope varchar(32) collate "C" not null,
    action varchar(2000) default '',
    realm varchar(256) default '',
    adminrealm varchar(256) default '',
    adminuser varchar(256) default '',
    resolver varchar(256) default '',
    edumfanode varchar(256) default '',
    "user" varchar(256) default '',
    client varchar(256) default '',
    time varchar(64) default '',
    priority integer not null default 1,
    constraint policy_name_key unique (name)
);

create table policycondition (
    id bigint primary key,
    policy_id integer not null references policy (id) on delete cascade,
    section varchar(255) not null,
    "Key" varchar(255) not null,
    comparator varchar(255) not null default 'equals',
    "Value" varchar(2000) not null default '',
    active boolean not null default true
);
create index ix_policycondition_policy_id on policycondition (policy_id);
