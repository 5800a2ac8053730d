-- Whose clock a customer lives by; empty when unknown.
ALTER TABLE customer ADD COLUMN zone text NOT NULL DEFAULT '';
