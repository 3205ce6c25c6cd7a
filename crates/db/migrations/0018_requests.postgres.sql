create trigger request_stays before update or delete on request for each row execute function stays();
create trigger request_remains before truncate on request for each statement execute function stays();
create trigger request_step_stays before update or delete on request_step for each row execute function stays();
create trigger request_step_remains before truncate on request_step for each statement execute function stays();
