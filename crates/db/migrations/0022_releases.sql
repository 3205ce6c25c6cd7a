-- Parts of a file that are released for a time: asked for by an organisation that knows the person, or given to a guest. Nothing is ever
-- changed: each step is a row, and the last one says what holds. It goes with an erasure of the person, and not before.

-- It is about a record: of whoever asks, or for a guest of whoever invites. So linking and taking a link back change nothing about it.
create table release (
    record_id {id} not null,
    release_id {id} not null,
    organisation_id {text} not null, -- to whom: everybody of this organisation,
    guest_id {id}, -- or of it this user alone, who is a guest
    kinds {text} not null, -- what was asked for: kinds of entry, with spaces between
    purpose {text} not null, -- casework, training, placement
    asked_at {int} not null,
    asked_by {id} not null, -- who asks; of a guest who invites
    until_on {text} not null, -- the last day that was asked for
    due_on {text} not null, -- by when it is answered
    sealed {id} not null, -- why
    primary key (record_id, release_id)
) {keyed};
create unique index release_known on release (release_id);
create index release_organisation on release (organisation_id, asked_at);

-- Steps are counted, so that of two who go on at the same moment one is told.
create table release_step (
    record_id {id} not null,
    release_id {id} not null,
    place {int} not null, -- 1, 2, 3 ...
    step {text} not null, -- approved, narrowed, refused, ended, withdrawn
    at {int} not null,
    author {id} not null,
    kinds {text}, -- of what is approved or narrowed: what is read from now on
    until_on {text}, -- and its last day
    sealed {id} not null, -- what whoever asked is told
    primary key (record_id, release_id, place)
) {keyed};
