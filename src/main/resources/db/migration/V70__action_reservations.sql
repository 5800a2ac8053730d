-- What account changes have used up of the limits that count over several of them. Written before the call; what certainly
-- did not happen, or was undone, is released and counts no longer.
CREATE TABLE action_reservation (
    effect_id   text PRIMARY KEY,
    case_id     text        NOT NULL,
    customer    text        NOT NULL,
    lane        text        NOT NULL,
    action      text        NOT NULL,
    currency    text,                 -- empty where no money moves
    minor       bigint      NOT NULL CHECK (minor >= 0),
    at          timestamptz NOT NULL,
    released_at timestamptz
);
CREATE INDEX action_reservation_of ON action_reservation (customer, at) WHERE released_at IS NULL;
CREATE INDEX action_reservation_at ON action_reservation (at) WHERE released_at IS NULL;

-- What people of the desk may decide; who is not listed is an agent.
CREATE TABLE person_role (
    login      text PRIMARY KEY,
    role       text        NOT NULL CHECK (role IN ('agent', 'lead')),
    changed_at timestamptz NOT NULL
);
-- The console's first operator has nobody above.
INSERT INTO person_role VALUES ('operator', 'lead', now());
