-- How people solved cases, for people to read. No gate knows this table, so nothing in it can be cited.
CREATE TABLE resolution_pattern (
    case_id     text        NOT NULL REFERENCES case_head,
    seq         bigint      NOT NULL, -- of the event that resolved it
    resolved_at timestamptz NOT NULL,
    resolved_by text        NOT NULL,
    category    text        NOT NULL,
    subject     text        NOT NULL,
    problem     text        NOT NULL,
    worked      text        NOT NULL,
    candidate   boolean     NOT NULL, -- whether an article could be drafted from it
    words       tsvector    NOT NULL GENERATED ALWAYS AS (to_tsvector('english', subject || ' ' || problem)) STORED,
    PRIMARY KEY (case_id, seq)
);
CREATE INDEX resolution_pattern_words ON resolution_pattern USING gin (words);
CREATE INDEX resolution_pattern_newest ON resolution_pattern (resolved_at DESC);
