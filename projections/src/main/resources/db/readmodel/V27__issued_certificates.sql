-- What certificate authorities have issued for tokens, and what of it is revoked: their revocation lists are made of this. Whom a
-- certificate names does not lie here, so that it is forgotten with the token.
create table issuedcertificate (
    id bigint primary key,
    connector varchar(255) collate "C" not null,
    serial varchar(64) collate "C" not null,
    token_id integer not null,
    token_serial varchar(40) collate "C" not null,
    valid_until timestamp not null,
    revoked timestamp,
    reason varchar(32) collate "C"
);
create unique index ix_issuedcertificate_serial on issuedcertificate (token_id, connector, serial);
create index ix_issuedcertificate_connector on issuedcertificate (connector) where revoked is not null;
create index ix_issuedcertificate_token_serial on issuedcertificate (token_serial) where revoked is not null;
