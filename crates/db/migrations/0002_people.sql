-- The single client view: what sources said (records), and which records are one person (links). Nothing here is
-- overwritten but current_link and possible_match, which are views of the decisions kept for speed.

create table client (
    client_id {id} not null primary key,
    became {id}, -- the client that took this one's place, when two turned out to be one
    created_at {int} not null
) {strict};

create table record (
    record_id {id} not null primary key,
    organisation_id {text} not null,
    source_key {text} not null,
    created_at {int} not null,
    seen_on {text} not null, -- the last day the source said what the newest version says
    unique (organisation_id, source_key)
) {strict};

create table record_version (
    record_id {id} not null,
    version {int} not null,
    said {text} not null, -- the values in the shared model, as JSON
    observed_on {text} not null,
    received_at {int} not null,
    run_id {id},
    primary key (record_id, version)
) {keyed};

create table link_decision (
    record_id {id} not null,
    link_id {id} not null,
    client_id {id} not null,
    band {text} not null,
    bits {real},
    evidence {text} not null, -- the waterfall, as JSON
    author {id}, -- none when the system decided
    reason {text} not null,
    decided_at {int} not null,
    primary key (record_id, link_id)
) {keyed};
create index link_decision_client on link_decision (client_id, record_id);

create table current_link (
    record_id {id} not null primary key,
    client_id {id} not null,
    link_id {id} not null
) {strict};
create index current_link_client on current_link (client_id, record_id);

create table pair_decision (
    record_a {id} not null,
    record_b {id} not null,
    decision_id {id} not null,
    verdict {text} not null, -- same, different, withdrawn
    author {id} not null,
    reason {text} not null,
    decided_at {int} not null,
    primary key (record_a, record_b, decision_id)
) {keyed};

create table possible_match (
    match_id {id} not null primary key,
    record_a {id} not null,
    record_b {id} not null,
    bits {real} not null,
    evidence {text} not null,
    found_at {int} not null,
    unique (record_a, record_b)
) {strict};

create table link_model (
    model_id {id} not null primary key,
    learned_at {int} not null,
    records {int} not null,
    text {text} not null
) {strict};

-- The search index: which records carry a word, and which misspellings lead to a word.
create table record_token (
    token {text} not null,
    record_id {id} not null,
    primary key (token, record_id)
) {keyed};
create index record_token_record on record_token (record_id);

create table token_variant (
    variant {text} not null,
    token {text} not null,
    primary key (variant, token)
) {keyed};
