create trigger policy_acknowledgement_stays before update on policy_acknowledgement for each row execute function stays();
create trigger policy_acknowledgement_kept before delete on policy_acknowledgement for each row execute function stays_unless_erased('user_id');
create trigger policy_acknowledgement_remains before truncate on policy_acknowledgement for each statement execute function stays();
create trigger policy_signature_stays before update or delete on policy_signature for each row execute function stays();
create trigger policy_signature_remains before truncate on policy_signature for each statement execute function stays();
create trigger arrangement_stays before update or delete on arrangement for each row execute function stays();
create trigger arrangement_remains before truncate on arrangement for each statement execute function stays();
create trigger arrangement_end_stays before update or delete on arrangement_end for each row execute function stays();
create trigger arrangement_end_remains before truncate on arrangement_end for each statement execute function stays();
