-- What people ask for about their data, and what was done about it. Nothing is ever changed: each step is a row.

-- It is asked by the person of a record, so that linking and taking a link back change nothing about it. Their words are sealed under
-- the record's key.
create table request (
    record_id {id} not null,
    request_id {id} not null,
    kind {text} not null, -- copy, correction, restriction, objection, erasure
    about_id {id}, -- the entry it is about, when it is about one
    channel {text} not null, -- portal, paper, voice
    language {text} not null, -- in which they read the answer
    received_on {text} not null, -- the clock runs from here
    due_on {text} not null,
    recorded_at {int} not null,
    recorded_by {id} not null, -- the person themselves, or who wrote it down
    recorded_for {text} not null, -- the organisation of whoever recorded it
    sealed {id} not null, -- what they say
    primary key (record_id, request_id)
) {keyed};
create unique index request_known on request (request_id);

-- Each step is taken once, so that of two who answer at the same moment one is told.
create table request_step (
    record_id {id} not null,
    request_id {id} not null,
    step {text} not null, -- extended, closed, lifted
    at {int} not null,
    author {id} not null,
    outcome {text}, -- of what is closed: granted, partly, refused, withdrawn
    due_on {text}, -- of what is extended: the new day
    made_id {id}, -- the entry that came of it
    sealed {id} not null, -- what the person is told
    primary key (record_id, request_id, step)
) {keyed};
