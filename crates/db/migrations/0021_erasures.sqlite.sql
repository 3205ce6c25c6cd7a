drop trigger entry_remains;
drop trigger record_version_remains;
drop trigger link_decision_remains;
drop trigger pair_decision_remains;
drop trigger decision_remains;
drop trigger field_dispute_remains;
drop trigger record_withdrawal_remains;
drop trigger protection_remains;
drop trigger question_remains;
drop trigger answer_remains;
drop trigger entry_side_remains;
drop trigger emergency_remains;
drop trigger emergency_review_remains;
drop trigger stated_purpose_remains;
drop trigger flag_remains;
drop trigger flag_line_remains;
drop trigger flag_step_remains;
drop trigger consent_remains;
drop trigger request_remains;
drop trigger request_step_remains;
drop trigger breach_remains;
drop trigger breach_step_remains;
create trigger entry_remains before delete on entry when not exists (select 1 from erasing where what_id in (old.subject_id, old.entry_id))
    begin select raise(abort, 'entries are never removed'); end;
create trigger record_version_remains before delete on record_version when not exists (select 1 from erasing where what_id in (old.record_id))
    begin select raise(abort, 'records are never removed'); end;
create trigger link_decision_remains before delete on link_decision when not exists (select 1 from erasing where what_id in (old.record_id))
    begin select raise(abort, 'decisions are never removed'); end;
create trigger pair_decision_remains before delete on pair_decision when not exists (select 1 from erasing where what_id in (old.record_a, old.record_b))
    begin select raise(abort, 'decisions are never removed'); end;
create trigger decision_remains before delete on decision when not exists (select 1 from erasing where what_id in (old.decision_id))
    begin select raise(abort, 'decisions are never removed'); end;
create trigger field_dispute_remains before delete on field_dispute when not exists (select 1 from erasing where what_id in (old.record_id))
    begin select raise(abort, 'decisions are never removed'); end;
create trigger record_withdrawal_remains before delete on record_withdrawal when not exists (select 1 from erasing where what_id in (old.record_id))
    begin select raise(abort, 'decisions are never removed'); end;
create trigger protection_remains before delete on protection when not exists (select 1 from erasing where what_id in (old.record_id))
    begin select raise(abort, 'decisions are never removed'); end;
create trigger question_remains before delete on question when not exists (select 1 from erasing where what_id in (old.question_id))
    begin select raise(abort, 'decisions are never removed'); end;
create trigger answer_remains before delete on answer when not exists (select 1 from erasing where what_id in (old.question_id))
    begin select raise(abort, 'decisions are never removed'); end;
create trigger entry_side_remains before delete on entry_side when not exists (select 1 from erasing where what_id in (old.home_id, old.entry_id))
    begin select raise(abort, 'decisions are never removed'); end;
create trigger emergency_remains before delete on emergency when not exists (select 1 from erasing where what_id in (old.emergency_id))
    begin select raise(abort, 'openings are never removed'); end;
create trigger emergency_review_remains before delete on emergency_review when not exists (select 1 from erasing where what_id in (old.emergency_id))
    begin select raise(abort, 'reviews are never removed'); end;
create trigger stated_purpose_remains before delete on stated_purpose when not exists (select 1 from erasing where what_id in (old.client_id))
    begin select raise(abort, 'purposes are never removed'); end;
create trigger flag_remains before delete on flag when not exists (select 1 from erasing where what_id in (old.flag_id))
    begin select raise(abort, 'flags are never removed'); end;
create trigger flag_line_remains before delete on flag_line when not exists (select 1 from erasing where what_id in (old.flag_id))
    begin select raise(abort, 'lines of a flag are never removed'); end;
create trigger flag_step_remains before delete on flag_step when not exists (select 1 from erasing where what_id in (old.flag_id))
    begin select raise(abort, 'what was done about a flag is never removed'); end;
create trigger consent_remains before delete on consent when not exists (select 1 from erasing where what_id in (old.record_id))
    begin select raise(abort, 'what was said is never removed'); end;
create trigger request_remains before delete on request when not exists (select 1 from erasing where what_id in (old.record_id, old.request_id))
    begin select raise(abort, 'what was asked for is never removed'); end;
create trigger request_step_remains before delete on request_step when not exists (select 1 from erasing where what_id in (old.record_id, old.request_id))
    begin select raise(abort, 'what was done about a request is never removed'); end;
create trigger breach_remains before delete on breach when not exists (select 1 from erasing where what_id in (old.breach_id))
    begin select raise(abort, 'a breach is never removed'); end;
create trigger breach_step_remains before delete on breach_step when not exists (select 1 from erasing where what_id in (old.breach_id))
    begin select raise(abort, 'what was done about a breach is never removed'); end;
create trigger erasure_stays before update on erasure begin select raise(abort, 'what was wished is never changed'); end;
create trigger erasure_remains before delete on erasure when not exists (select 1 from erasing where what_id in (old.erasure_id))
    begin select raise(abort, 'what was wished is never removed'); end;
create trigger erasure_person_stays before update on erasure_person begin select raise(abort, 'what was wished is never changed'); end;
create trigger erasure_person_remains before delete on erasure_person when not exists (select 1 from erasing where what_id in (old.erasure_id))
    begin select raise(abort, 'what was wished is never removed'); end;
create trigger erasure_step_stays before update on erasure_step begin select raise(abort, 'a certificate is never changed'); end;
create trigger erasure_step_remains before delete on erasure_step when not exists (select 1 from erasing where what_id in (old.erasure_id))
    begin select raise(abort, 'a certificate is never removed'); end;
create trigger legal_hold_stays before update on legal_hold begin select raise(abort, 'a hold is never changed'); end;
create trigger legal_hold_remains before delete on legal_hold when not exists (select 1 from erasing where what_id in (old.record_id))
    begin select raise(abort, 'a hold is never removed'); end;
create trigger legal_hold_end_stays before update on legal_hold_end begin select raise(abort, 'the end of a hold is never changed'); end;
create trigger legal_hold_end_remains before delete on legal_hold_end when not exists (select 1 from erasing where what_id in (old.record_id))
    begin select raise(abort, 'the end of a hold is never removed'); end;
