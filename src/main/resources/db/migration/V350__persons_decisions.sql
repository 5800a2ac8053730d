-- What people decided, newest first: how long cases wait for them is told to customers.
CREATE INDEX case_event_persons ON case_event (at DESC) WHERE actor_kind = 'PERSON';
