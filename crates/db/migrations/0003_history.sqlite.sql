create trigger entry_stays before update on entry begin select raise(abort, 'entries are never changed'); end;
create trigger entry_remains before delete on entry begin select raise(abort, 'entries are never removed'); end;
create trigger record_version_stays before update on record_version begin select raise(abort, 'records are never altered'); end;
create trigger record_version_remains before delete on record_version begin select raise(abort, 'records are never removed'); end;
create trigger link_decision_stays before update on link_decision begin select raise(abort, 'decisions are never changed'); end;
create trigger link_decision_remains before delete on link_decision begin select raise(abort, 'decisions are never removed'); end;
create trigger access_log_stays before update on access_log begin select raise(abort, 'the access log is never changed'); end;
create trigger access_log_remains before delete on access_log begin select raise(abort, 'the access log is never shortened'); end;
