-- The case history: append-only entries; and who looked at whom, as a chain.

create table entry (
    subject_id {id} not null, -- the record a source spoke of, or the client for what is written here
    entry_id {id} not null,
    kind {text} not null,
    from_on {text} not null,
    to_on {text},
    recorded_at {int} not null,
    organisation_id {text} not null,
    author {id},
    worker {text},
    sensitivity {int} not null,
    corrects {id},
    source_key {text},
    content_hash {id},
    run_id {id},
    body {text} not null,
    details {text} not null, -- JSON
    primary key (subject_id, entry_id)
) {keyed};
create index entry_source on entry (organisation_id, source_key);

create table access_log (
    seq {int} not null primary key,
    at {int} not null,
    user_id {id} not null,
    user_name {text} not null,
    organisation_id {text} not null,
    client_id {id},
    act {text} not null,
    parts {text} not null,
    purpose {text} not null,
    ground {text} not null,
    outcome {text} not null,
    hash {id} not null
) {strict};
create index access_log_client on access_log (client_id, seq);

create table access_head (
    name {text} not null primary key,
    seq {int} not null,
    hash {id} not null
) {strict};
