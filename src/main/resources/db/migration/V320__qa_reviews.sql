-- One row per reply that was sent: whether it is reviewed, and what the review found. Written by the QA Reviewer alone.
CREATE TABLE qa_review (
    effect_id            text        PRIMARY KEY,
    case_id              text        NOT NULL,
    lane                 text        NOT NULL,
    number               bigint      NOT NULL, -- among the lane's sent replies, from 1
    sent_at              timestamptz NOT NULL,
    state                text        NOT NULL CHECK (state IN ('not-sampled', 'waiting', 'reviewed', 'not-reviewed')),
    tries                int         NOT NULL DEFAULT 0,
    next_at              timestamptz NOT NULL,
    why                  text        NOT NULL DEFAULT '', -- what went wrong at the latest try
    accuracy             smallint    CHECK (accuracy BETWEEN 1 AND 5),
    accuracy_because     text,
    tone                 smallint    CHECK (tone BETWEEN 1 AND 5),
    tone_because         text,
    policy               smallint    CHECK (policy BETWEEN 1 AND 5),
    policy_because       text,
    completeness         smallint    CHECK (completeness BETWEEN 1 AND 5),
    completeness_because text,
    grounded             boolean,
    accurate             boolean,
    remarks              text,       -- JSON: sentences and what is said of them
    model                text,       -- as in the settings, or 'embedded'
    prompt_hash          text,
    reviewed_at          timestamptz,
    UNIQUE (lane, number),
    CHECK (state <> 'reviewed' OR (accuracy IS NOT NULL AND tone IS NOT NULL AND policy IS NOT NULL AND completeness IS NOT NULL
        AND grounded IS NOT NULL AND accurate IS NOT NULL AND model IS NOT NULL AND reviewed_at IS NOT NULL))
);
CREATE INDEX qa_review_case ON qa_review (case_id);
CREATE INDEX qa_review_sent ON qa_review (sent_at);
CREATE INDEX qa_review_waiting ON qa_review (next_at) WHERE state = 'waiting';
CREATE INDEX qa_review_reviewed ON qa_review (reviewed_at) WHERE state = 'reviewed';

-- Finds what was sent since the Reviewer looked last.
CREATE INDEX case_event_settled ON case_event (at) WHERE kind = 'effect-settled';
