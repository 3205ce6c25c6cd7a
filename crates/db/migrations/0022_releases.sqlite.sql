create trigger release_stays before update on release begin select raise(abort, 'what was asked for is never changed'); end;
create trigger release_remains before delete on release when not exists (select 1 from erasing where what_id in (old.record_id))
    begin select raise(abort, 'what was asked for is never removed'); end;
create trigger release_step_stays before update on release_step begin select raise(abort, 'what was done about a release is never changed'); end;
create trigger release_step_remains before delete on release_step when not exists (select 1 from erasing where what_id in (old.record_id))
    begin select raise(abort, 'what was done about a release is never removed'); end;
