//! Whoever has left is offered nowhere any more: not to be asked, not to be given something, not to stand in.

use crate::town::Town;
use axum::http::StatusCode;
use rights::Role;

db::both_engines!(nobody_who_has_left_is_offered_where_somebody_is_to_be_asked_or_put_in_charge, |fresh| async {
    let town = Town::doubtful(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, herself) = (format!("/clients/{amira}"), town.jobseeker("ES-0004711").await);
    let (marta, sofia) = (town.visitor(Role::Manager, "employment-service", None).await, town.steward().await);
    let (oskar, timo) = (town.visitor(Role::Protection, "employment-service", None).await, town.visitor(Role::Administrator, "employment-service", None).await);
    let lena = town.visitor_called("Lena Brandt", Role::Counsellor, "employment-service", None).await;
    // She counsels somebody, opens the file, and is said to have had no reason.
    let assigns = format!("{file}/counsellor");
    marta.sends(&assigns, &format!("counsellor={}", lena.user)).await.link_is(&format!("{file}?said=assigned"));
    lena.opens(&file).await.sees("Amira Haddad");
    let line = herself.opens(&format!("{file}/looked")).await.link(&format!("{file}/looked/"));
    herself.sends(&line, "says=I+do+not+know+her").await;
    let desk = oskar.opens("/oversight?rule=looks-wrong").await.body;
    let flag = desk.split("href=\"/oversight/").filter_map(|part| part.get(..32)).find(|id| id.bytes().all(|byte| byte.is_ascii_hexdigit())).unwrap();
    let flag = format!("/oversight/{flag}");
    let jana = town.counsellor().await;
    let cover = |absent, colleague| format!("absent={absent}&colleague={colleague}&from=2026-11-23&to=2026-11-30");
    let pair = sofia.opens("/matches").await.link("/matches/");
    let places = [
        (&marta, "/team".to_owned()), (&marta, assigns.clone()), (&jana, format!("{file}/guests/new")), (&jana, format!("{file}/team")),
        (&sofia, format!("{file}/protection")), (&sofia, pair.clone()),
    ];
    let value = format!("value=\"{}\"", lena.user);
    for (who, place) in &places {
        who.opens(place).await.sees(&value);
    }
    oskar.opens(&flag).await.sees(&format!("{flag}/ask"));
    timo.sends(&format!("/users/{}/end", lena.user), "").await.link_is(&format!("/users/{}?said=user-ended", lena.user));
    for (who, place) in &places {
        who.opens(place).await.sees_no(&value);
    }
    oskar.opens(&flag).await.sees_no(&format!("{flag}/ask"));
    // Nor is she taken where a form names her all the same.
    let refused = [
        (&marta, "/team/covers".to_owned(), cover(lena.user, jana.user)), (&marta, "/team/covers".to_owned(), cover(jana.user, lena.user)),
        (&marta, assigns.clone(), format!("counsellor={}", lena.user)), (&sofia, pair, format!("decision=ask&of={}&note=Is+it+her", lena.user)),
        (&jana, format!("{file}/guests"), format!("guest={}&kind=housing&purpose=placement&says=x&until=2026-12-01", lena.user)),
        (&jana, format!("{file}/team"), format!("member={}&part=x&from=2026-11-23&until=", lena.user)),
    ];
    for (who, place, form) in &refused {
        assert_eq!(who.sends(place, form).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{place} {form}");
    }
    assert_eq!(oskar.sends(&format!("{flag}/ask"), "question=Why").await.status, StatusCode::NOT_FOUND);
    // Her manager sees that her clients wait for somebody else, until they are.
    marta.opens("/team").await.sees("Lena Brandt").sees("has left");
    marta.sends(&assigns, &format!("counsellor={}", jana.user)).await.link_is(&format!("{file}?said=assigned"));
    marta.opens("/team").await.sees_no("has left");
    // Back, she is offered again.
    timo.sends(&format!("/users/{}/take-back", lena.user), "").await;
    marta.opens(&assigns).await.sees(&value);
});
