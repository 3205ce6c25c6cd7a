drop trigger entry_stays;
create trigger entry_stays before update on entry
    when not (old.sealed is null and new.sealed is not null and new.body = '' and new.details = '' and new.worker is null
          and new.subject_id is old.subject_id
          and new.entry_id is old.entry_id
          and new.kind is old.kind
          and new.from_on is old.from_on
          and new.to_on is old.to_on
          and new.recorded_at is old.recorded_at
          and new.organisation_id is old.organisation_id
          and new.author is old.author
          and new.sensitivity is old.sensitivity
          and new.corrects is old.corrects
          and new.source_key is old.source_key
          and new.run_id is old.run_id)
    begin select raise(abort, 'entries are never changed'); end;
drop trigger record_version_stays;
create trigger record_version_stays before update on record_version
    when not (old.sealed is null and new.sealed is not null and new.said = ''
          and new.record_id is old.record_id
          and new.version is old.version
          and new.observed_on is old.observed_on
          and new.received_at is old.received_at
          and new.run_id is old.run_id)
    begin select raise(abort, 'records are never altered'); end;
