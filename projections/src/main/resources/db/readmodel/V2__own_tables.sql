-- How far the trailing projectors have read. It lies beside the rows it speaks of, so that a swap of schemas keeps both
-- together.
create table projection_position (
    name varchar(255) primary key,
    position bigint not null
);

-- The end of the audit's chain: the number and hash of the last row, signed.
create table audit_head (
    id smallint primary key,
    number bigint not null,
    hash text not null,
    signature text not null,
    signed_at timestamp not null
);
