-- When a vendor's next call is due, for all nodes: one row for what everybody shares, one for what is kept for urgent work.
CREATE TABLE model_turn (
    vendor           text        NOT NULL,
    share            text        NOT NULL CHECK (share IN ('common', 'urgent')),
    requests_free_at timestamptz NOT NULL,
    tokens_free_at   timestamptz NOT NULL,
    PRIMARY KEY (vendor, share)
);

-- Vendors that asked to be left alone.
CREATE TABLE model_pause (
    vendor text        PRIMARY KEY,
    until  timestamptz NOT NULL
);
