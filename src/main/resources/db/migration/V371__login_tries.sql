-- Tries to sign in to the console within the minute that began at since. Rows of a minute that is over are deleted by later tries.
create table login_try (
    -- SHA-256 of a network address, or of one with a login.
    who text primary key,
    since timestamptz not null,
    tries integer not null
);

create index login_try_by_time on login_try (since);
