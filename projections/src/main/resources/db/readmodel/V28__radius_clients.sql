-- Who may ask this server by RADIUS.
create table radiusclient (
    id integer primary key,
    name varchar(255) collate "C" not null,
    address varchar(255) not null,
    transport varchar(8) not null,
    secret varchar(2800) default '',
    data_key varchar(64),
    certificates text not null default '',
    certificate_name varchar(255) not null default '',
    require_ma boolean not null default true,
    realm varchar(255) not null default '',
    caller_address boolean not null default false,
    description varchar(2000) not null default '',
    constraint radiusclient_name_key unique (name)
);
