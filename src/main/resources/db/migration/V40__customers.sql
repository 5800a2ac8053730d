-- The built-in customer directory. The address is lower case.
create table customer (
    address text primary key check (address = lower(address)),
    name text not null,
    tier text not null,
    is_vip boolean not null,
    is_at_risk boolean not null,
    annual_revenue_minor bigint not null,
    currency text not null
);

create table known_issue (
    id text primary key,
    title text not null,
    symptoms text[] not null,
    product_area text not null,
    status text not null
);
