create trigger log_export_stays before update on log_export begin select raise(abort, 'what was wished is never changed'); end;
create trigger log_export_remains before delete on log_export when not exists (select 1 from erasing where what_id in (old.export_id))
    begin select raise(abort, 'what was wished is never removed'); end;
create trigger log_export_step_stays before update on log_export_step begin select raise(abort, 'what came of an export is never changed'); end;
create trigger log_export_step_remains before delete on log_export_step when not exists (select 1 from erasing where what_id in (old.export_id))
    begin select raise(abort, 'what came of an export is never removed'); end;
