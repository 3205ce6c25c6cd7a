-- Who we are: organisations, the people who work there or are served, and how they sign in.

create table organisation (
    organisation_id {text} not null primary key, -- the short name feeds use: clinic
    title {text} not null,
    kind {text} not null,
    sensitive {int} not null -- 1 when the mere name betrays health, justice or belief
) {strict};

create table app_user (
    user_id {id} not null primary key,
    sign_in {text} not null unique,
    name {text} not null,
    role {text} not null,
    organisation_id {text} not null references organisation (organisation_id),
    record_id {id}, -- only for a jobseeker: the record their organisation keeps of them; their client follows from its link
    language {text} not null,
    password_hash {text},
    created_at {int} not null
) {strict};

create table session (
    token_hash {id} not null primary key,
    user_id {id} not null references app_user (user_id),
    created_at {int} not null,
    ends_at {int} not null
) {strict};

create table sign_in_link (
    token_hash {id} not null primary key,
    user_id {id} not null references app_user (user_id),
    ends_at {int} not null,
    used_at {int},
    reusable {int} not null
) {strict};
