create trigger emergency_stays before update or delete on emergency for each row execute function stays();
create trigger emergency_remains before truncate on emergency for each statement execute function stays();
create trigger emergency_review_stays before update or delete on emergency_review for each row execute function stays();
create trigger emergency_review_remains before truncate on emergency_review for each statement execute function stays();
create trigger stated_purpose_stays before update or delete on stated_purpose for each row execute function stays();
create trigger stated_purpose_remains before truncate on stated_purpose for each statement execute function stays();
