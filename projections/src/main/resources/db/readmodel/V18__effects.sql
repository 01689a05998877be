-- What decisions cause outside: what is still to be carried out, and what ended lately. No content lies here.
create table effect (
    id bigint primary key,
    effect_id varchar(36) not null,
    kind varchar(40) not null,
    state varchar(12) not null,
    attempts integer not null,
    next_attempt timestamp,
    reason varchar(255),
    serial varchar(40),
    transaction_id varchar(64),
    awaited boolean not null,
    useful_until timestamp,
    planned timestamp not null,
    ended timestamp
);
create unique index ix_effect_effect_id on effect (effect_id);
create index ix_effect_next_attempt on effect (kind, next_attempt) where next_attempt is not null;
create index ix_effect_ended on effect (ended) where ended is not null;
