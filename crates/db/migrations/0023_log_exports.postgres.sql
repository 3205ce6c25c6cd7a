create trigger log_export_stays before update on log_export for each row execute function stays();
create trigger log_export_kept before delete on log_export for each row execute function stays_unless_erased('export_id');
create trigger log_export_remains before truncate on log_export for each statement execute function stays();
create trigger log_export_step_stays before update on log_export_step for each row execute function stays();
create trigger log_export_step_kept before delete on log_export_step for each row execute function stays_unless_erased('export_id');
create trigger log_export_step_remains before truncate on log_export_step for each statement execute function stays();
