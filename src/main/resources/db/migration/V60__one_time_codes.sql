-- One-time codes. The code itself is nowhere: code_hash is an HMAC under a key that this database does not hold.
create table one_time_code (
    challenge text primary key,
    case_id text not null,
    customer text not null,
    -- The address on file when it was made; lower case in A to Z.
    address text not null,
    code_hash text not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    wrong_tries integer not null default 0 check (wrong_tries between 0 and 3),
    -- Why it proves nothing any more; null while it is open.
    ended text check (ended in ('used', 'void', 'exhausted', 'superseded'))
);

create index one_time_code_of_case on one_time_code (case_id);
create index one_time_code_to_address on one_time_code (address, issued_at);
create index one_time_code_by_time on one_time_code (issued_at);

-- What came of each message that was read for a code: the same message is never a second try.
create table one_time_code_try (
    challenge text not null references one_time_code,
    message text not null,
    outcome text not null,
    at timestamptz not null,
    primary key (challenge, message)
);
