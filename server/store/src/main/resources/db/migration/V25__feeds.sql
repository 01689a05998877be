create sequence feed_seq;

-- How far feeds have come, and which node feeds. It is no fact: what was sent is known from the position, and a feed whose node died is
-- taken by another one when the lease has run out. Whether it has is told by the database's clock, which all nodes share.
create table feed_progress (
    feed integer primary key,
    position bigint not null,
    holder varchar(300) not null default '',
    expires timestamptz not null,
    sent bigint not null default 0,
    delivered timestamptz,
    failures integer not null default 0,
    failing_since timestamptz,
    trouble text not null default ''
);

-- Facts that a receiver has refused for what they are. They are named by their place in the stream: what is sent again is made anew.
create table feed_dead_letter (
    id bigint generated always as identity primary key,
    feed integer not null references feed_progress on delete cascade,
    position bigint not null,
    event_id varchar(36) not null,
    kind text not null,
    reason text not null,
    put_aside timestamptz not null default now(),
    again boolean not null default false,
    unique (feed, position)
);
