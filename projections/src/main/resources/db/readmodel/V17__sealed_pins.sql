-- A PIN that is kept sealed and not hashed stands here, too. It is wider than eduMFA's 512 characters because a sealed text is
-- longer than what was sealed, as everywhere.
alter table token alter column pin_hash type varchar(2800);
