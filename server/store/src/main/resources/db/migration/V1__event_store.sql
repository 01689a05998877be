-- The append-only truth. The index of an event is drawn after the writer's transaction id, so that a reader that meets
-- a hole can prove whether it will ever be filled (docs/adr/0001): a default that draws them in the other order would
-- let events be skipped for ever.
create sequence domain_event_seq as bigint cache 1;

create table domain_event (
    global_index bigint primary key
        default (case when pg_current_xact_id() is not null then nextval('domain_event_seq') end),
    event_identifier varchar(36) not null unique,
    aggregate_identifier varchar(255) not null,
    sequence_number bigint not null,
    type varchar(255),
    payload_type varchar(255) not null,
    payload_revision varchar(255),
    time_stamp varchar(255) not null,
    payload text not null,
    meta_data text not null,
    unique (aggregate_identifier, sequence_number)
);

alter sequence domain_event_seq owned by domain_event.global_index;

create table snapshot_event (
    event_identifier varchar(36) not null unique,
    aggregate_identifier varchar(255) not null,
    sequence_number bigint not null,
    type varchar(255) not null,
    payload_type varchar(255) not null,
    payload_revision varchar(255),
    time_stamp varchar(255) not null,
    payload text not null,
    meta_data text not null,
    primary key (aggregate_identifier, sequence_number)
);

-- Which node reads the stream for which processor, and how far it has come.
create table token_entry (
    processor_name varchar(255) not null,
    segment integer not null,
    token bytea,
    token_type varchar(255),
    timestamp varchar(255),
    owner varchar(255),
    primary key (processor_name, segment)
);

-- Numbers of things that have one in the documented tables; they become part of the event that creates the thing.
create sequence token_seq;
create sequence realm_seq;
create sequence resolver_seq;
