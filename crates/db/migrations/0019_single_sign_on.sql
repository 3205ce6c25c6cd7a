-- Whom a provider of single sign-on calls by which name of its own: written down when somebody comes that way first, and from then on
-- the provider's own name counts, which it never gives to anybody else (OpenID Connect Core 1.0, section 5.7).
create table outside_identity (
    issuer {text} not null,
    subject {text} not null,
    user_id {id} not null,
    made_at {int} not null,
    primary key (issuer, subject)
) {strict};
create index outside_identity_user on outside_identity (user_id);
