create table deleted_run (
  run_id     text primary key,
  deleted_at timestamptz not null
);

comment on table deleted_run is 'Runs whose rows are removed, also those that late predictions bring back';

create index evaluation_run on evaluation (run_id);
