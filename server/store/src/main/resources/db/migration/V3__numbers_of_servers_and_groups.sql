-- Numbers of what administrators define; they become part of the event that creates the thing.
create sequence serviceid_seq;
create sequence tokengroup_seq;
create sequence smtpserver_seq;
create sequence radiusserver_seq;
create sequence edumfaserver_seq;
create sequence smsgateway_seq;
create sequence caconnector_seq;
create sequence machineresolver_seq;
