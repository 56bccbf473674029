-- Where a run goes on from another one; null if it began with its prompt.
alter table optimizer.run add column fork text;
