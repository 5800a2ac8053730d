-- The cases of a cluster; which one a case is in stands on the case itself.
CREATE INDEX case_head_cluster ON case_head (cluster) WHERE cluster <> '';
