-- News of an issue that a case could not be given, for it could not be read; offered again until it has them.
CREATE TABLE issue_missed (
    case_id text        NOT NULL REFERENCES case_head,
    issue   text        NOT NULL,
    news    text        NOT NULL,
    state   text        NOT NULL,
    note    text        NOT NULL,
    said_by text        NOT NULL,
    said_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, issue, news)
);
