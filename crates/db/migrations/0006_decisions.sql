-- Decisions: what people decide about records, each with author, reason and date. What is taken back no longer holds, and
-- what held before it holds again: a fact below stands while no decision takes its decision back.

create table decision (
    decision_id {id} not null primary key,
    kind {text} not null, -- same, different, unlinked, split, disputed, withdrawn, protected, taken-back
    author {id} not null,
    second {id}, -- who agreed, where it takes two people
    reason {text} not null,
    takes_back {id}, -- the decision that no longer holds because of this one
    decided_at {int} not null
) {strict};
create unique index decision_takes_back on decision (takes_back);
create index decision_decided on decision (decided_at);
create index pair_decision_other on pair_decision (record_b);
create index pair_decision_decision on pair_decision (decision_id);
create index link_decision_by_people on link_decision (link_id) where author is not null;

-- A value that is probably somebody else's: linking does not look at it while the record says exactly this.
create table field_dispute (
    record_id {id} not null,
    decision_id {id} not null,
    field {text} not null,
    value {text} not null,
    primary key (record_id, decision_id)
) {keyed};

-- A record its source has taken away: in no client and in no search.
create table record_withdrawal (
    record_id {id} not null,
    decision_id {id} not null,
    primary key (record_id, decision_id)
) {keyed};

-- Somebody whose file is hidden from ordinary search. It is the records that are marked, so that whatever is taken out
-- of the client stays hidden too.
create table protection (
    record_id {id} not null,
    decision_id {id} not null,
    readers {text} not null, -- the users who work with them, their ids with blanks between
    primary key (record_id, decision_id)
) {keyed};

-- What somebody else is asked before anything is decided.
create table question (
    question_id {id} not null primary key,
    kind {text} not null, -- opinion: same or not; second: agreed or not; correction: is this value right
    record_a {id} not null,
    record_b {id},
    wish {text} not null, -- what is to be decided when it is agreed, as JSON; empty for an opinion
    asked_of {id}, -- one user; else everybody with the right but the author
    organisation_id {text}, -- whose record it is, for a correction
    author {id} not null,
    reason {text} not null,
    asked_at {int} not null
) {strict};
create index question_records on question (record_a, record_b);

create table answer (
    question_id {id} not null primary key,
    verdict {text} not null,
    author {id} not null,
    reason {text} not null,
    answered_at {int} not null
) {strict};

-- To whom an entry written about a client belongs, when the client turned out to be two people.
create table entry_side (
    home_id {id} not null, -- the client it was written about
    entry_id {id} not null,
    decision_id {id} not null,
    to_id {id}, -- none when the row only takes another back
    takes_back {id},
    decided_at {int} not null,
    primary key (home_id, entry_id, decision_id)
) {keyed};
create index entry_side_to on entry_side (to_id, home_id, entry_id);
create index entry_side_decision on entry_side (decision_id);
