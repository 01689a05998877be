-- What administrators have decided about events that cannot be read: that they count for nothing, or what they are to be read as. The
-- events stay as they are. Under the MAC lies all of it, and what the event is read as.
create table event_correction (
    global_index bigint primary key,
    kind varchar(10) not null,
    sealed bytea not null,
    payload text,
    reason text not null,
    actor text not null,
    corrected_at text not null,
    mac bytea not null
);
