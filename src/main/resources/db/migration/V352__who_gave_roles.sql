-- Who gave whom which role, and when; person_role says what holds now.
CREATE TABLE person_role_change (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    login text        NOT NULL,
    role  text        NOT NULL CHECK (role IN ('agent', 'lead')),
    at    timestamptz NOT NULL,
    by    text        NOT NULL
);

CREATE TRIGGER person_role_change_append_only BEFORE UPDATE OR DELETE ON person_role_change
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER person_role_change_no_truncate BEFORE TRUNCATE ON person_role_change
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
