create trigger consent_stays before update or delete on consent for each row execute function stays();
create trigger consent_remains before truncate on consent for each statement execute function stays();
