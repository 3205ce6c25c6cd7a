create trigger emergency_stays before update on emergency begin select raise(abort, 'openings are never changed'); end;
create trigger emergency_remains before delete on emergency begin select raise(abort, 'openings are never removed'); end;
create trigger emergency_review_stays before update on emergency_review begin select raise(abort, 'reviews are never changed'); end;
create trigger emergency_review_remains before delete on emergency_review begin select raise(abort, 'reviews are never removed'); end;
create trigger stated_purpose_stays before update on stated_purpose begin select raise(abort, 'purposes are never changed'); end;
create trigger stated_purpose_remains before delete on stated_purpose begin select raise(abort, 'purposes are never removed'); end;
