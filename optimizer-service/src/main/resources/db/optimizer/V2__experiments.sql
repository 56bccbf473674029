create table optimizer.experiment (
  id text primary key,
  name text not null,
  parallel integer,
  pairing text not null,
  status text not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);

-- What an experiment runs. The run's id is known before the run begins, so no cell begins twice.
create table optimizer.experiment_cell (
  experiment_id text not null references optimizer.experiment (id),
  cell_id text not null,
  position integer not null,
  dataset text not null,
  variant text not null,
  seed integer not null,
  transfer text,
  run_id text not null unique,
  steps integer not null,
  spec text not null,
  requested_at timestamptz,
  -- how it ended, and what it left
  outcome text,
  result text,
  primary key (experiment_id, cell_id)
);
