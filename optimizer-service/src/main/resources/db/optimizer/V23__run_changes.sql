-- CloudEvents extensions that the events of an outcome have; null for none.
alter table optimizer.outcome add column extensions text;

alter table optimizer.run
  -- number of the run's last change
  add column sequence bigint not null default 0,
  -- ids of the inputs that changed the run since its last change with events, separated by commas
  add column silent_inputs text not null default '';
