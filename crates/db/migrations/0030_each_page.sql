-- Who became a client and what somebody is asked is looked up on each page: without these, all clients and all questions were looked through.
create index client_became on client (became) where became is not null;
create index question_asked on question (asked_of);
