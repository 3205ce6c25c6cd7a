create function stays() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: its rows are never changed or removed', tg_table_name;
end $$;
create trigger entry_stays before update or delete on entry for each row execute function stays();
create trigger entry_remains before truncate on entry for each statement execute function stays();
create trigger record_version_stays before update or delete on record_version for each row execute function stays();
create trigger record_version_remains before truncate on record_version for each statement execute function stays();
create trigger link_decision_stays before update or delete on link_decision for each row execute function stays();
create trigger link_decision_remains before truncate on link_decision for each statement execute function stays();
create trigger pair_decision_stays before update or delete on pair_decision for each row execute function stays();
create trigger pair_decision_remains before truncate on pair_decision for each statement execute function stays();
create trigger access_log_stays before update or delete on access_log for each row execute function stays();
create trigger access_log_remains before truncate on access_log for each statement execute function stays();
