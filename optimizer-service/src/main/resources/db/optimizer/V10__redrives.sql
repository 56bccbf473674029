-- The dead letters that were given back to their topics.
create table optimizer.redrive (
  topic text not null,
  partition integer not null,
  record_offset bigint not null,
  -- tells letters apart if their topic was made anew
  written_at timestamptz not null,
  redriven_at timestamptz not null default now(),
  times integer not null default 1,
  primary key (topic, partition, record_offset, written_at)
);
