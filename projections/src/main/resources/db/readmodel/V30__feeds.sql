-- Feeds of facts to other systems, as administrators have defined them. How far each has come is no fact and lies beside the event store.
create table feed (
    id integer primary key,
    name varchar(255) collate "C" not null,
    feedtype varchar(255) not null,
    constraint feed_name_key unique (name)
);

create table feedoption (
    id bigint primary key,
    feed_id integer references feed (id) on delete cascade,
    "Key" varchar(255) not null,
    "Value" varchar(12000) default '',
    "Type" varchar(2000) default '',
    "Description" varchar(2000) default '',
    data_key varchar(64),
    constraint feedoption_key_key unique (feed_id, "Key")
);
