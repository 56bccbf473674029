-- Who asked for a run or an experiment, and who has uploaded a dataset: of equal content there may be several.
create table optimizer.owner (
  kind text not null,
  id text not null,
  name text not null,
  primary key (kind, id, name)
);
create unique index owner_alone on optimizer.owner (kind, id) where kind <> 'DATASET';
create index owner_name on optimizer.owner (name, kind);
