-- Passkeys: keys that stand on a device of the user and open it with a finger, a face or a number.

create table passkey (
    passkey_id {id} not null primary key, -- names it on pages
    user_id {id} not null references app_user (user_id),
    credential {id} not null unique, -- what the device calls it
    name {text} not null, -- what the user calls it
    public {text} not null, -- the public key and its counter, as JSON
    made_at {int} not null,
    used_at {int}
) {strict};

create index passkey_of_user on passkey (user_id);

-- What was asked of a browser and not answered yet. Each answer is taken once.
create table passkey_asked (
    mark {id} not null primary key, -- a keyed hash of the browser's token and of whom it was asked
    state {text} not null,
    ends_at {int} not null
) {strict};
