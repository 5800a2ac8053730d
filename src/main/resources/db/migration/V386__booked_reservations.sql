-- When the vendor confirmed it: from then on its own book has it, too. Until then nothing but the reservation speaks of it.
ALTER TABLE action_reservation ADD COLUMN booked_at timestamptz;
-- What was carried out before was confirmed, or found to have been, long ago.
UPDATE action_reservation SET booked_at = at WHERE released_at IS NULL AND at < now() - interval '1 hour';
