-- Names this database, so that an index on a node's disk cannot be taken for another database's.
create table knowledge_base (
    id uuid primary key default gen_random_uuid(),
    only_one boolean not null default true unique check (only_one)
);
insert into knowledge_base default values;

create table knowledge_article (
    slug text primary key,
    revision integer not null,
    product_area text,
    tags text[] not null,
    published boolean not null,
    taken_back boolean not null default false
);

-- A row is never changed: quotes refer to it for as long as cases are kept.
create table knowledge_revision (
    slug text not null references knowledge_article,
    revision integer not null check (revision > 0),
    title text not null,
    author text,
    audience text not null check (audience in ('PUBLIC', 'INTERNAL')),
    content_hash text not null,
    imported_at timestamptz not null,
    markdown text not null,
    primary key (slug, revision)
);

create table knowledge_section (
    slug text not null,
    revision integer not null,
    position integer not null,
    anchor text not null,
    heading text[] not null,
    body text not null,
    primary key (slug, revision, position),
    unique (slug, revision, anchor),
    foreign key (slug, revision) references knowledge_revision
);

create table knowledge_review (
    id bigint generated always as identity primary key,
    slug text not null,
    revision integer not null,
    reviewed_at timestamptz not null,
    reviewed_by text not null,
    how text not null check (how in ('FRONT_MATTER', 'FILE', 'ASSUMED', 'PERSON')),
    recorded_at timestamptz not null default now(),
    foreign key (slug, revision) references knowledge_revision
);
create index knowledge_review_by_revision on knowledge_review (slug, revision, reviewed_at desc);

-- A cache: may be emptied at any time. The key is a hash of the text.
create table knowledge_vector (
    key text primary key,
    vector bytea not null
);
