-- Finds what has been closed since, by people and by the desk after a person's answer.
CREATE INDEX case_event_closed ON case_event (at) WHERE kind = 'case-resolved';
DROP INDEX case_event_solved;
