-- Requests that clients mark with a key, so that they are done once (header Idempotency-Key). Names, callers and contents are keyed
-- digests. Whoever is at work holds the row for some seconds at a time; "decided" is set by the transaction that does what was asked for.
-- The answer is sealed under a data key of its own, so that it is gone for good when that is.
create table idempotency_key (
    name bytea primary key,
    caller bytea not null,
    content bytea not null,
    holder text not null,
    held_until timestamptz not null,
    kept_until timestamptz not null,
    decided boolean not null default false,
    subject text not null default '',
    answer_key text,
    answer text
);
create index ix_idempotency_key_caller on idempotency_key (caller);
create index ix_idempotency_key_kept_until on idempotency_key (kept_until);
