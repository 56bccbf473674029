create table ledger.call (
  digest text primary key,
  scope text not null,
  model text not null,
  requester text not null,
  -- bytes, since text cannot hold the NUL that a model may write
  reply bytea not null,
  finish_reason text not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  latency_millis bigint not null,
  created_at timestamptz not null default now()
);
