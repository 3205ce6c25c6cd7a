-- What partners send: feeds, their runs, and the rows that wait to be mended.

create table feed (
    feed_name {text} not null primary key,
    organisation_id {text} not null references organisation (organisation_id),
    title {text} not null,
    config {text} not null, -- the TOML an administrator wrote
    folder {text}, -- where scheduled files are looked for
    next_at {int}, -- when the schedule is due again
    changed_at {int} not null
) {strict};

create table feed_run (
    run_id {id} not null primary key,
    feed_name {text} not null references feed (feed_name),
    file_name {text} not null,
    file_hash {id} not null,
    received_at {int} not null,
    started_at {int} not null,
    ended_at {int},
    state {text} not null, -- running, done, refused
    reason {text} not null,
    rows_done {int} not null,
    rows_new {int} not null,
    rows_changed {int} not null,
    rows_unchanged {int} not null,
    rows_refused {int} not null,
    seconds {real} not null
) {strict};
create index feed_run_feed on feed_run (feed_name, run_id);

create table quarantine (
    row_id {id} not null primary key,
    run_id {id} not null,
    feed_name {text} not null,
    file_name {text} not null,
    row_number {int} not null,
    field {text},
    value {text},
    reason {text} not null,
    raw {text} not null, -- the row as it came, column by column, as JSON
    raw_hash {id} not null,
    state {text} not null, -- waiting, mended, set-aside
    decided_by {id},
    decided_at {int},
    unique (feed_name, raw_hash)
) {strict};
create index quarantine_state on quarantine (state, feed_name, row_id);
