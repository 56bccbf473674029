-- What Bucket4j keeps of a limit on requests or tokens.
create table ledger.rate_bucket (
  id text primary key,
  state bytea,
  expires_at bigint
);

-- How fast all processes may go on since an endpoint last said 429.
create table ledger.pace (
  id text primary key,
  -- of the calls that may be under way at once, over 0 up to 1
  share double precision not null,
  refused_at timestamptz not null,
  hold_until timestamptz not null
);
