-- How far readers of all cases' events have read. Events may be committed late: the hour before is read again.
CREATE TABLE insight_bookmark (
    reader text        PRIMARY KEY,
    at     timestamptz NOT NULL
);

-- What a reader could not read and tries again, each in its turn.
CREATE TABLE insight_set_aside (
    reader  text   NOT NULL,
    case_id text   NOT NULL,
    seq     bigint NOT NULL,
    tries   int    NOT NULL DEFAULT 1,
    PRIMARY KEY (reader, case_id, seq)
);

-- Finds what people have resolved since.
CREATE INDEX case_event_solved ON case_event (at) WHERE actor_kind = 'PERSON' AND kind = 'case-resolved';
