alter table prediction add column traceparent text;

comment on column prediction.traceparent is 'Span that scored it, for the trace of its evaluation; null while traces are off';
