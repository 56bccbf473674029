create table optimizer.dataset (
  id text primary key,
  name text not null,
  format text not null,
  size integer not null,
  bytes bigint not null,
  -- text, since jsonb refuses the NUL that a file may have
  content text not null,
  created_at timestamptz not null default now()
);

create table optimizer.run (
  id text primary key,
  name text not null,
  spec text not null,
  state text not null,
  status text not null,
  created_at timestamptz not null,
  ended_at timestamptz
);

create table optimizer.step (
  run_id text not null references optimizer.run (id),
  step integer not null,
  record text not null,
  primary key (run_id, step)
);

create table optimizer.outcome (
  input_id text primary key,
  events text not null,
  stored_at timestamptz not null default now()
);
