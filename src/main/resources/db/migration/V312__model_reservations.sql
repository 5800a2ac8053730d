-- Money set aside for one call. The row goes when the call is settled; a row that outlives its call is a dead node's, and what it
-- holds of its scopes is given back by whoever finds no room.
CREATE TABLE model_reservation (
    id      uuid        PRIMARY KEY,
    scopes  text[]      NOT NULL,
    micros  bigint      NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX model_reservation_expires ON model_reservation (expires);
