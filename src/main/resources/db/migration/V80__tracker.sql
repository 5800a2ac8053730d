-- The built-in issue tracker, team chat and page log: what a desk has as long as its company has connected no others.
create table tracker_issue (
    number bigint generated always as identity primary key,
    -- What several cases may file it for; empty where it is one case's own.
    cause text not null,
    title text not null,
    text text not null,
    state text not null check (state in ('OPEN', 'ANSWERED', 'FIXED', 'DECLINED')),
    filed_at timestamptz not null,
    changed_at timestamptz not null
);

-- Two cases that file the same cause at once end in one issue.
create unique index tracker_issue_cause on tracker_issue (cause) where cause <> '' and state in ('OPEN', 'ANSWERED');
create index tracker_issue_changed on tracker_issue (changed_at desc);

-- The cases of an issue, once per effect.
create table tracker_case (
    effect_id text primary key,
    issue bigint not null references tracker_issue,
    case_id text not null,
    title text not null,
    text text not null,
    at timestamptz not null
);

create index tracker_case_of on tracker_case (issue, at);

-- What was said and done. Ids follow the order of commits: whoever writes holds the tracker's lock.
create table tracker_entry (
    id bigint generated always as identity primary key,
    issue bigint not null references tracker_issue,
    by text not null,
    is_public boolean not null,
    is_move boolean not null,
    state text not null,
    text text not null,
    at timestamptz not null
);

create index tracker_entry_of on tracker_entry (issue, id);
create index tracker_entry_news on tracker_entry (id) where is_public or is_move;

create table team_post (
    effect_id text primary key,
    case_id text not null,
    thread text not null,
    title text not null,
    text text not null,
    at timestamptz not null
);

create index team_post_newest on team_post (at desc);

create table page_call (
    effect_id text primary key,
    case_id text not null,
    title text not null,
    text text not null,
    at timestamptz not null
);

create index page_call_newest on page_call (at desc);

-- Faults that somebody has asked for, on every node; each is used up when it strikes.
create table tool_fault (
    id bigint generated always as identity primary key,
    tool text not null,
    kind text not null,
    times integer not null check (times >= 0)
);

-- How far the news of a tracker have been given to the cases; moved on only after they have them.
create table issue_news_cursor (
    tracker text primary key,
    after text not null
);

-- Which issue a case belongs to, written with the event that says so.
create table case_issue (
    case_id text primary key references case_head,
    issue text not null,
    cause text not null,
    since timestamptz not null
);

create index case_issue_of on case_issue (issue);
create index case_issue_cause on case_issue (cause) where cause <> '';

-- As it was last heard; empty of an issue that nobody has said anything of yet.
create table issue_state (
    issue text primary key,
    state text not null
);
