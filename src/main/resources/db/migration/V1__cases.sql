-- The Case Record: one append-only row per event. Everything else about a case can be folded from these rows.
CREATE TABLE case_event (
    case_id       text        NOT NULL,
    seq           bigint      NOT NULL CHECK (seq > 0),
    at            timestamptz NOT NULL,
    actor_kind    text        NOT NULL,
    actor         text        NOT NULL,
    kind          text        NOT NULL,
    body          text        NOT NULL, -- text, not jsonb: the hash is over these very bytes
    previous_hash char(64)    NOT NULL,
    hash          char(64)    NOT NULL,
    PRIMARY KEY (case_id, seq)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER case_event_append_only BEFORE UPDATE OR DELETE ON case_event
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_event_no_truncate BEFORE TRUNCATE ON case_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The version fence and what lists show; written in the same transaction as the events it sums up.
CREATE TABLE case_head (
    case_id     text        PRIMARY KEY,
    version     bigint      NOT NULL,
    last_hash   char(64)    NOT NULL,
    source      text        NOT NULL,
    external_id text        NOT NULL,
    link        text        NOT NULL UNIQUE,
    customer    text        NOT NULL,
    subject     text        NOT NULL,
    standing    text        NOT NULL,
    category    text        NOT NULL,
    priority    text        NOT NULL,
    queue       text        NOT NULL,
    awaiting    boolean     NOT NULL,
    opened_at   timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    UNIQUE (source, external_id)
);
CREATE INDEX case_head_updated ON case_head (updated_at DESC);
CREATE INDEX case_head_customer ON case_head (customer, updated_at DESC);

CREATE TABLE case_message (
    message_id text NOT NULL,
    case_id    text NOT NULL REFERENCES case_head,
    PRIMARY KEY (message_id, case_id)
);

CREATE TABLE lane (
    name       text        PRIMARY KEY,
    mode       text        NOT NULL CHECK (mode IN ('off', 'shadow', 'draft', 'auto')),
    changed_at timestamptz NOT NULL,
    changed_by text        NOT NULL
);
INSERT INTO lane SELECT name, 'draft', now(), 'installation'
FROM unnest(ARRAY ['answer', 'action', 'escalation', 'knowledge']) AS name;

CREATE TABLE lane_change (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text        NOT NULL,
    mode text        NOT NULL,
    at   timestamptz NOT NULL,
    by   text        NOT NULL
);

-- What the built-in inbox has sent; the effect's id makes a second posting of it impossible.
CREATE TABLE inbox_reply (
    effect_id text        PRIMARY KEY,
    case_id   text        NOT NULL,
    recipient text        NOT NULL,
    subject   text        NOT NULL,
    body      text        NOT NULL,
    posted_at timestamptz NOT NULL
);

-- Periodic checkpoints over the heads that moved since the one before.
CREATE TABLE audit_checkpoint (
    number        bigint      PRIMARY KEY,
    at            timestamptz NOT NULL,
    cases         bigint      NOT NULL,
    previous_hash char(64)    NOT NULL,
    hash          char(64)    NOT NULL
);
CREATE TABLE audit_checkpoint_head (
    number  bigint   NOT NULL REFERENCES audit_checkpoint,
    case_id text     NOT NULL,
    seq     bigint   NOT NULL,
    hash    char(64) NOT NULL,
    PRIMARY KEY (number, case_id)
);

-- db-scheduler's own table, with its column for priorities.
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_priority_execution_time ON scheduled_tasks (priority DESC, execution_time ASC);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
