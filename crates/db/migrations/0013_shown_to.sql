-- The session that was shown an unconfirmed second factor; another session is shown another. Whoever was in with a stolen password
-- must not know the one that is confirmed in the end.
alter table second_factor add column session_id {id};
