-- Challenges, with eduMFA's names and columns; times are UTC. data is wider than eduMFA's 512 characters because a sealed
-- text is longer than what was sealed; data_key, the data key that opens it, is ours, and so is token_id: a challenge goes
-- with its token, also with one that is deleted in the same moment, and never belongs to a later token of that serial.
-- There is none where whoever answers names the token. Each transaction has one challenge for a serial.
create table challenge (
    id bigint primary key,
    transaction_id varchar(64) collate "C" not null,
    data varchar(2800) default '',
    data_key varchar(64),
    challenge varchar(512) default '',
    session varchar(512) default '',
    serial varchar(40) collate "C" default '',
    token_id integer references token (id) on delete cascade,
    timestamp timestamp,
    expiration timestamp,
    received_count integer default 0,
    otp_valid boolean default false
) with (fillfactor = 80);
create index ix_challenge_transaction_id on challenge (transaction_id);
create index ix_challenge_serial on challenge (serial);
create index ix_challenge_timestamp on challenge (timestamp, id);
create index ix_challenge_expiration on challenge (expiration);
create index ix_challenge_token_id on challenge (token_id);

-- Log-ins that were revoked before they ended by themselves; the time is UTC.
create table jwt_blacklist (
    nonce varchar(128) collate "C" primary key,
    expiration timestamp
);
create index ix_jwt_blacklist_expiration on jwt_blacklist (expiration);

-- Log-ins that are to be accepted again for a while; times are UTC. authentication is a sealed Argon2 hash, so it is wider
-- than eduMFA's 255 characters; data_key, which opens it, is ours. client_ip and user_agent are unused, as in eduMFA.
create table authcache (
    id bigint primary key,
    first_auth timestamp,
    last_auth timestamp,
    username varchar(64) collate "C" default '',
    resolver varchar(120) collate "C" default '',
    realm varchar(120) collate "C" default '',
    client_ip varchar(40) default '',
    user_agent varchar(120) default '',
    auth_count integer default 0,
    authentication varchar(2800) default '',
    data_key varchar(64)
) with (fillfactor = 80);
create index ix_authcache_username on authcache (username, realm, resolver);
create index ix_authcache_last_auth on authcache (last_auth);
