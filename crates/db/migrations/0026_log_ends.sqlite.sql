drop trigger access_log_remains;
create trigger access_log_remains before delete on access_log
    when old.seq > coalesce((select seq from access_head where name = 'beginning'), 0)
    begin select raise(abort, 'the access log is never shortened'); end;
