//! Every route and every role: deny is the default, and the table of both is written down.

use crate::town::Town;
use axum::http::StatusCode;
use office::App;
use rights::Role;
use std::fmt::Write;

/// The table that is kept in `docs/rights.txt`.
fn table(app: &App, rules: &[office::RouteRule]) -> String {
    let mut text = String::from("# Every route, the act it needs, and who may. Made by the test `the_table_of_rights_is_written_down`.\n\n");
    let roles: Vec<&str> = Role::ALL.iter().map(|role| role.word()).collect();
    writeln!(text, "{:<44} {:<16} nobody {}", "route", "act", roles.join(" ")).unwrap();
    for rule in rules {
        let may = |role: Option<Role>| if app.pack.rules.role_may(role, rule.act) { "yes" } else { "-" };
        let cells: Vec<String> =
            Role::ALL.iter().map(|role| format!("{:<width$}", may(Some(*role)), width = role.word().len())).collect();
        let route = format!("{} {}", rule.method, rule.path);
        writeln!(text, "{}", format!("{route:<44} {:<16} {:<6} {}", rule.act.word(), may(None), cells.join(" ")).trim_end()).unwrap();
    }
    text
}

#[tokio::test]
async fn the_table_of_rights_is_written_down() {
    let town = Town::empty(db::testing::sqlite().await).await;
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/rights.txt");
    let table = table(&town.app, &throughline::routes::all(&town.app).table());
    if std::env::var("UPDATE").is_ok() {
        std::fs::write(file, &table).unwrap();
    }
    assert_eq!(std::fs::read_to_string(file).unwrap_or_default(), table, "run again with UPDATE=1 and look at the diff");
}

db::both_engines!(a_role_without_the_right_is_answered_as_if_there_were_nothing, |fresh| async {
    let town = Town::empty(fresh).await;
    let nowhere = "00000000000000000000000000000000";
    for role in Role::ALL {
        let visitor = town.visitor(*role, "employment-service", None).await;
        let unknown = visitor.opens("/there-is-no-such-page").await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
        for rule in throughline::routes::all(&town.app).table() {
            let path = rule.path.split('/').map(|part| if part.starts_with('{') { nowhere } else { part }).collect::<Vec<_>>().join("/");
            let answer = if rule.method == "GET" { visitor.opens(&path).await } else if town.app.role_may(*role, rule.act) { continue } else { visitor.sends(&path, "").await };
            if !town.app.role_may(*role, rule.act) {
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{} {} {path}", role.word(), rule.method);
                let page = |answer: &crate::town::Answer, path: &str| answer.body.replace(path, "").replace(" aria-current=\"page\"", "");
                assert_eq!(page(&answer, &path), page(&unknown, "/there-is-no-such-page"), "{} {path}", role.word());
            }
            assert_ne!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{} {path}", role.word());
        }
    }
});

db::both_engines!(nobody_signed_in_is_sent_to_sign_in, |fresh| async {
    let town = Town::empty(fresh).await;
    for rule in throughline::routes::all(&town.app).table().into_iter().filter(|rule| !town.app.pack.rules.role_may(None, rule.act)) {
        let answer = town.ask(rule.method, &rule.path.replace(['{', '}'], ""), None, (rule.method == "POST").then_some("")).await;
        match rule.method {
            "GET" => assert_eq!(answer.location.as_deref(), Some("/sign-in"), "{}", rule.path),
            _ => assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}", rule.path),
        }
    }
});

db::both_engines!(a_request_from_another_site_is_refused, |fresh| async {
    use tower::ServiceExt;
    let town = Town::empty(fresh).await;
    let request = axum::http::Request::builder().method("POST").uri("/sign-out").header("host", "localhost")
        .header("sec-fetch-site", "cross-site").header("origin", "https://elsewhere.example").body(axum::body::Body::empty()).unwrap();
    assert_eq!(town.service.clone().oneshot(request).await.unwrap().status(), StatusCode::FORBIDDEN);
});

db::both_engines!(every_statement_of_the_program_is_understood, |fresh| async {
    let all = [history::statements(), office::statements(), exchange::statements(), casework::statements(), people::statements(), desk::statements()];
    for (name, statement) in all.concat() {
        fresh.db.prepare(statement).await.unwrap_or_else(|e| panic!("{name}: {e}"));
    }
});
