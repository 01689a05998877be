-- The numbers of machine tokens and subscriptions, as those of other things (V1).
create sequence machinetoken_seq;
create sequence subscription_seq;
