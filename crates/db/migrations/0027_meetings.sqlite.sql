create trigger meeting_stays before update on meeting begin select raise(abort, 'a meeting is never changed'); end;
create trigger meeting_remains before delete on meeting when not exists (select 1 from erasing where what_id in (old.record_id))
    begin select raise(abort, 'a meeting is never removed'); end;
create trigger meeting_end_stays before update on meeting_end begin select raise(abort, 'what came of a meeting is never changed'); end;
create trigger meeting_end_remains before delete on meeting_end when not exists (select 1 from erasing where what_id in (old.record_id))
    begin select raise(abort, 'what came of a meeting is never removed'); end;
