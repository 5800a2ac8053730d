-- What a list of the cases that people have shows and is sorted by; written with the rest of the head.
ALTER TABLE case_head
    ADD COLUMN owner        text        NOT NULL DEFAULT '',
    ADD COLUMN people_since timestamptz,
    ADD COLUMN due_at       timestamptz, -- of the first answer
    ADD COLUMN reminders    int         NOT NULL DEFAULT 0,
    ADD COLUMN remind_at    timestamptz,
    ADD COLUMN why          text        NOT NULL DEFAULT '',
    ADD COLUMN triggers     text        NOT NULL DEFAULT '',
    ADD COLUMN mentions     text[]      NOT NULL DEFAULT '{}',
    ADD COLUMN cluster      text        NOT NULL DEFAULT '';

-- With many thousands of cases parked with people, a page of them costs what it shows.
CREATE INDEX case_head_people ON case_head (queue, priority, due_at) WHERE standing = 'with people';
CREATE INDEX case_head_owner ON case_head (owner, priority, due_at) WHERE standing = 'with people';
CREATE INDEX case_head_mentions ON case_head USING gin (mentions) WHERE mentions <> '{}';
