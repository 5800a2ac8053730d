-- Drafts that wait for a person were parked without a clock; each case looks at its own once.
INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
SELECT 'case', case_id || '/' || version || '@held', now(), false, 1, 20 FROM case_head WHERE awaiting
ON CONFLICT DO NOTHING;
