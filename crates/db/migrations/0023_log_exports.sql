-- The whole access log leaves as a file when two people want it. Nothing is ever changed; it goes when its time is over.
create table log_export (
    export_id {id} not null primary key,
    wished_by {id} not null,
    wished_at {int} not null,
    reason {text} not null -- why, sealed under a key of this row; empty when it was done at the machine
) {strict};
create index log_export_wished on log_export (wished_at);

create table log_export_step (
    export_id {id} not null primary key, -- one: of two who speak at the same moment the second is told
    outcome {text} not null, -- agreed, declined, withdrawn, machine
    author {id} not null,
    at {int} not null,
    lines {int} not null -- how long the log was: an export goes as far
) {strict};
