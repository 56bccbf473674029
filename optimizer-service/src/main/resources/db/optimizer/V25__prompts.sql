-- Names under which applications read promoted prompts. Every change of a name locks its row.
create table optimizer.prompt (
  name text primary key,
  versions integer not null default 0,
  -- number of changes so far
  revision bigint not null default 0,
  -- JSON: the version that each label points to
  labels text not null default '{}',
  changed_at timestamptz not null default now()
);

-- No reference to the run: a version stays when its run is deleted.
create table optimizer.prompt_version (
  name text not null references optimizer.prompt (name),
  version integer not null,
  run_id text not null,
  -- JSON: prompt and evidence; text, since jsonb refuses the NUL that a prompt may have
  content text not null,
  primary key (name, version),
  unique (name, run_id)
);
