-- Drafts of every long form in one place: what somebody has typed into a form about somebody and not saved yet, for them alone.

create table draft (
    client_id {id} not null,
    user_id {id} not null,
    form {text} not null, -- meeting, assessment, agreement
    saved_at {int} not null,
    sealed {id} not null,
    primary key (client_id, user_id, form)
) {keyed};
create index draft_user on draft (user_id);
create index draft_saved on draft (saved_at);

insert into draft (client_id, user_id, form, saved_at, sealed) select client_id, user_id, 'meeting', saved_at, sealed from meeting_draft;
drop table meeting_draft;
