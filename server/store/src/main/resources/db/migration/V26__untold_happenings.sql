-- What has happened to tokens and event handlers have still to be told of. It is written with the fact, and gone when all have had their
-- turns; what a node leaves behind that dies is taken by another one when its time has run out by the database's clock.
create table untold_happening (
    aggregate_identifier varchar(255) not null,
    sequence_number bigint not null,
    holder varchar(300) not null,
    expires timestamptz not null,
    attempts integer not null default 0,
    primary key (aggregate_identifier, sequence_number)
);
create index untold_happening_expires on untold_happening (expires);
