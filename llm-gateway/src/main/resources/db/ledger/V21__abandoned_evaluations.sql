-- Evaluations that nobody waits for any more: no further call is made for them.
create table ledger.abandoned_evaluation (
  evaluation_id text primary key,
  abandoned_at timestamptz not null
);
