-- Keys of other programs. Only a hash is kept: the key is as random as the hash, so a fast one is enough.
CREATE TABLE api_key (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name         text        NOT NULL,
    hash         char(64)    NOT NULL UNIQUE,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
CREATE UNIQUE INDEX api_key_in_use ON api_key (name) WHERE revoked_at IS NULL;

-- What each idempotency key and external id was first used for.
CREATE TABLE api_request (
    api_key     text        NOT NULL,
    request_key text        NOT NULL,
    fingerprint char(64)    NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (api_key, request_key)
);

-- People who may enter the console.
CREATE TABLE operator_account (
    login         text        PRIMARY KEY,
    password_hash text        NOT NULL,
    changed_at    timestamptz NOT NULL,
    failures      int         NOT NULL DEFAULT 0, -- wrong passwords in a row
    locked_until  timestamptz
);
