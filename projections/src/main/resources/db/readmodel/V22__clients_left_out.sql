-- How many log-ins came from clients that have no row, since there were too many.
alter table client_tracking add column left_out bigint not null default 0;
