-- How often attempts at an account, or from an address, failed of late, as all nodes know it together. The names are digests. It
-- is a cache and no read model: what is lost with it is that somebody who guesses has to pause, so that no log is written for it.
create unlogged table login_failures (
    name text primary key,
    failures double precision not null,
    as_of timestamptz not null,
    last_failure timestamptz not null,
    forgiven_after double precision not null
) with (fillfactor = 80);
create index ix_login_failures_as_of on login_failures (as_of);
