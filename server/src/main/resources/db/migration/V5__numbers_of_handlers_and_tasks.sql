create sequence eventhandler_seq;
