-- Up to which version the last checkpoint has noted a case, so that the next one reads only those that moved.
ALTER TABLE case_head ADD COLUMN checkpointed bigint NOT NULL DEFAULT 0;
UPDATE case_head h SET checkpointed = c.seq
FROM (SELECT case_id, max(seq) AS seq FROM audit_checkpoint_head GROUP BY case_id) c WHERE c.case_id = h.case_id;
CREATE INDEX case_head_moved ON case_head (case_id) WHERE version > checkpointed;
