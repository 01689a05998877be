-- Which master key opens the secrets of this database, so that a start with another one, or with none, can say which file is to be
-- put back. It is a digest that tells nothing of the key.
create table master_key (
    the_only_one boolean primary key default true check (the_only_one),
    fingerprint text not null,
    noted_at timestamptz not null default now()
);
