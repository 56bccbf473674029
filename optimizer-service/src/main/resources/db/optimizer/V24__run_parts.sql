-- What of a run's state grows with its steps, so that a change writes only what is new.
create table optimizer.run_part (
  run_id text not null references optimizer.run (id),
  kind text not null,
  key text not null,
  value text not null,
  primary key (run_id, kind, key)
);

-- Renamed properties. A quote within a text is escaped in JSON, so these match property names only.
update optimizer.run
   set state = replace(replace(state, '"book":', '"history":'), '"course":', '"trend":');

-- Within which scope the run's sampled replies are shared; null for a run of an earlier version.
alter table optimizer.run add column scope text;
create index run_scope on optimizer.run (scope);
