-- What customers may be told of an issue, as it was said last; empty while it is open.
ALTER TABLE issue_state
    ADD COLUMN news    text NOT NULL DEFAULT '',
    ADD COLUMN note    text NOT NULL DEFAULT '',
    ADD COLUMN said_by text NOT NULL DEFAULT '',
    ADD COLUMN said_at timestamptz;

-- The news that a case was given last: whoever joins an issue after that was said is told, too.
CREATE TABLE issue_heard (
    case_id text NOT NULL REFERENCES case_head,
    issue   text NOT NULL,
    news    text NOT NULL,
    PRIMARY KEY (case_id, issue)
);
