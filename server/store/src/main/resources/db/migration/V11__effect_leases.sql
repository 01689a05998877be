-- Which node is busy with which effect. It is no fact: an effect whose node died is taken by another when the lease has run
-- out, and what is left over is swept away.
create table effect_lease (
    effect_id varchar(36) primary key,
    holder varchar(300) not null,
    expires timestamptz not null
);
create index effect_lease_expires on effect_lease (expires);
