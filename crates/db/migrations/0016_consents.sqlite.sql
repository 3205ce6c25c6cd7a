create trigger consent_stays before update on consent begin select raise(abort, 'what was said is never changed'); end;
create trigger consent_remains before delete on consent begin select raise(abort, 'what was said is never removed'); end;
