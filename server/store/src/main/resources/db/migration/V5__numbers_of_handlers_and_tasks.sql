create sequence eventhandler_seq;
create sequence periodictask_seq;
