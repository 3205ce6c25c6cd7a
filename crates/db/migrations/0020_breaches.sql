-- Breaches of personal data (GDPR articles 33 and 34), and what was done about each. Nothing is ever changed: each step is a row.

-- Whom it concerns follows from the access log: everybody who was shown to the actor in the window. The texts are sealed under a key of
-- the breach's own.
create table breach (
    breach_id {id} not null primary key,
    recorded_at {int} not null,
    recorded_by {id} not null,
    noticed_at {int} not null, -- the 72 hours run from here
    from_at {int} not null, -- the window in which it happened, both ends within it
    to_at {int} not null,
    user_id {id}, -- to whom data went: a user,
    organisation_id {text}, -- or everybody of an organisation
    people {int} not null, -- how many people the log named, counted when it was recorded
    readings {int} not null, -- how many lines of the log
    sealed {id} not null -- what happened
) {strict};

-- Steps are counted, so that of two who go on at the same moment one is told.
create table breach_step (
    breach_id {id} not null,
    place {int} not null, -- 1, 2, 3 ...
    step {text} not null, -- risk, measures, authority-told, authority-not, delay, people-told, notice, people-not, closed
    at {int} not null,
    author {id} not null,
    done_at {int}, -- of what was told: when
    reason {text}, -- of people who are not told: no-high-risk, unreadable, averted, effort
    language {text}, -- of a notice: in which language it is
    sealed {id} not null, -- what was written
    primary key (breach_id, place)
) {keyed};

-- Who was shown to whom in a window of hours is found without reading the log from its beginning.
create index access_log_at on access_log (at);
