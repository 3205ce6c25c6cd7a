drop trigger entry_stays on entry;
create trigger entry_stays before update on entry for each row
    when (not (old.sealed is null and new.sealed is not null and new.body = '' and new.details = '' and new.worker is null
          and new.subject_id is not distinct from old.subject_id
          and new.entry_id is not distinct from old.entry_id
          and new.kind is not distinct from old.kind
          and new.from_on is not distinct from old.from_on
          and new.to_on is not distinct from old.to_on
          and new.recorded_at is not distinct from old.recorded_at
          and new.organisation_id is not distinct from old.organisation_id
          and new.author is not distinct from old.author
          and new.sensitivity is not distinct from old.sensitivity
          and new.corrects is not distinct from old.corrects
          and new.source_key is not distinct from old.source_key
          and new.run_id is not distinct from old.run_id))
    execute function stays();
create trigger entry_kept before delete on entry for each row execute function stays();
drop trigger record_version_stays on record_version;
create trigger record_version_stays before update on record_version for each row
    when (not (old.sealed is null and new.sealed is not null and new.said = ''
          and new.record_id is not distinct from old.record_id
          and new.version is not distinct from old.version
          and new.observed_on is not distinct from old.observed_on
          and new.received_at is not distinct from old.received_at
          and new.run_id is not distinct from old.run_id))
    execute function stays();
create trigger record_version_kept before delete on record_version for each row execute function stays();
