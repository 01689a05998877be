-- What ties tokens to applications on machines. A row without a machine is for any; one whose machine resolver goes, goes.
create table machinetoken (
    id integer primary key,
    token_id integer references token (id) on delete cascade,
    machineresolver_id integer references machineresolver (id) on delete cascade,
    machine_id varchar(255) collate "C",
    application varchar(64) collate "C"
);
create index ix_machinetoken_token_id on machinetoken (token_id);
create index ix_machinetoken_machine on machinetoken (machineresolver_id, machine_id);

create table machinetokenoptions (
    id bigint primary key,
    machinetoken_id integer references machinetoken (id) on delete cascade,
    mt_key varchar(64) collate "C" not null,
    mt_value varchar(64) not null,
    constraint mtoix_1 unique (machinetoken_id, mt_key)
);

-- Which programs had log-ins checked. lastseen is UTC. client_tracking is ours: whether the setting DisableClientTracking was
-- on where the projector stands in the stream; without a row it was not.
create table clientapplication (
    id bigint primary key,
    ip varchar(255) collate "C" not null,
    hostname varchar(255),
    clienttype varchar(255) collate "C" not null,
    lastseen timestamp,
    node varchar(255) collate "C" not null,
    constraint caix unique (ip, clienttype, node)
);
create index ix_clientapplication_clienttype on clientapplication (clienttype);

create table client_tracking (
    id smallint primary key,
    disabled boolean not null
);

create table subscription (
    id integer primary key,
    application varchar(80) collate "C",
    for_name varchar(80) not null,
    for_address varchar(128),
    for_email varchar(128) not null,
    for_phone varchar(50) not null,
    for_url varchar(80),
    for_comment varchar(255),
    by_name varchar(50) not null,
    by_email varchar(128) not null,
    by_address varchar(128),
    by_phone varchar(50),
    by_url varchar(80),
    date_from timestamp,
    date_till timestamp,
    num_users integer,
    num_tokens integer,
    num_clients integer,
    level varchar(80),
    signature varchar(640)
);
create index ix_subscription_application on subscription (application);
