-- When it was marked as fixed; empty while it is open, and where nobody said when.
ALTER TABLE known_issue ADD COLUMN fixed_on date;
