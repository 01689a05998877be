create sequence radiusclient_seq;
