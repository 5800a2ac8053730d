-- Whether whoever comes with this key may take people's decisions; keys that were made to file tickets may not.
ALTER TABLE api_key ADD COLUMN decides boolean NOT NULL DEFAULT false;

-- What was answered, where the same request again is to be answered by the same words.
ALTER TABLE api_request ADD COLUMN answer text NOT NULL DEFAULT '';
