-- Days that imports brought as those of a review, whether they counted or not: one that stood on an earlier revision
-- says nothing about a later one.
create table knowledge_written_day (
    slug text not null,
    revision integer not null,
    day date not null,
    primary key (slug, revision, day),
    foreign key (slug, revision) references knowledge_revision
);

-- Such a review is the first moment of its day in UTC, or the moment of an import at which that day had begun only
-- farther east.
insert into knowledge_written_day (slug, revision, day)
select distinct slug, revision,
       cast(case when cast(utc as time) = time '00:00' then utc else utc + interval '14 hours' end as date)
  from (select slug, revision, reviewed_at at time zone 'UTC' as utc from knowledge_review where how <> 'PERSON') r;

-- The last import could not tell what the article's file says.
alter table knowledge_article add column held boolean not null default false;

-- Who took articles back or put them there again, and which imports could not read their files.
create table knowledge_standing (
    id bigint generated always as identity primary key,
    slug text not null references knowledge_article,
    what text not null check (what in ('WITHDRAWN', 'REINSTATED', 'HELD', 'RELEASED')),
    said_by text,
    why text not null,
    at timestamptz not null,
    check ((what in ('WITHDRAWN', 'REINSTATED')) = (said_by is not null))
);
create index knowledge_standing_by_article on knowledge_standing (slug, id);

insert into knowledge_standing (slug, what, said_by, why, at)
select slug, 'WITHDRAWN', 'nobody on record', 'before reasons were kept', now() from knowledge_article where taken_back;

create trigger knowledge_standing_append_only before update or delete on knowledge_standing
    for each row execute function refuse_change();
create trigger knowledge_standing_no_truncate before truncate on knowledge_standing
    for each statement execute function refuse_change();
