create function stays_unless_over() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.seq <= coalesce((select seq from access_head where name = 'beginning'), 0) then
        return old;
    end if;
    raise exception '% is append-only: its rows are never changed, and go from its front alone', tg_table_name;
end $$;
drop trigger access_log_stays on access_log;
create trigger access_log_stays before update or delete on access_log for each row execute function stays_unless_over();
