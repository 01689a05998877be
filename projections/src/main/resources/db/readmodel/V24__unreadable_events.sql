-- The events that the read models lack, for they cannot be read, and whether they lack what happened to the same aggregates later as well.
create table unreadable_event (
    global_index bigint primary key,
    event_identifier varchar(255) not null,
    aggregate_identifier varchar(255) not null,
    sequence_number bigint not null,
    name varchar(255) not null,
    reason text not null,
    left_out boolean not null,
    hides_what_follows boolean not null,
    noticed_at timestamptz not null default now()
);
