-- What clients have said about sharing: given, refused, withdrawn. Nothing is ever changed; of several statements the latest counts.

-- One statement about one kind of entry and one organisation. It is said about the record, so that linking and taking a link back
-- change nothing about it.
create table consent (
    record_id {id} not null,
    consent_id {id} not null,
    organisation_id {text} not null, -- with whom it is shared, or not
    kind {text} not null, -- what: a kind of entry
    purpose {text} not null, -- what for
    says {text} not null, -- given, refused, withdrawn
    text_version {text} not null, -- which text was read or read out
    language {text} not null, -- in which language
    channel {text} not null, -- portal, paper, voice
    said_at {int} not null, -- when the person said it; it holds from then on
    ends_at {int}, -- when it ends by itself; none for what does not share
    recorded_at {int} not null,
    recorded_by {id} not null, -- the person themselves, or who wrote it down
    recorded_for {text} not null, -- the organisation of whoever recorded it
    primary key (record_id, consent_id)
) {keyed};
create index consent_recorded on consent (recorded_at);

-- That somebody has read that a client changed what is shared.
create table consent_read (
    user_id {id} not null,
    consent_id {id} not null,
    read_at {int} not null,
    primary key (user_id, consent_id)
) {keyed};

-- Always empty: on PostgreSQL its lock is the turn between those who answer and those who take a right away.
create table revocation (
    turn {int} not null primary key
) {strict};
