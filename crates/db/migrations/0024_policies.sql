-- The policy of the pack: who has acknowledged which version, which organisation has signed it, and the arrangements under which others work
-- with the data. Nothing is ever changed: an acknowledgement that runs out is followed by another, an arrangement that ends by a row of its own.

create table policy_acknowledgement (
    user_id {id} not null,
    acknowledgement_id {id} not null,
    pack {text} not null, -- whose policy it is: two packs may both have a version 1
    version {int} not null,
    language {text} not null, -- in which it was read
    acknowledged_at {int} not null,
    primary key (user_id, acknowledgement_id)
) {keyed};

create table policy_signature (
    organisation_id {text} not null,
    signature_id {id} not null,
    pack {text} not null,
    version {int} not null,
    signed_by {id} not null, -- a user, for all of their organisation
    signed_at {int} not null,
    primary key (organisation_id, signature_id)
) {keyed};

-- Joint-controller arrangements (GDPR article 26) and contracts with processors (article 28).
create table arrangement (
    arrangement_id {id} not null primary key,
    kind {text} not null, -- joint-controller, processor
    organisation_id {text}, -- with whom, where it is an organisation that is known here
    other_party {text}, -- else its name
    title {text} not null,
    signed_on {text} not null,
    ends_on {text}, -- the last day; none when it is open
    covers {text} not null, -- what it is about
    contact {text} not null, -- whom to ask there
    recorded_by {id} not null,
    recorded_at {int} not null
) {strict};

create table arrangement_end (
    arrangement_id {id} not null primary key, -- of two who end it at the same moment one is told
    ended_on {text} not null,
    ended_by {id} not null,
    ended_at {int} not null
) {strict};
