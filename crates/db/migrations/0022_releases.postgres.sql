create trigger release_stays before update on release for each row execute function stays();
create trigger release_kept before delete on release for each row execute function stays_unless_erased('record_id');
create trigger release_remains before truncate on release for each statement execute function stays();
create trigger release_step_stays before update on release_step for each row execute function stays();
create trigger release_step_kept before delete on release_step for each row execute function stays_unless_erased('record_id');
create trigger release_step_remains before truncate on release_step for each statement execute function stays();
