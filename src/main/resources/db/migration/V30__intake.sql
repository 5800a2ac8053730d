-- What has come in by any door. Receiving the same source and external id again is answered from here.
CREATE TABLE intake_arrival (
    source      text        NOT NULL,
    external_id text        NOT NULL,
    case_id     text        NOT NULL REFERENCES case_head,
    sender      text        NOT NULL, -- empty when the door does not know
    text_hash   char(64)    NOT NULL, -- SHA-256 of what was written, to know a machine that repeats itself
    arrived_at  timestamptz NOT NULL,
    PRIMARY KEY (source, external_id)
);
CREATE INDEX intake_arrival_sender ON intake_arrival (sender, arrived_at DESC);

-- Mail ids that a case's messages bear or refer to. A follow-up may overtake the mail it answers; both lead here.
CREATE TABLE intake_thread (
    message_id text NOT NULL,
    case_id    text NOT NULL REFERENCES case_head,
    PRIMARY KEY (message_id, case_id)
);
