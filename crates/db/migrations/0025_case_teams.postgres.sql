create trigger case_team_stays before update on case_team for each row execute function stays();
create trigger case_team_kept before delete on case_team for each row execute function stays_unless_erased('record_id');
create trigger case_team_remains before truncate on case_team for each statement execute function stays();
create trigger case_team_end_stays before update on case_team_end for each row execute function stays();
create trigger case_team_end_kept before delete on case_team_end for each row execute function stays_unless_erased('record_id');
create trigger case_team_end_remains before truncate on case_team_end for each statement execute function stays();
