-- What administrators define besides users and tokens, with eduMFA's names and columns; see V1 for the habits.

create table serviceid (
    id integer primary key,
    name varchar(255) collate "C" not null,
    "Description" varchar(2000) default '',
    constraint serviceid_name_key unique (name)
);

create table tokengroup (
    id integer primary key,
    name varchar(255) collate "C" not null,
    "Description" varchar(2000) default '',
    constraint tokengroup_name_key unique (name)
);

create table tokentokengroup (
    id bigint primary key,
    token_id integer references token (id) on delete cascade,
    tokengroup_id integer references tokengroup (id) on delete cascade,
    constraint ttgix_2 unique (token_id, tokengroup_id)
);
create index ix_tokentokengroup_tokengroup_id on tokentokengroup (tokengroup_id);
