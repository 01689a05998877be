-- What the stream was at a moment, signed: the root of a Merkle tree over its first events (RFC 6962), and the head of the audit. The
-- peaks are the roots of the whole subtrees, from which the tree goes on growing.
create table stream_checkpoint (
    size bigint primary key,
    last_index bigint not null,
    root bytea not null,
    audit_number bigint not null,
    audit_hash text not null,
    sealed_at timestamptz not null,
    signature text not null,
    peaks bytea not null
);
