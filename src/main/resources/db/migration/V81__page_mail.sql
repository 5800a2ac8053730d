-- Pages that a mail server was given, so that a lost confirmation is not taken for a mail that never left.
create table page_mail (
    effect_id text primary key,
    is_sent boolean not null,
    at timestamptz not null
);
