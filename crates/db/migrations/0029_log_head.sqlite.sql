create trigger access_log_moves after insert on access_log
    begin update access_head set seq = new.seq, hash = new.hash where name = 'access'; end;
