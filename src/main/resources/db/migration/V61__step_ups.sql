-- Sign-ins with the company's identity provider that have begun and not come back. A row is taken once.
create table step_up (
    state text primary key,
    -- What a cookie of the browser that began has to say.
    browser text not null,
    case_id text not null,
    challenge text not null,
    nonce text not null,
    verifier text not null,
    begun_at timestamptz not null
);
