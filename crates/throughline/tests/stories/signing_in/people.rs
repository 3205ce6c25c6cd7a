//! People who sign in, and the phone that shows them codes.

use crate::town::{Answer, Town};
use db::Sql;
use office::policies;
use office::users::{self, User};
use rights::{Role, Who};
use totp_rs::{Builder, Secret};
use words::Id;

pub const SECRET: &str = "three+green+geese+on+ice";
pub const ANOTHER: &str = "four+blue+ducks+in+rain";

/// Somebody with a password, at the employment service, who has acknowledged the rules for use if they work there.
pub async fn user(town: &Town, sign_in: &str, role: Role) -> Id {
    let id = newcomer(town, sign_in, role).await;
    if role != Role::Jobseeker {
        let mut tx = town.app.db.write().await.unwrap();
        policies::acknowledge(&mut tx, &town.app, id, "en").await.unwrap();
        tx.commit().await.unwrap();
    }
    id
}

/// The same who has acknowledged nothing yet.
pub async fn newcomer(town: &Town, sign_in: &str, role: Role) -> Id {
    let app = &town.app;
    let who = Who { user: app.clock.id(), name: format!("Somebody called {sign_in}"), role, organisation: "employment-service".into(), client: None };
    let id = who.user;
    let user = User { who, record: None, sign_in: sign_in.into(), language: "en".into() };
    let mut tx = app.db.write().await.unwrap();
    users::add(&mut tx, &user, users::hash_password(&SECRET.replace('+', " ")), app.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// They show their password.
pub async fn come_in(town: &Town, sign_in: &str) -> Answer {
    town.ask("POST", "/sign-in", None, Some(&format!("sign_in={sign_in}&password={SECRET}"))).await
}

/// They read the rules for use and press the button.
pub async fn acknowledges(town: &Town, cookie: &str) -> Answer {
    let page = town.ask("GET", "/sign-in/policy", Some(cookie), None).await;
    let version: String = page.body.split("name=\"version\" value=\"").nth(1).expect("a version").chars().take_while(char::is_ascii_digit).collect();
    town.ask("POST", "/sign-in/policy", Some(cookie), Some(&format!("version={version}"))).await
}

/// The other device.
pub struct Phone {
    typed: String,
}

impl Phone {
    /// The phone is told the secret that stands on a page.
    pub fn reads(page: &str) -> Phone {
        let (_, rest) = page.split_once("tl-mono tl-breaks\" dir=\"ltr\">").expect("a secret to type");
        Phone { typed: rest.chars().take_while(|c| *c != '<').filter(|c| *c != ' ').collect() }
    }

    /// What it shows now.
    pub fn shows(&self, town: &Town) -> String {
        let secret = Secret::try_from_base32(&self.typed).unwrap();
        let totp = Builder::new().with_secret(secret).build().unwrap();
        totp.generate(u64::try_from(town.app.clock.now().micros() / 1_000_000).unwrap()).to_string()
    }

    /// Sets the second factor up for somebody who has shown their password; gives the recovery codes.
    pub async fn set_up(town: &Town, half: &Answer) -> (Phone, Vec<String>) {
        let page = town.ask("GET", "/sign-in/second-factor", Some(&half.kept()), None).await;
        let phone = Phone::reads(&page.body);
        let done = town.ask("POST", "/sign-in/second-factor", Some(&half.kept()), Some(&format!("code={}", phone.shows(town)))).await;
        let codes: Vec<String> = done.body.split("<li><bdi class=\"tl-mono\" dir=\"ltr\">").skip(1).map(|rest| rest[..14].to_owned()).collect();
        assert_eq!(codes.len(), 10, "{}", done.body);
        (phone, codes)
    }

    /// Whether what the database keeps holds the secret as it is.
    pub async fn stands_in_the_database(&self, town: &Town) -> bool {
        const SEALED: Sql = Sql::both("select secret from second_factor");
        let secret = Secret::try_from_base32(&self.typed).unwrap();
        let rows = town.app.db.read().await.unwrap().all(&SEALED, vec![]).await.unwrap();
        assert_eq!(rows.len(), 1);
        rows[0].bytes("secret").unwrap().windows(8).any(|part| secret.as_ref().windows(8).any(|known| known == part))
    }
}
