-- Rights are decided by whose a row is, so that names stand there as a whole: two realms may begin with the same letters. Rows
-- that were cut before stay so until the audit is rebuilt.
alter table mfa_audit
    alter column "user" type varchar(255) collate "C",
    alter column realm type varchar(255) collate "C",
    alter column resolver type varchar(255) collate "C";
alter table audit_count
    alter column realm type varchar(255) collate "C",
    alter column resolver type varchar(255) collate "C";
alter table audit_client_count
    alter column realm type varchar(255) collate "C";
