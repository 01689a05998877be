-- Keys are no facts: they live outside the stream, so that deleting one makes what it sealed unreadable for good.

create table data_key (
    id         text        primary key,
    wrapped    bytea       not null,
    created_at timestamptz not null default now()
);

create table signing_key (
    name               text        primary key,
    public_key         bytea       not null,
    sealed_private_key bytea       not null,
    created_at         timestamptz not null default now()
);
