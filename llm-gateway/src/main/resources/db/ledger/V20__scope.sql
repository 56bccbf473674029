-- The sampled replies of a run are found by their scope when it is deleted.
create index call_scope on ledger.call (scope) where scope <> '';
