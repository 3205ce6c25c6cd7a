create trigger case_team_stays before update on case_team begin select raise(abort, 'who was put into a team is never changed'); end;
create trigger case_team_remains before delete on case_team when not exists (select 1 from erasing where what_id in (old.record_id))
    begin select raise(abort, 'who was put into a team is never removed'); end;
create trigger case_team_end_stays before update on case_team_end begin select raise(abort, 'who was taken out of a team is never changed'); end;
create trigger case_team_end_remains before delete on case_team_end when not exists (select 1 from erasing where what_id in (old.record_id))
    begin select raise(abort, 'who was taken out of a team is never removed'); end;
