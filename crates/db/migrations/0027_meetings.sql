-- Meetings with a client. One is planned, or recorded at once; what came of it is said once. Neither row is ever changed.

-- It is about the record of whoever leads the case, as an assignment is: linking and taking a link back change nothing about it.
create table meeting (
    record_id {id} not null,
    meeting_id {id} not null,
    user_id {id} not null, -- who holds it,
    organisation_id {text} not null, -- for this organisation
    starts_at {int} not null,
    minutes {int} not null,
    channel {text} not null,
    put_at {int} not null,
    author {id} not null,
    primary key (record_id, meeting_id)
) {keyed};
create index meeting_user on meeting (user_id, starts_at);
create unique index meeting_known on meeting (meeting_id);

create table meeting_end (
    record_id {id} not null,
    meeting_id {id} not null,
    outcome {text} not null,
    entry_id {id}, -- the entry that tells of it, the day it was held, and how; none when it was called off
    held_on {text},
    channel {text},
    minutes {int}, -- none when nobody said
    ended_at {int} not null,
    author {id} not null,
    primary key (record_id, meeting_id)
) {keyed};

create unique index meeting_end_known on meeting_end (meeting_id);

-- What somebody has typed about a meeting and not saved yet: for them alone, one for each person they write about.
create table meeting_draft (
    client_id {id} not null,
    user_id {id} not null,
    saved_at {int} not null,
    sealed {id} not null,
    primary key (client_id, user_id)
) {keyed};
create index meeting_draft_user on meeting_draft (user_id, saved_at);
