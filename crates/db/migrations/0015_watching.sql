-- Watching: how many people somebody is shown on a day, and look-ups that somebody ought to look at.

-- Whom a user was shown on a day; kept for days, and then forgotten: the access log says the same for ever.
create table shown_person (
    user_id {id} not null,
    day {text} not null,
    client_id {id} not null,
    shown_at {int} not null, -- for the first time that day
    primary key (user_id, day, client_id)
) {keyed};

-- How many they were: the budget of the day is decided by this row alone.
create table shown_day (
    user_id {id} not null,
    day {text} not null,
    people {int} not null,
    more {int} not null, -- how many more than the pack says the officer has allowed
    primary key (user_id, day)
) {keyed};

-- Something in the access log that the data-protection officer ought to look at.
create table flag (
    flag_id {id} not null primary key,
    rule {text} not null,
    user_id {id} not null, -- who looked
    user_name {text} not null,
    organisation_id {text} not null,
    about {id} not null, -- whose file; the user, where a rule is about all they did
    raised_at {int} not null,
    figure {int} not null, -- what the rule counted; 0 where it counts nothing
    author {id} not null, -- the person who said that it looks wrong; zeros where a rule did
    says {text} not null -- in their words
) {strict};
create index flag_user on flag (user_id, rule, about);
create index flag_about on flag (about);
create index flag_raised on flag (raised_at, flag_id);

-- The lines of the access log a flag is about: each at most once for each rule.
create table flag_line (
    rule {text} not null,
    seq {int} not null,
    flag_id {id} not null,
    client_id {id}, -- whose file the line is about
    primary key (rule, seq)
) {keyed};
create index flag_line_flag on flag_line (flag_id, seq);

-- What was done about a flag: asked, answered, closed, seen.
create table flag_step (
    flag_id {id} not null,
    step {text} not null,
    at {int} not null,
    author {id} not null,
    outcome {text} not null, -- when closed: explained, false-alarm, breach
    note {text} not null, -- the question, the answer, or why it was closed so
    told {text} not null, -- when closed: what the person is told besides the outcome
    primary key (flag_id, step)
) {keyed};

-- People so well known that every opening of their file is looked at.
create table well_known (
    client_id {id} not null,
    mark_id {id} not null,
    reason {text} not null,
    marked_at {int} not null,
    marked_by {id} not null,
    ended_at {int}, -- none while it holds
    primary key (client_id, mark_id)
) {keyed};

-- How far the access log has been watched. What was looked at before there was watching is not flagged.
create table watched (
    name {text} not null primary key,
    seq {int} not null
) {strict};
insert into watched (name, seq) select 'access', coalesce(max(seq), 0) from access_head;

create index stated_purpose_user on stated_purpose (user_id, stated_at);
