-- Every single HTTP call to a language model, failed ones included. Money in millionths of a US dollar.
CREATE TABLE model_call (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at            timestamptz NOT NULL,
    role          text        NOT NULL,
    agent         text        NOT NULL,
    vendor        text        NOT NULL,
    model         text        NOT NULL,
    case_id       text,
    lane          text,
    input         bigint      NOT NULL, -- tokens that no cache served
    cache_read    bigint      NOT NULL,
    cache_written bigint      NOT NULL,
    output        bigint      NOT NULL,
    micros        bigint      NOT NULL,
    priced        boolean     NOT NULL,
    outcome       text        NOT NULL,
    took_ms       bigint      NOT NULL,
    prompt_hash   text        NOT NULL
);
CREATE INDEX model_call_at ON model_call (at);
CREATE INDEX model_call_case ON model_call (case_id, at);

-- What was spent in one scope ('case:SP-...', 'lane:answer:2026-01-31', 'day:2026-01-31'), and what is set aside for calls
-- under way. 'most' is the ceiling as of the latest reservation.
CREATE TABLE model_budget (
    scope    text    PRIMARY KEY,
    spent    bigint  NOT NULL DEFAULT 0,
    reserved bigint  NOT NULL DEFAULT 0,
    most     bigint  NOT NULL,
    alarmed  boolean NOT NULL DEFAULT false
);
