create trigger flag_stays before update or delete on flag for each row execute function stays();
create trigger flag_remains before truncate on flag for each statement execute function stays();
create trigger flag_line_stays before update or delete on flag_line for each row execute function stays();
create trigger flag_line_remains before truncate on flag_line for each statement execute function stays();
create trigger flag_step_stays before update or delete on flag_step for each row execute function stays();
create trigger flag_step_remains before truncate on flag_step for each statement execute function stays();
