create trigger release_stays before update or delete on release for each row execute function stays();
create trigger release_remains before truncate on release for each statement execute function stays();
create trigger release_step_stays before update or delete on release_step for each row execute function stays();
create trigger release_step_remains before truncate on release_step for each statement execute function stays();
