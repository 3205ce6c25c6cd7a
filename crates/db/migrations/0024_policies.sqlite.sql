create trigger policy_acknowledgement_stays before update on policy_acknowledgement begin select raise(abort, 'what was acknowledged is never changed'); end;
create trigger policy_acknowledgement_remains before delete on policy_acknowledgement when not exists (select 1 from erasing where what_id in (old.user_id))
    begin select raise(abort, 'what was acknowledged is never removed'); end;
create trigger policy_signature_stays before update on policy_signature begin select raise(abort, 'what was signed is never changed'); end;
create trigger policy_signature_remains before delete on policy_signature begin select raise(abort, 'what was signed is never removed'); end;
create trigger arrangement_stays before update on arrangement begin select raise(abort, 'an arrangement is never changed'); end;
create trigger arrangement_remains before delete on arrangement begin select raise(abort, 'an arrangement is never removed'); end;
create trigger arrangement_end_stays before update on arrangement_end begin select raise(abort, 'the end of an arrangement is never changed'); end;
create trigger arrangement_end_remains before delete on arrangement_end begin select raise(abort, 'the end of an arrangement is never removed'); end;
