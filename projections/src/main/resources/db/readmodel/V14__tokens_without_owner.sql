-- The tokens of a realm that nobody owns, though thousands of others may be in it: whoever has none may claim one of them.
create index ix_token_counted_unowned on token_counted using gin (realms) where not owned;
