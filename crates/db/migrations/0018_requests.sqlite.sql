create trigger request_stays before update on request begin select raise(abort, 'what was asked for is never changed'); end;
create trigger request_remains before delete on request begin select raise(abort, 'what was asked for is never removed'); end;
create trigger request_step_stays before update on request_step begin select raise(abort, 'what was done about a request is never changed'); end;
create trigger request_step_remains before delete on request_step begin select raise(abort, 'what was done about a request is never removed'); end;
