-- What an outcome is about, so that those of a run can be removed with it.
alter table optimizer.outcome add column subject text;
update optimizer.outcome set subject = substring(events from '"runId":"([^"]+)"');
create index outcome_subject on optimizer.outcome (subject);

-- When the run's state changed last: one that runs and stands still may wait for something that is lost.
alter table optimizer.run add column changed_at timestamptz not null default now();

-- Their requests may come again, and must not begin them anew.
create table optimizer.deleted_run (
  id text primary key,
  deleted_at timestamptz not null default now()
);
