//! The people of the crawl and everything that is known of them, planted through the product's own doors: feeds and forms.

use super::canaries::{Canaries, NOBODY, Text, What};
use super::forms::in_form;
use super::matrix::{ES, MUN, CLINIC, NGO};
use crate::town::{Town, Visitor};
use db::Sql;
use std::collections::BTreeMap;
use std::fmt::Write;
use words::{EntryKind, Id};

/// Somebody we serve: who keeps a record of them. A twin shares date and home with another, and
/// nearly the first name, so that linkage is in doubt.
pub struct Person {
    pub name: &'static str,
    pub known_to: &'static [&'static str],
    pub twin_of: Option<&'static str>,
}

const fn person(name: &'static str, known_to: &'static [&'static str]) -> Person {
    Person { name, known_to, twin_of: None }
}

pub const CAST: &[Person] = &[
    person("anna", &[ES, MUN, CLINIC, NGO]),
    person("boris", &[ES, NGO]),
    person("celia", &[MUN, CLINIC]),
    person("dora", &[ES, MUN]), // protected
    person("egon", &[ES, NGO]), // opened in an emergency
    person("fina", &[ES, MUN, CLINIC]), // the municipality's record is withdrawn
    person("gita", &[MUN]), // all that was known is withdrawn
    person("hugo", &[ES]),
    Person { name: "hela", known_to: &[MUN], twin_of: Some("hugo") },
    person("ivan", &[CLINIC]),
    person("jola", &[ES, CLINIC]),
    person("kira", &[ES, NGO]),
    person("lars", &[ES, MUN]),
];

/// What the records say that nobody has alone.
const SHARED: &str = "12,10001";

/// Sends the files of every organisation: who they know, and what happened, with one correction of each person's assessment.
pub async fn deliver(town: &Town, canaries: &mut Canaries) -> BTreeMap<(&'static str, &'static str), String> {
    let mut keys = BTreeMap::new();
    for organisation in [ES, MUN, CLINIC, NGO] {
        let mut people = String::from("id,given,family,born,number,phone,email,street,house,postcode,city\n");
        let (mut entries, mut later) = (String::from(ENTRY_COLUMNS), String::from(ENTRY_COLUMNS));
        for person in CAST.iter().filter(|person| person.known_to.contains(&organisation)) {
            let key = canaries.word(person.name, What::Key(organisation), "key");
            let email = canaries.word(person.name, What::Contact, organisation);
            writeln!(people, "{key},{},{email}@example.org,{}", named(canaries, person), at_home(canaries, person)).unwrap();
            for kind in EntryKind::ALL.iter().filter(|kind| **kind != EntryKind::Link) {
                let entry = entry(canaries, person.name, organisation, *kind, &key);
                writeln!(entries, "{entry}").unwrap();
                if *kind == EntryKind::Assessment {
                    let before = canaries.word(person.name, What::Says(*kind, organisation), "text");
                    let after = canaries.word(person.name, What::Says(*kind, organisation), "corrected");
                    writeln!(later, "{}", entry.replace(&before, &after)).unwrap();
                }
            }
            keys.insert((person.name, organisation), key);
        }
        if organisation == MUN {
            let (row, text) = (canaries.word(NOBODY, What::Row, "date"), canaries.word(NOBODY, What::RowText, "text"));
            writeln!(entries, "row-1,{},meeting,{row},,{text},,,,", keys[&("celia", MUN)]).unwrap();
            let row = canaries.word(NOBODY, What::Row, "name");
            writeln!(people, "row-2,{row},{row},31.31.1980,,,,,,,").unwrap();
        }
        take(town, organisation, "people", &people).await;
        take(town, organisation, "entries", &entries).await;
        take(town, organisation, "entries", &later).await;
    }
    throughline::import::link(&town.app).await.unwrap();
    keys
}

/// Name, date, number and telephone: the same at everybody who knows them.
fn named(canaries: &mut Canaries, person: &Person) -> String {
    let own = person.twin_of.unwrap_or(person.name);
    let [given, family] = ["given", "family"].map(|part| match person.twin_of {
        // Like the other's, but for a letter.
        Some(other) if part == "given" => {
            let like = format!("{}x", &known(canaries, other, What::Name, part)[..9]);
            canaries.plant(person.name, What::Name, part, &like)
        }
        _ => known(canaries, person.name, What::Name, part),
    });
    let born = known(canaries, own, What::Birth, "born");
    let [number, phone] = [(What::Number, "number"), (What::Contact, "phone")].map(|(what, mark)| known(canaries, person.name, what, mark));
    format!("{given},{family},{born},{number},{phone}")
}

fn at_home(canaries: &mut Canaries, person: &Person) -> String {
    let own = person.twin_of.unwrap_or(person.name);
    format!("{},{SHARED},{}", known(canaries, own, What::Contact, "street"), known(canaries, own, What::City, "city"))
}

/// What was planted before, or is now.
fn known(canaries: &mut Canaries, person: &'static str, what: What, mark: &str) -> String {
    if let Some(value) = canaries.again(person, what, mark) {
        return value;
    }
    match (what, mark) {
        (What::Birth, _) => canaries.birth_date(person),
        (What::Number, _) => canaries.digits(person, what, mark, 10),
        (What::Contact, "phone") => canaries.digits(person, what, mark, 11),
        _ => canaries.word(person, what, mark),
    }
}

const ENTRY_COLUMNS: &str = "id,person,kind,from,to,text,worker,status,outcome,conclusion\n";

fn entry(canaries: &mut Canaries, person: &'static str, organisation: &'static str, kind: EntryKind, key: &str) -> String {
    let id = canaries.word(person, What::By(kind, organisation), "key");
    let worker = canaries.word(person, What::By(kind, organisation), "worker");
    let text = canaries.word(person, What::Says(kind, organisation), "text");
    let outcome = canaries.word(person, What::Says(kind, organisation), "outcome");
    let conclusion = canaries.word(person, What::Conclusion(kind, organisation), "conclusion");
    let status = if kind == EntryKind::Status { "unemployed" } else { "" };
    format!("{id},{key},{},2026-02-03,,{text},{worker},{status},{outcome},{conclusion}", kind.word())
}

/// Takes one file in, under a feed that says what its columns are.
async fn take(town: &Town, organisation: &str, says: &str, text: &str) {
    let fields = if says == "people" {
        "given_name = \"given\"\nfamily_name = \"family\"\nbirth_date = \"born\"\nnational_id = \"number\"\nphone = \"phone\"\nemail = \"email\"\n\
         street = \"street\"\nhouse = \"house\"\npostcode = \"postcode\"\ncity = \"city\"\n"
    } else {
        "kind = \"kind\"\nfrom = \"from\"\nto = \"to\"\ntext = \"text\"\nworker = \"worker\"\nstatus = \"status\"\noutcome = \"outcome\"\nconclusion = \"conclusion\"\n"
    };
    let person = if says == "people" { "" } else { "person = [\"person\"]\n" };
    let config = format!(
        "name = \"crawl-{organisation}-{says}\"\ntitle = \"Crawl\"\norganisation = \"{organisation}\"\nsays = \"{says}\"\nfile = \"{says}.csv\"\n\
         kind = \"csv\"\nkey = [\"id\"]\n{person}[fields]\n{fields}"
    );
    let permit = town.permit(rights::Act::RunFeed).await;
    let mut tx = town.app.db.write().await.unwrap();
    exchange::feeds::save(&mut tx, &permit, &config, None, town.app.clock.now()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let path = town.files.path().join(format!("crawl-{organisation}-{says}.csv"));
    std::fs::write(&path, text).unwrap();
    let run = throughline::import::take(&town.app, &exchange::feeds::Config::read(&config).unwrap(), &path).await.unwrap();
    assert_eq!(run.state, "done", "{organisation} {says}: {}", run.reason);
}

/// What was done through forms before the crawl begins, with what was written into them.
pub struct Deeds<'a> {
    pub clients: &'a BTreeMap<&'static str, Id>,
    pub records: &'a BTreeMap<(&'static str, &'static str), Id>,
}

impl Deeds<'_> {
    /// Sends a form that is expected to do what it says.
    pub async fn sends(&self, visitor: &Visitor<'_>, path: &str, form: &str) {
        let answer = visitor.sends(path, form).await;
        assert!(answer.status.is_redirection(), "{path} {form}: {} {}", answer.status, answer.body);
    }

    fn file(&self, person: &str) -> String {
        format!("/clients/{}", self.clients[person])
    }

    pub async fn assign(&self, manager: &Visitor<'_>, counsellor: &Visitor<'_>, people: &[&str]) {
        for person in people {
            self.sends(manager, &format!("{}/counsellor", self.file(person)), &format!("counsellor={}", counsellor.user)).await;
        }
    }

    pub async fn cover(&self, manager: &Visitor<'_>, absent: &Visitor<'_>, colleague: &Visitor<'_>) {
        let form = format!("absent={}&colleague={}&from=2026-11-20&to=2026-12-20", absent.user, colleague.user);
        self.sends(manager, "/team/covers", &form).await;
    }

    pub async fn purpose(&self, counsellor: &Visitor<'_>, person: &str, purpose: &str) {
        self.sends(counsellor, &format!("{}/why", self.file(person)), &format!("purpose={purpose}")).await;
    }

    pub async fn emergency(&self, visitor: &Visitor<'_>, person: &'static str, canaries: &mut Canaries) {
        let reason = format!("Put out of the flat {} tonight", canaries.word(person, What::Text(Text::Emergency), ""));
        self.sends(visitor, &format!("{}/emergency", self.file(person)), &format!("reason={}", in_form(&reason))).await;
    }

    /// Hides dora's file for all but `named`, and asks a second person whether somebody else may be named too.
    pub async fn protect(&self, steward: &Visitor<'_>, [named, other]: [&Visitor<'_>; 2], canaries: &mut Canaries) {
        let (why, naming) = (canaries.word("dora", What::Text(Text::Protection), ""), canaries.word("dora", What::Text(Text::Naming), ""));
        let path = format!("{}/protection", self.file("dora"));
        self.sends(steward, &path, &format!("reader={}&reason={why}", named.user)).await;
        self.sends(steward, &path, &format!("reader={}&reader={}&reason={naming}", named.user, other.user)).await;
    }

    pub async fn withdraw(&self, steward: &Visitor<'_>, person: &'static str, organisation: &'static str, canaries: &mut Canaries) {
        let why = canaries.word(person, What::Text(Text::Withdrawal), organisation);
        self.sends(steward, &format!("/records/{}/withdraw", self.records[&(person, organisation)]), &format!("reason={why}")).await;
    }

    pub async fn dispute(&self, steward: &Visitor<'_>, person: &'static str, organisation: &'static str, canaries: &mut Canaries) {
        let why = canaries.word(person, What::Text(Text::Dispute), organisation);
        self.sends(steward, &format!("/records/{}/dispute", self.records[&(person, organisation)]), &format!("reason={why}")).await;
    }

    /// Asks a counsellor about the pair that linkage left open.
    pub async fn ask(&self, steward: &Visitor<'_>, counsellor: &Visitor<'_>, canaries: &mut Canaries) {
        let pair = steward.opens("/matches").await.link("/matches/");
        let why = canaries.word("hugo", What::Text(Text::Question), "");
        self.sends(steward, &pair, &format!("decision=ask&of={}&note={why}", counsellor.user)).await;
    }

    /// Somebody asks about their own data.
    pub async fn request(&self, herself: &Visitor<'_>, person: &'static str, canaries: &mut Canaries) {
        let says = canaries.word(person, What::Text(Text::Request), "");
        self.sends(herself, "/my-data/requests", &format!("kind=correction&says={says}")).await;
    }

    /// A partner asks to read housing and assessment; with `answers`, whoever leads the case releases housing.
    pub async fn release(&self, partner: &Visitor<'_>, person: &'static str, answers: Option<&Visitor<'_>>, canaries: &mut Canaries) {
        let says = canaries.word(person, What::Text(Text::Release), "");
        let form = format!("kind=housing&kind=assessment&purpose=placement&says={says}&until=2026-12-23");
        self.sends(partner, &format!("{}/releases", self.file(person)), &form).await;
        if let Some(counsellor) = answers {
            let one = counsellor.opens("/releases").await.link("/releases/");
            self.sends(counsellor, &one, "kind=housing&until=2026-12-10&told=&decision=approve").await;
        }
    }

    /// Whoever leads the case invites somebody to the person's housing.
    pub async fn guest(&self, counsellor: &Visitor<'_>, guest: &Visitor<'_>, person: &'static str, canaries: &mut Canaries) {
        let says = canaries.word(person, What::Text(Text::Invitation), "");
        let form = format!("guest={}&kind=housing&purpose=placement&says={says}&until=2026-12-23", guest.user);
        self.sends(counsellor, &format!("{}/guests", self.file(person)), &form).await;
    }

    /// Whoever leads the case puts somebody into its team.
    pub async fn team(&self, counsellor: &Visitor<'_>, member: &Visitor<'_>, person: &'static str, canaries: &mut Canaries) {
        let part = canaries.word(person, What::Text(Text::Part), "");
        self.sends(counsellor, &format!("{}/team", self.file(person)), &format!("member={}&part={part}&from=2026-11-23&until=", member.user)).await;
    }

    /// A meeting is planned, one is recorded whose note is read as usual, one whose note is kept close, and about another something is typed.
    pub async fn meetings(&self, counsellor: &Visitor<'_>, person: &'static str, canaries: &mut Canaries) {
        let meetings = format!("{}/meetings", self.file(person));
        self.sends(counsellor, &meetings, "next_on=2026-11-30&next_at=9:30&next_channel=office&next_minutes=30").await;
        let usual = canaries.word(person, What::Says(EntryKind::Meeting, ES), "written here");
        let close = canaries.word(person, What::Text(Text::Close), "");
        let typed = canaries.word(person, What::Text(Text::Draft), "");
        for (to, note, readers) in [("record", usual, "usual"), ("record", close, "narrow"), ("draft", typed, "usual")] {
            let page = counsellor.opens(&format!("{meetings}/record")).await.body;
            let id = page.split("name=\"id\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            let form = format!("id={id}&outcome=attended&on=2026-11-23&channel=office&basis=fact&note={note}&readers={readers}");
            self.sends(counsellor, &format!("{meetings}/{to}"), &form).await;
        }
    }

    /// An assessment is finished that says something about skills and something about health, and another one is begun.
    pub async fn assessment(&self, counsellor: &Visitor<'_>, person: &'static str, canaries: &mut Canaries) {
        let new = format!("{}/assessments/new", self.file(person));
        let usual = canaries.word(person, What::Says(EntryKind::Assessment, ES), "written here");
        let (shielded, follows) = (canaries.word(person, What::Text(Text::Shielded), ""), canaries.word(person, What::Text(Text::Follows), ""));
        for (dimension, says) in [
            ("skills", format!("own=strength&seen=fine&note={usual}")), ("expectations", "seen=small".to_owned()), ("job-search", "seen=serious&wish=yes".to_owned()),
            ("health", format!("own=serious&seen=small&note={shielded}&follows={follows}")),
        ] {
            self.sends(counsellor, &format!("{new}/{dimension}"), &says).await;
        }
        let page = counsellor.opens(&new).await.body;
        let id = page.split("name=\"id\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        self.sends(counsellor, &new, &format!("id={id}&goal=other-occupation&track=intensive&summary=")).await;
        let typed = canaries.word(person, What::Text(Text::Draft), "assessment");
        self.sends(counsellor, &format!("{new}/experience"), &format!("seen=fine&note={typed}")).await;
    }

    /// An agreement is offered and signed by the service, and another version of it is begun. It rests on the assessment.
    pub async fn agreement(&self, counsellor: &Visitor<'_>, person: &'static str, canaries: &mut Canaries) {
        let agreement = format!("{}/agreement", self.file(person));
        let page = counsellor.opens(&format!("{agreement}/draft")).await.body;
        let id = page.split("name=\"id\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let says = canaries.word(person, What::Says(EntryKind::Agreement, ES), "written here");
        let typed = canaries.word(person, What::Text(Text::Draft), "agreement");
        let whole = |after: u32, goal: &str| {
            format!(
                "id={id}&after={after}&summary=Work&review=2027-02-23&g1.text={goal}&g1.by=2027-02-01&s1.text=Come&s1.side=client&s1.by=2026-12-01\
                 &s2.text=Go&s2.side=provider&s2.owner=Jana&s2.by=2026-12-01"
            )
        };
        self.sends(counsellor, &format!("{agreement}/draft"), &format!("{}&do=offer", whole(0, &says))).await;
        self.sends(counsellor, &format!("{agreement}/sign"), &format!("agreement={id}&version=1&side=provider&how=screen")).await;
        let kept = counsellor.sends(&format!("{agreement}/draft"), &whole(1, &typed)).await;
        assert!(kept.body.contains(&typed), "{}", kept.body);
    }

    /// Everything the municipality was shown so far went astray: those opened in an emergency too.
    pub async fn breach(&self, officer: &Visitor<'_>) {
        let page = officer.opens("/breaches/new").await.body;
        let now = page.split("max=\"").nth(1).and_then(|rest| rest.get(..16)).unwrap();
        let form = format!("what=Lost&noticed={now}&from=2020-01-01T00:00&to={now}&user=&organisation={MUN}");
        self.sends(officer, "/breaches", &form).await;
    }

    /// The officer registers a contract with the clinic, and a manager signs the policy.
    pub async fn policies(&self, officer: &Visitor<'_>, manager: &Visitor<'_>) {
        let form = "kind=processor&organisation=clinic&title=Letters&signed_on=2026-01-01&ends_on=2026-12-01&covers=Printing&contact=Post+room";
        self.sends(officer, "/arrangements", form).await;
        self.sends(manager, "/policy/sign", "version=2").await;
    }

    /// Something is held by a law, and somebody is to be erased.
    pub async fn erasure(&self, officer: &Visitor<'_>, (held, goes): (&'static str, &'static str), canaries: &mut Canaries) {
        let says = canaries.word(held, What::Text(Text::Hold), "");
        self.sends(officer, &format!("/clients/{}/holds", self.clients[held]), &format!("says={says}")).await;
        self.sends(officer, &format!("/clients/{}/erasure", self.clients[goes]), "why=not-needed").await;
    }

    /// The whole log leaves as a file, and another time waits for a second person.
    pub async fn log_export(&self, officer: &Visitor<'_>, steward: &Visitor<'_>) {
        for _ in 0..2 {
            self.sends(officer, "/log-exports", "reason=check").await;
        }
        let one = steward.opens("/log-exports").await.link("/log-exports/");
        self.sends(steward, &one, "outcome=agree").await;
    }

    /// Somebody says that a look-up looks wrong, whoever looked is asked and answers.
    pub async fn wrong(&self, (herself, person): (&Visitor<'_>, &'static str), [looker, officer]: [&Visitor<'_>; 2], canaries: &mut Canaries) {
        let [wrong, asked, answered] = [Text::Wrong, Text::Asked, Text::Answered].map(|text| canaries.word(person, What::Text(text), ""));
        looker.opens(&self.file(person)).await;
        let line = herself.opens(&format!("{}/looked", self.file(person))).await.link(&format!("{}/looked/", self.file(person)));
        self.sends(herself, &line, &format!("says={wrong}")).await;
        let desk = officer.opens("/oversight?rule=looks-wrong").await.body;
        let flag = desk.split("href=\"/oversight/").filter_map(|part| part.get(..32)).find(|id| id.bytes().all(|byte| byte.is_ascii_hexdigit())).unwrap();
        self.sends(officer, &format!("/oversight/{flag}/ask"), &format!("question={asked}")).await;
        self.sends(looker, &format!("/asked/{flag}"), &format!("answer={answered}")).await;
    }

    pub async fn mark(&self, officer: &Visitor<'_>, person: &'static str, canaries: &mut Canaries) {
        let why = canaries.word(person, What::Text(Text::Mark), "");
        self.sends(officer, &format!("{}/well-known", self.file(person)), &format!("reason={why}")).await;
    }

    /// An administrator adds somebody who will never come in, and sees off somebody who has been there.
    pub async fn users(&self, administrator: &Visitor<'_>, leaver: &Visitor<'_>, canaries: &mut Canaries) {
        let sign_in = canaries.word(NOBODY, What::SignIn, "");
        let form = format!("sign_in={sign_in}&name=Somebody&role=partner&organisation={NGO}&new_organisation=");
        let answer = administrator.sends("/users/new", &form).await;
        assert!(answer.status.is_success(), "{} {}", answer.status, answer.body);
        self.sends(administrator, &format!("/users/{}/end", leaver.user), "").await;
    }
}

/// The clinic's name betrays that it is one.
pub async fn name_the_clinic(town: &Town, canaries: &mut Canaries) {
    const NAME: Sql = Sql::both("update organisation set sensitive = 1, title = $1 where organisation_id = 'clinic'");
    let title = canaries.word(NOBODY, What::Title, "");
    let mut tx = town.app.db.write().await.unwrap();
    tx.run(&NAME, vec![title.into()]).await.unwrap();
    tx.commit().await.unwrap();
}
