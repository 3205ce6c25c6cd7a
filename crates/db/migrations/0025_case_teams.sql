-- Who works on a person's case together. Whoever leads it puts somebody in, with a part, and takes them out; neither row is ever changed.

-- It is about the record of whoever leads the case, as an assignment is: linking and taking a link back change nothing about it.
create table case_team (
    record_id {id} not null,
    seat_id {id} not null,
    user_id {id} not null, -- who sits in the team,
    organisation_id {text} not null, -- as long as they work for this organisation
    from_on {text} not null,
    until_on {text}, -- the last day; none while nobody has said
    put_at {int} not null,
    author {id} not null,
    sealed {id} not null, -- their part
    primary key (record_id, seat_id)
) {keyed};
create index case_team_user on case_team (user_id, record_id);
create unique index case_team_known on case_team (seat_id);

create table case_team_end (
    record_id {id} not null,
    seat_id {id} not null,
    ended_at {int} not null,
    author {id} not null,
    primary key (record_id, seat_id)
) {keyed};
