-- Blind samples of pairs of records: how right the links are, estimated from what people say who do not know what was decided.

create table sample (
    sample_id {id} not null primary key,
    drawn_at {int} not null,
    drawn_by {id} not null
) {strict};

create table sample_stratum (
    sample_id {id} not null,
    stratum {text} not null, -- linked- or apart-, and how near to the cut
    population {int} not null, -- pairs of this kind when the sample was drawn
    primary key (sample_id, stratum)
) {keyed};

create table sample_pair (
    sample_id {id} not null,
    number {int} not null, -- from 1, in the order of asking
    stratum {text} not null,
    record_a {id} not null,
    record_b {id} not null,
    primary key (sample_id, number)
) {keyed};

-- The last answer to a pair counts; the ones before stay.
create table sample_answer (
    sample_id {id} not null,
    number {int} not null,
    answer_id {id} not null,
    answer {text} not null, -- same, different, unsure
    author {id} not null,
    answered_at {int} not null,
    primary key (sample_id, number, answer_id)
) {keyed};
