-- What each node has counted; the value of a counter is the sum over the nodes.
create table eventcounter (
    id bigint primary key,
    counter_name varchar(80) collate "C" not null,
    counter_value integer default 0,
    node varchar(255) collate "C" not null,
    constraint evctr_1 unique (counter_name, node)
);

-- Figures that were noted at a moment, in UTC.
create table monitoringstats (
    id bigint primary key,
    timestamp timestamp not null,
    stats_key varchar(128) collate "C" not null,
    stats_value integer not null default 0,
    constraint msix_1 unique (timestamp, stats_key)
);
create index ix_monitoringstats_timestamp on monitoringstats (timestamp);
create index ix_monitoringstats_key on monitoringstats (stats_key, timestamp);

-- What the figures of tokens need to know of each token, and by how much each moment changed them: a figure of any past
-- moment is the sum of the changes until then. A text of a token's owner is null where there is none.
create table statistics_token (
    token_id integer primary key,
    kind text not null,
    resolver text,
    user_id text,
    active boolean not null
);
create index ix_statistics_token_owner on statistics_token (resolver, user_id) where active;

create table statistics_change (
    time timestamp primary key,
    tokens integer not null,
    hardware integer not null,
    software integer not null,
    unassigned_hardware integer not null,
    assigned integer not null,
    users integer not null
);

-- How many log-ins ended how in an hour. An empty text stands for what a request did not know.
create table statistics_authentication (
    hour timestamp not null,
    outcome varchar(10) not null,
    tokentype text collate "C" not null,
    realm text collate "C" not null,
    count bigint not null,
    primary key (hour, outcome, tokentype, realm)
);
