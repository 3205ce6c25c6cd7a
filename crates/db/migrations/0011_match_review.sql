-- What match review needs to know of a pair, and who registered whom.

-- Linkage would have joined the two, had not one been protected: until people decide, the other is hidden too.
alter table possible_match add column sure {int} not null default 0;
-- How much harm a wrong link would do, as it was when somebody last looked; none before that.
alter table possible_match add column grade {text};
-- The user who registered a record by hand; none when a file brought it.
alter table record add column made_by {id};
