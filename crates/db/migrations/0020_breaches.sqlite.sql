create trigger breach_stays before update on breach begin select raise(abort, 'a breach is never changed'); end;
create trigger breach_remains before delete on breach begin select raise(abort, 'a breach is never removed'); end;
create trigger breach_step_stays before update on breach_step begin select raise(abort, 'what was done about a breach is never changed'); end;
create trigger breach_step_remains before delete on breach_step begin select raise(abort, 'what was done about a breach is never removed'); end;
