-- What administrators have done to many tokens at once. What becomes of a token is a fact of its own, with its row in the audit; these
-- rows say how far the server has come. The row of a token is written by the transaction that changes the token, so that nothing is
-- done twice. Whoever is at work holds the operation for some seconds at a time.
create table bulk_operation (
    id text primary key,
    administrator text not null,
    realm text not null,
    action text not null,
    settings text not null,
    begun_at timestamptz not null default now(),
    ended_at timestamptz,
    cancelled boolean not null default false,
    holder text not null,
    held_until timestamptz not null
);
create index ix_bulk_operation_ended_at on bulk_operation (ended_at);
create table bulk_token (
    operation text not null references bulk_operation on delete cascade,
    number integer not null,
    serial text not null,
    outcome text not null default 'open',
    reason text not null default '',
    primary key (operation, number)
);
