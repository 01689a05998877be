-- Digests of PINs under a key that is made of the master key, so that a node knows a PIN again without its slow hash. It is a
-- cache and no read model: nothing is lost with it. The fill factor leaves room to renew a row in its page.
create table pin_digest (
    name bytea primary key,
    digest bytea not null,
    kept_until timestamptz not null
) with (fillfactor = 80);
create index ix_pin_digest_kept_until on pin_digest (kept_until);
