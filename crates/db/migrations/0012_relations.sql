-- What ties users to clients: who counsels whom, who covers for whom, why a file was opened, and who opened one in an emergency.

-- The counsellor of the person an organisation's record is of. It is the record that is assigned, so that linking and taking
-- a link back change nothing about it.
create table assignment (
    record_id {id} not null,
    assignment_id {id} not null,
    user_id {id} not null,
    from_at {int} not null,
    until_at {int}, -- none while it is in force
    author {id} not null,
    primary key (record_id, assignment_id)
) {keyed};
create unique index assignment_in_force on assignment (record_id) where until_at is null;
create index assignment_user on assignment (user_id, record_id);

create table cover (
    cover_id {id} not null primary key,
    absent_id {id} not null, -- the counsellor who is away
    colleague_id {id} not null, -- who stands in
    from_on {text} not null,
    to_on {text} not null, -- the last day
    author {id} not null,
    made_at {int} not null,
    ended_at {int} -- when it was ended before its last day
) {strict};
create index cover_colleague on cover (colleague_id, absent_id);
create index cover_absent on cover (absent_id);

-- Why somebody opened the file of a person they do not work with; it holds for a session, and for hours.
create table stated_purpose (
    client_id {id} not null,
    user_id {id} not null,
    session_id {id} not null,
    purpose {text} not null,
    stated_at {int} not null,
    ends_at {int} not null,
    primary key (client_id, user_id, session_id, stated_at)
) {keyed};

create table emergency (
    emergency_id {id} not null primary key,
    client_id {id} not null,
    user_id {id} not null,
    organisation_id {text} not null, -- whose manager reviews it
    reason {text} not null,
    opened_at {int} not null,
    ends_at {int} not null
) {strict};
create index emergency_client on emergency (client_id, user_id);

create table emergency_review (
    emergency_id {id} not null primary key,
    outcome {text} not null, -- right, wrong
    reviewer {id} not null,
    note {text} not null,
    reviewed_at {int} not null
) {strict};
