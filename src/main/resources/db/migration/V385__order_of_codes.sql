-- In which order codes were made, whatever the clock showed: a later one may speak against an older one, never the other way round.
alter table one_time_code add column made bigint generated always as identity;
