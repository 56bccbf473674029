-- What an owner calls it, and since when it is the owner's.
alter table optimizer.owner
  add column label text,
  add column created_at timestamptz not null default now();

-- Holders of keys and users of an issuer have names of their own kind.
update optimizer.owner
set name = case when name like 'key of a%' then 'key ' else 'user ' end || name;
