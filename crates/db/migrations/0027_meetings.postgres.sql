create trigger meeting_stays before update on meeting for each row execute function stays();
create trigger meeting_kept before delete on meeting for each row execute function stays_unless_erased('record_id');
create trigger meeting_remains before truncate on meeting for each statement execute function stays();
create trigger meeting_end_stays before update on meeting_end for each row execute function stays();
create trigger meeting_end_kept before delete on meeting_end for each row execute function stays_unless_erased('record_id');
create trigger meeting_end_remains before truncate on meeting_end for each statement execute function stays();
