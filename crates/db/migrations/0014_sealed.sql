-- What is said about people is sealed under a key of theirs. What stood in clear before is sealed while the program serves; then the
-- clear columns are empty for ever.

create table subject_key (
    subject_id {id} not null primary key, -- the record or client that is spoken of, the run that brought a row, or nobody: the installation
    wrapped {id} not null -- their key, under the master key; without this row what it sealed is gone
) {strict};

alter table entry add column sealed {id}; -- body, details and worker
create index entry_clear on entry (subject_id, entry_id) where sealed is null;
alter table record_version add column sealed {id}; -- said
create index record_version_clear on record_version (record_id, version) where sealed is null;
alter table quarantine add column sealed {id}; -- value, reason and raw
create index quarantine_clear on quarantine (row_id) where sealed is null;
