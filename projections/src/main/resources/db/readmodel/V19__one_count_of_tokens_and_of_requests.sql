-- Lists and figures count the same tokens: one row says of each token what was counted, so that it can be taken back.
drop index ix_token_counted_unowned;
alter table token_counted
    alter column resolver drop not null,
    add column kind text,
    add column user_id text;
update token_counted set resolver = known.resolver, user_id = known.user_id, kind = known.kind, active = known.active
from statistics_token as known where known.token_id = token_counted.token_id;
update token_counted set kind = '' where kind is null;
alter table token_counted alter column kind set not null, drop column owned;
create index ix_token_counted_owner on token_counted (resolver, user_id) where active;
create index ix_token_counted_unowned on token_counted using gin (realms) where resolver is null;
drop table statistics_token;
delete from token_count;
insert into token_count (tokentype, rollout_state, active, owned, resolver, realms, total)
select tokentype, rollout_state, active, resolver is not null, coalesce(resolver, ''), realms, count(*)
from token_counted group by 1, 2, 3, 4, 5, 6;

-- All requests are counted together, log-ins among them. What was counted before has an empty type and realm, until the audit
-- is rebuilt.
drop table statistics_authentication;
alter table audit_statistic
    add column token_type text collate "C" not null default '',
    add column realm text collate "C" not null default '',
    drop constraint audit_statistic_pkey,
    add primary key (hour, action, success, token_type, realm);
alter table audit_statistic
    alter column token_type drop default,
    alter column realm drop default;
