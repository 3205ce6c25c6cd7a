create trigger breach_stays before update or delete on breach for each row execute function stays();
create trigger breach_remains before truncate on breach for each statement execute function stays();
create trigger breach_step_stays before update or delete on breach_step for each row execute function stays();
create trigger breach_step_remains before truncate on breach_step for each statement execute function stays();
