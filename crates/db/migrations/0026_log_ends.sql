-- Lines of the access log whose time is over by the field register go from its front. `access_head` says where it begins: a row
-- 'beginning' with the last line that went and its hash, and a row 'beginning-seal' with the seal of the log's key on both.

-- Users who left go when their time is over.
create index app_user_ended on app_user (ended_at);
