-- Where the audit's chain begins since rows were removed from it: number and hash of the last removed row, signed.
create table audit_checkpoint (
    id smallint primary key,
    number bigint not null,
    hash text not null,
    signature text not null,
    rotated_at timestamp not null
);

-- How many rows of the audit are alike in the columns of few different values: a count of a million rows is read from here,
-- not counted. What is null there is an empty text here.
create table audit_count (
    action varchar(50) collate "C" not null,
    success integer not null,
    token_type varchar(12) collate "C" not null,
    realm varchar(20) collate "C" not null,
    resolver varchar(50) collate "C" not null,
    administrator varchar(64) collate "C" not null,
    edumfa_server varchar(255) collate "C" not null,
    total bigint not null,
    primary key (action, success, token_type, realm, resolver, administrator, edumfa_server)
);
insert into audit_count (action, success, token_type, realm, resolver, administrator, edumfa_server, total)
select coalesce(action, ''), success, coalesce(token_type, ''), coalesce(realm, ''), coalesce(resolver, ''),
    coalesce(administrator, ''), coalesce(edumfa_server, ''), count(*)
from mfa_audit group by 1, 2, 3, 4, 5, 6, 7;

-- How many requests of an action succeeded and failed in each hour (UTC), also those whose rows were removed since.
create table audit_statistic (
    hour timestamp not null,
    action varchar(50) collate "C" not null,
    success integer not null,
    total bigint not null,
    primary key (hour, action, success)
);
insert into audit_statistic (hour, action, success, total)
select date_trunc('hour', date), coalesce(action, ''), success, count(*) from mfa_audit group by 1, 2, 3;

-- A page with a filter is read backwards from one of these, whatever the number of rows; the number rides along, as that is
-- the order of pages.
drop index ix_mfa_audit_date;
create index ix_mfa_audit_date on mfa_audit (date, id);
create index ix_mfa_audit_action on mfa_audit (action, id);
create index ix_mfa_audit_realm on mfa_audit (realm, id);
create index ix_mfa_audit_client on mfa_audit (client, id);
create index ix_mfa_audit_administrator on mfa_audit (administrator, id) where administrator is not null;
create index ix_mfa_audit_failure on mfa_audit (id) where success = 0;

-- How many tokens are alike in what lists are filtered by, and what was counted of each, so that it can be taken back.
create table token_counted (
    token_id integer primary key,
    tokentype varchar(30) collate "C" not null,
    rollout_state varchar(10) collate "C" not null,
    active boolean not null,
    owned boolean not null,
    resolver varchar(120) collate "C" not null,
    realms integer[] not null
);
insert into token_counted (token_id, tokentype, rollout_state, active, owned, resolver, realms)
select token.id, coalesce(token.tokentype, ''), coalesce(token.rollout_state, ''), token.active,
    tokenowner.id is not null, coalesce(tokenowner.resolver, ''),
    array(select tokenrealm.realm_id from tokenrealm where tokenrealm.token_id = token.id order by tokenrealm.realm_id)
from token left join tokenowner on tokenowner.token_id = token.id;

create table token_count (
    tokentype varchar(30) collate "C" not null,
    rollout_state varchar(10) collate "C" not null,
    active boolean not null,
    owned boolean not null,
    resolver varchar(120) collate "C" not null,
    realms integer[] not null,
    total bigint not null,
    primary key (tokentype, rollout_state, active, owned, resolver, realms)
);
insert into token_count (tokentype, rollout_state, active, owned, resolver, realms, total)
select tokentype, rollout_state, active, owned, resolver, realms, count(*)
from token_counted group by tokentype, rollout_state, active, owned, resolver, realms;

-- A page that is sorted by type is read from the one; a page of one type, sorted by serial, from the other: serials begin with
-- what stands for their type, so that in the order of all serials a type may only come after all tokens of the others.
drop index ix_token_tokentype;
create index ix_token_tokentype on token (tokentype, id);
create index ix_token_tokentype_serial on token (tokentype, serial, id);

-- A part of a serial or description is found by the trigrams in it, where the database knows how (its packages bring the
-- extension, and the owner of a database may install it); everywhere else all are looked at.
do $$
begin
    if exists (select from pg_available_extensions where name = 'pg_trgm') then
        if not exists (select from pg_extension where extname = 'pg_trgm') then
            create extension pg_trgm with schema public;
        end if;
        create index ix_token_serial_parts on token using gin (serial public.gin_trgm_ops);
        create index ix_token_description_parts on token using gin (lower(description) public.gin_trgm_ops);
    end if;
exception when insufficient_privilege or undefined_object then
    raise notice 'The extension pg_trgm is not used: %', sqlerrm;
end
$$;
