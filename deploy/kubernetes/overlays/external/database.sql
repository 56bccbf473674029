-- Written by GeneratedFilesTest (-Ddlpo.kubernetes.write=true); do not edit.
-- Once, as a superuser, in the empty database 'dlpo', with the passwords of the store:
--   psql -d dlpo -1 -v ON_ERROR_STOP=1 -v optimizer=… -v evaluator=… -v forward_engine=… -v backward_engine=… -f database.sql
create role dlpo_ledger nologin;
create role dlpo_optimizer login in role dlpo_ledger;
create role dlpo_evaluator login in role dlpo_ledger;
create role dlpo_forward_engine login in role dlpo_ledger;
create role dlpo_backward_engine login in role dlpo_ledger;
create schema optimizer authorization dlpo_optimizer;
create schema evaluator authorization dlpo_evaluator;
create schema ledger authorization dlpo_ledger;
revoke all on database dlpo from public;
grant connect on database dlpo to dlpo_ledger;
revoke all on schema public from public;
alter role dlpo_optimizer password :'optimizer';
alter role dlpo_evaluator password :'evaluator';
alter role dlpo_forward_engine password :'forward_engine';
alter role dlpo_backward_engine password :'backward_engine';
