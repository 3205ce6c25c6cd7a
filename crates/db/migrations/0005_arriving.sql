-- Linking records as they come: who may be alike, how common values are, and what a new model would change.
-- All of it follows from the records and can be made anew.

create table link_key (
    key {int} not null, -- a fact or several, as linkage numbers them; everybody who may be one person shares some
    record_id {id} not null,
    primary key (key, record_id)
) {keyed};

create table record_key (
    record_id {id} not null primary key,
    version {int} not null, -- of the numbering; keys of an older one are made anew
    keys {id} not null -- those this record stands under, eight bytes each
) {strict};

create table link_value (
    value {int} not null primary key,
    records {int} not null -- how many records had this value when the newest model was learnt; only above one
) {strict};

create table link_turn (
    name {text} not null primary key -- its one row is locked by whoever links
) {strict};
insert into link_turn (name) values ('links');

create table link_estimate (
    estimate_id {id} not null primary key,
    made_at {int} not null,
    records {int} not null,
    joined {int} not null, -- clients that would become part of another
    parted {int} not null, -- clients that would fall apart
    moved {int} not null, -- records that would change their client
    possible {int} not null, -- pairs that would wait for the steward
    examples {text} not null, -- some of the records that would move, as JSON
    model {text} not null,
    state {text} not null, -- open, accepted, declined, outdated
    decided_by {id},
    decided_at {int}
) {strict};

create index possible_match_other on possible_match (record_b);
