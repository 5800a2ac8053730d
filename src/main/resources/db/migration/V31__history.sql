-- Old messages that are played in minutes are no traffic: nobody looks for loops among them, and they count for none.
ALTER TABLE intake_arrival ADD COLUMN is_history boolean NOT NULL DEFAULT false;
UPDATE intake_arrival SET is_history = true WHERE source LIKE 'import:%' OR source LIKE 'replay:%';
