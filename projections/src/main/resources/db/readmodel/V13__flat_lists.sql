-- How many rows of the audit came from an address: where log-ins come from a few servers, a filter by one of them leaves a
-- good part of all rows, and counting those took longer the more there were. What is null there is an empty text here.
create table audit_client_count (
    client varchar(50) collate "C" not null,
    action varchar(50) collate "C" not null,
    success integer not null,
    realm varchar(20) collate "C" not null,
    total bigint not null,
    primary key (client, action, success, realm)
);
insert into audit_client_count (client, action, success, realm, total)
select coalesce(client, ''), coalesce(action, ''), success, coalesce(realm, ''), count(*)
from mfa_audit group by 1, 2, 3, 4;

-- A page that is sorted by description is read from this, in either direction.
create index ix_token_description on token (description, id);
