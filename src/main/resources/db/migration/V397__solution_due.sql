-- Of a case that people have and whose customer has been answered; due_at is empty then. Cases from before say so once they move on.
ALTER TABLE case_head ADD COLUMN solution_due_at timestamptz;
