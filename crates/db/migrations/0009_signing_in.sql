-- Signing in: sessions that end by idleness, what was tried and did not fit, devices that are known, second factors, leavers.

-- Whoever was signed in signs in again: of the old sessions nobody knows when they were last used.
drop table session;

create table session (
    token_hash {id} not null primary key,
    session_id {id} not null unique, -- names the session on pages; the token stands on none
    user_id {id} not null references app_user (user_id),
    stage {text} not null, -- open, or what is still asked: password, code, second
    created_at {int} not null,
    ends_at {int} not null, -- at the latest, however busy
    seen_at {int} not null, -- to the minute, for the end by idleness
    proved_at {int} not null, -- when they last showed who they are
    locked_at {int}, -- the screen is locked since then
    device {text} not null, -- what the browser says it is
    source {text} not null -- the address it came from
) {strict};

create index session_of_user on session (user_id);

alter table app_user add column ended_at {int}; -- a leaver: nobody comes in by this name

-- A browser somebody has signed in from: an attacker's failures do not delay it.
create table known_device (
    token_hash {id} not null primary key,
    user_id {id} not null references app_user (user_id),
    ends_at {int} not null
) {strict};

-- How often something secret was tried and did not fit. The mark is a keyed hash of who was tried from where.
create table sign_in_try (
    mark {id} not null primary key,
    tries {int} not null,
    last_at {int} not null
) {strict};

create index sign_in_try_last on sign_in_try (last_at);

create table second_factor (
    user_id {id} not null primary key references app_user (user_id),
    secret {id} not null, -- sealed under the installation's key
    confirmed_at {int}, -- none until a code has shown that the other device has it
    last_step {int} not null -- the time step of the newest code that was used: none works twice
) {strict};

create table recovery_code (
    user_id {id} not null references app_user (user_id),
    mark {id} not null, -- a keyed hash
    used_at {int},
    primary key (user_id, mark)
) {keyed};
