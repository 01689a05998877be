-- What is to happen on events. "Value" is wider than eduMFA's 2000 characters because a sealed text is longer than what
-- was sealed; data_key, the data key that opens it, is ours. The column condition is eduMFA's legacy and always empty.
create table eventhandler (
    id integer primary key,
    name varchar(64) collate "C",
    active boolean default true,
    ordering integer not null default 0,
    position varchar(10) default 'post',
    event varchar(255) not null,
    handlermodule varchar(255) not null,
    condition varchar(1024) default '',
    action varchar(1024) default ''
);

create table eventhandleroption (
    id bigint primary key,
    eventhandler_id integer references eventhandler (id) on delete cascade,
    "Key" varchar(255) collate "C" not null,
    "Value" varchar(12000) default '',
    "Type" varchar(2000) default '',
    "Description" varchar(2000) default '',
    data_key varchar(64),
    constraint ehoix_1 unique (eventhandler_id, "Key")
);

create table eventhandlercondition (
    id bigint primary key,
    eventhandler_id integer references eventhandler (id) on delete cascade,
    "Key" varchar(255) collate "C" not null,
    "Value" varchar(2000) default '',
    comparator varchar(255) default 'equal',
    constraint ehcix_1 unique (eventhandler_id, "Key")
);

-- What is to be done again and again. Times are UTC. That names are unique is decided before a row is written, by the
-- aggregate of the name; the constraint is eduMFA's.
create table periodictask (
    id integer primary key,
    name varchar(64) collate "C" not null,
    active boolean not null default true,
    retry_if_failed boolean not null default true,
    interval varchar(256) not null,
    nodes varchar(256) not null,
    taskmodule varchar(256) not null,
    ordering integer not null default 0,
    last_update timestamp not null,
    constraint periodictask_name_key unique (name)
);

create table periodictaskoption (
    id bigint primary key,
    periodictask_id integer references periodictask (id) on delete cascade,
    key varchar(255) collate "C" not null,
    value varchar(2000) default '',
    constraint ptoix_1 unique (periodictask_id, key)
);

create table periodictasklastrun (
    id bigint primary key,
    periodictask_id integer references periodictask (id) on delete cascade,
    node varchar(255) collate "C" not null,
    timestamp timestamp not null,
    constraint ptlrix_1 unique (periodictask_id, node)
);
