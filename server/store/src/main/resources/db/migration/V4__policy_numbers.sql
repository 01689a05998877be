-- The numbers of policies, as those of tokens, realms and resolvers (V1).
create sequence policy_seq;
