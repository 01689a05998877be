-- Which event handler an effect is of, so that whoever looks after the handler finds what has failed.
alter table effect add column handler integer;
create index ix_effect_handler on effect (handler) where handler is not null;
