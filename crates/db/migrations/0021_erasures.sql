-- Lawful erasure: the one exception from "nothing is ever removed". A row can be removed only in a transaction that has put its id among
-- those that go, and has the list emptied before it ends.

create table erasing (
    what_id {id} not null primary key -- a record, client, decision, entry ... that goes; empty outside such a transaction
) {strict};

-- What is to be erased, and why. Somebody else agrees.
create table erasure (
    erasure_id {id} not null primary key,
    ground {text} not null, -- which the law names: not-needed, consent-withdrawn, objection, unlawful, duty, child; or time-over
    request_id {id}, -- the request it answers
    wished_by {id} not null,
    wished_at {int} not null
) {strict};
create index erasure_wished on erasure (wished_at);

create table erasure_person (
    erasure_id {id} not null,
    client_id {id} not null, -- leads to nobody once it is done: the access log names them so
    primary key (erasure_id, client_id)
) {keyed};

-- What came of it for each person: the certificate.
create table erasure_step (
    erasure_id {id} not null,
    client_id {id} not null,
    outcome {text} not null, -- erased, declined, held, changed
    author {id} not null,
    at {int} not null,
    counts {text} not null, -- how many rows of each table went, as JSON
    primary key (erasure_id, client_id)
) {keyed};

-- The keys by which sources named whoever was erased, so that they do not come back with the next file: marks, not the keys.
create table erased_key (
    mark {id} not null primary key,
    erasure_id {id} not null
) {strict};

-- A legal hold: this is not to be erased while it lasts. It is of a record, so that linking and taking a link back change nothing about it.
create table legal_hold (
    record_id {id} not null,
    hold_id {id} not null,
    set_by {id} not null,
    set_at {int} not null,
    sealed {id} not null, -- what it is for
    primary key (record_id, hold_id)
) {keyed};

create table legal_hold_end (
    record_id {id} not null,
    hold_id {id} not null,
    ended_by {id} not null,
    ended_at {int} not null,
    primary key (record_id, hold_id)
) {keyed};

-- Whom nothing was heard of for longest is found without reading everybody.
create index record_seen on record (seen_on);
