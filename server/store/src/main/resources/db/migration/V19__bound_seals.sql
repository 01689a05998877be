-- From this version on a sealed secret is bound to whose it is and what for (docs/adr/0024). No table changes; but no earlier version
-- opens what is sealed so, and this makes an earlier version say so when it starts, rather than fail at each log-in.
comment on table data_key is
    'Keys of sealed secrets, wrapped under the master key. Deleting one erases every copy of what was sealed with it.';
