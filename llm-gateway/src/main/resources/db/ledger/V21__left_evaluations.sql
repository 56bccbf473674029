-- Evaluations that nobody waits for any more: no further call is made for them.
create table ledger.left_evaluation (
  evaluation_id text primary key,
  left_at timestamptz not null
);
