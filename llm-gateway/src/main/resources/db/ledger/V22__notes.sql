alter table ledger.call
  -- the endpoint did not count the tokens
  add column estimated boolean not null default false,
  -- what a run should know about the model, such as a parameter that it does not take
  add column notes text[] not null default '{}';
