-- The built-in stand-in for a company's CRM, order, billing and identity systems. Fields are as casefile.BusinessRecord
-- describes them: times ISO 8601 UTC text, money whole minor units.
create table sandbox_record (
    kind text not null,
    id text not null,
    account text not null,
    at timestamptz not null,
    fields jsonb not null check (jsonb_typeof(fields) = 'object'),
    primary key (kind, id),
    -- No vendor gives back more than was paid.
    constraint sandbox_refund_within_order check (kind <> 'order' or
        (fields ->> 'refunded_minor')::bigint between 0 and (fields ->> 'total_minor')::bigint),
    constraint sandbox_refund_within_invoice check (kind <> 'invoice' or
        (fields ->> 'refunded_minor')::bigint between 0 and (fields ->> 'amount_minor')::bigint)
);

create index sandbox_record_of on sandbox_record (account, kind, at desc);
create unique index sandbox_account_address on sandbox_record (lower(fields ->> 'email')) where kind = 'account';

-- What was changed for whom, once per effect. changed lists the records with their fields before and after, which undoing
-- compares and puts back; it may until undo_until, never when that is empty. request is the hash of what was asked.
create table sandbox_effect (
    effect_id text primary key,
    action text not null,
    request text not null,
    case_id text not null,
    account text not null,
    remote_id text not null,
    confirmed jsonb not null,
    changed jsonb not null,
    undo_until timestamptz,
    undoes text unique references sandbox_effect (effect_id),
    at timestamptz not null
);

create table sandbox_crm_log (
    id bigint generated always as identity primary key,
    account text not null,
    case_id text not null,
    effect_id text not null,
    at timestamptz not null,
    entry text not null
);

create index sandbox_crm_log_of on sandbox_crm_log (account, id desc);

-- Stands in for customers' mailboxes. A body is emptied once what it holds has expired.
create table sandbox_mail (
    id bigint generated always as identity primary key,
    effect_id text not null,
    address text not null check (address = lower(address)),
    subject text not null,
    body text not null,
    sent_at timestamptz not null,
    expires_at timestamptz,
    unique (effect_id, address)
);

create index sandbox_mail_to on sandbox_mail (address, id desc);

create table sandbox_fault (
    id bigint generated always as identity primary key,
    binding text not null,
    kind text not null,
    times integer not null check (times >= 0)
);
