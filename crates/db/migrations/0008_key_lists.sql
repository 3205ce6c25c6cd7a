-- Who stands under a key, in one list a key: a record that comes reads and writes its keys' lists and no row for each of those
-- who share them. All of it follows from the records: everybody's keys are made anew when everybody is linked next.

drop table link_key;
delete from record_key;

create table link_key (
    key {int} not null primary key, -- a fact or several, as linkage numbers them; everybody who may be one person shares some
    records {id} not null -- who stands under it, sixteen bytes each; empty when too many would
) {strict};
