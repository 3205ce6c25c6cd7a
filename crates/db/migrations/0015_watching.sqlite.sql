create trigger flag_stays before update on flag begin select raise(abort, 'flags are never changed'); end;
create trigger flag_remains before delete on flag begin select raise(abort, 'flags are never removed'); end;
create trigger flag_line_stays before update on flag_line begin select raise(abort, 'lines of a flag are never changed'); end;
create trigger flag_line_remains before delete on flag_line begin select raise(abort, 'lines of a flag are never removed'); end;
create trigger flag_step_stays before update on flag_step begin select raise(abort, 'what was done about a flag is never changed'); end;
create trigger flag_step_remains before delete on flag_step begin select raise(abort, 'what was done about a flag is never removed'); end;
