create table evaluation (
  id          text primary key,
  run_id      text not null,
  details     text not null,
  open        integer not null,
  due         timestamptz not null,
  closed_at   timestamptz,
  closed_by   text,
  result      text,
  publish_due timestamptz
);

comment on table evaluation is 'Evaluations under way, and the results of closed ones';
comment on column evaluation.details is 'What is evaluated, as JSON; text, since jsonb refuses the character NUL';
comment on column evaluation.open is 'How many predictions are still to come';
comment on column evaluation.due is 'When it is closed without those that are missing';
comment on column evaluation.closed_by is 'Example whose prediction closed it, and publishes the result again if it is repeated';
comment on column evaluation.publish_due is 'When the result is published again; null once the broker has it';

create index evaluation_due on evaluation (due) where closed_at is null;
create index evaluation_publish_due on evaluation (publish_due) where publish_due is not null;

create table prediction (
  evaluation_id text not null,
  example_id    text not null,
  scored        text not null,
  received_at   timestamptz not null,
  primary key (evaluation_id, example_id)
);

comment on table prediction is 'Scored predictions, the first of each example';
