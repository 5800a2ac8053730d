-- Links of the sandbox's e-mail changes under way. Whoever holds one goes on with the change, once; only its hash is kept.
create table sandbox_link (
    token_hash text primary key,
    effect_id text not null,
    account text not null,
    -- The address that opening it confirms; empty where whoever opens it enters the new address.
    confirms text,
    expires_at timestamptz not null,
    used boolean not null default false
);
