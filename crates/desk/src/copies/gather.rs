//! Reading everything that is kept about somebody.

use super::parts::{Item, Section, Value};
use super::redact::redact;
use crate::erasures;
use crate::looked::lines_about;
use casework::meetings;
use db::Tx;
use history::{entries, flags};
use office::organisations::Titles;
use office::single_sign_on;
use office::users::{self, User};
use office::{App, Problem, sessions};
use people::relations::Opened;
use people::{breaches, consents, decisions, links, records, relations, releases, requests, search, teams, watching};
use rights::{Permit, Role};
use std::collections::HashMap;
use web::Shell;
use words::{EntryKind, Id};

/// Whoever a copy is of, and what is needed to say who did something.
struct About<'a> {
    app: &'a App,
    shell: &'a Shell,
    permit: &'a Permit,
    titles: Titles,
    users: Vec<User>,
    client: Id,
    /// The client and those that became it.
    clients: Vec<Id>,
    /// Whose each record is.
    records: HashMap<Id, String>,
}

impl About<'_> {
    /// Whoever did something: the person themselves, somebody who works here, or the program.
    fn by(&self, user: Id) -> Value {
        match self.users.iter().find(|one| one.who.user == user) {
            Some(one) if one.who.role == Role::Jobseeker => Value::Word("copy-by-{}", "oneself".to_owned()),
            Some(one) => Value::Staff(one.who.role.word(), self.titles.title(&one.who.organisation).to_owned()),
            None => Value::Word("copy-by-{}", "program".to_owned()),
        }
    }

    fn organisation(&self, id: &str) -> Value {
        Value::Exact(self.titles.title(id).to_owned())
    }

    fn ids(&self) -> Vec<Id> {
        let mut ids: Vec<Id> = self.records.keys().copied().collect();
        ids.sort_unstable();
        ids
    }
}

/// Everything, in sections; other people's names are taken out.
pub(super) async fn gather(app: &App, shell: &Shell, opened: &mut Opened) -> Result<Vec<Section>, Problem> {
    let (tx, permit) = (&mut opened.tx, &opened.permit);
    let titles = Titles::load(tx).await?.for_reader(permit, shell);
    let (_, clients) = links::clients_of(tx, opened.client).await?;
    let records = links::members(tx, permit, &[opened.client]).await?.into_iter().map(|one| (one.record, one.organisation)).collect();
    let users = users::list(tx).await?;
    let about = About { app, shell, permit, titles, users, client: opened.client, clients, records };
    let (history, workers) = history(tx, &about).await?;
    let mut sections = vec![
        identity(tx, &about).await?, history, linked(tx, &about).await?, decided(tx, &about).await?, related(tx, &about).await?,
        met(tx, &about).await?,
        consented(tx, &about).await?, requested(tx, &about).await?, released(tx, &about).await?, breached(tx, &about).await?,
        erased(tx, &about).await?,
        emergencies(tx, &about).await?, looked(tx, &about).await?,
        wrong(tx, &about).await?, marks(tx, &about).await?, account(tx, &about).await?,
    ];
    take_names_out(tx, &about, workers, &mut sections).await?;
    Ok(sections)
}

async fn identity(tx: &mut Tx, about: &About<'_>) -> Result<Section, Problem> {
    let versions = records::of_records(tx, about.permit, &about.ids(), about.app.clock.now()).await?;
    let items = versions.iter().map(|version| {
        let item = Item::default()
            .with("copy-organisation", about.organisation(&version.organisation))
            .exact("copy-key", &version.source_key)
            .exact("copy-version", &version.version.to_string())
            .with("copy-true-on", Value::Day(version.observed))
            .moment("copy-received", version.received_at);
        let fields = records::FIELDS.iter().filter_map(|field| Some((field, version.said.get(field)?)));
        fields.fold(item, |item, (field, value)| item.said("field-{}", field, Value::Exact(value.to_owned())))
    });
    Ok(Section { word: "identity", items: items.collect() })
}

/// What happened, and the names of those who wrote it.
async fn history(tx: &mut Tx, about: &About<'_>) -> Result<(Section, Vec<(String, String)>), Problem> {
    let subjects: Vec<Id> = about.ids().into_iter().chain(about.clients.iter().copied()).collect();
    let mut all = entries::of_subjects(tx, about.permit, &subjects, about.app.clock.now()).await?;
    all.sort_by_key(|entry| std::cmp::Reverse((entry.from, entry.recorded_at, entry.id)));
    let mut workers = Vec::new();
    let mut items = Vec::new();
    for entry in &all {
        if let Some(worker) = &entry.worker {
            workers.push((worker.clone(), entry.organisation.clone()));
        }
        let mut item = Item::default()
            .exact("copy-number", &entry.id.to_string())
            .ours("copy-kind", "entry-kind-{}", entry.kind.word())
            .with("copy-from", Value::Day(entry.from))
            .with_some("copy-to", entry.to.map(Value::Day))
            .with("copy-organisation", about.organisation(&entry.organisation))
            .free("copy-text", &entry.body);
        let told = casework::told(about.shell, &about.app.pack, entry);
        for said in told.iter().flatten() {
            item = item.in_words(said);
        }
        // What links say beside their text are numbers of files, which may be another person's.
        for (name, value) in entry.details.iter().filter(|(name, _)| told.is_none() && (entry.kind != EntryKind::Link || name.as_str() == "what")) {
            item = item.said("entry-detail-{}", name, Value::Free(value.clone()));
        }
        item = item
            .moment("copy-recorded", entry.recorded_at)
            .with_some("copy-by", entry.author.map(|author| about.by(author)))
            .exact("copy-level", &entry.sensitivity.level().to_string())
            .exact("copy-corrects", &entry.corrects.map(|id| id.to_string()).unwrap_or_default())
            .exact("copy-source", entry.source.as_ref().map_or("", |source| &source.key));
        items.push(item);
    }
    Ok((Section { word: "history", items }, workers))
}

async fn linked(tx: &mut Tx, about: &About<'_>) -> Result<Section, Problem> {
    let all = links::links_of(tx, about.permit, &about.clients, about.app.clock.now()).await?;
    let item = |link: &links::Link| {
        let organisation = about.records.get(&link.record).map_or("", String::as_str);
        Item::default()
            .with("copy-organisation", about.organisation(organisation))
            .moment("copy-linked", link.decided_at)
            .exact("copy-bits", &link.bits.map(|bits| format!("{bits:.1}")).unwrap_or_default())
            .with("copy-by", link.author.map_or(Value::Word("copy-by-{}", "program".to_owned()), |author| about.by(author)))
    };
    Ok(Section { word: "links", items: all.iter().map(item).collect() })
}

async fn decided(tx: &mut Tx, about: &About<'_>) -> Result<Section, Problem> {
    let ids = about.ids();
    let mut items = Vec::new();
    for decision in decisions::about(tx, about.permit, &ids).await? {
        // Of a decision that is about another person's record too, the words may be about that person.
        let concerns = decisions::records_of(tx, about.permit, decision.id).await?;
        let own = concerns.iter().all(|record| about.records.contains_key(record));
        let item = Item::default()
            .ours("copy-decision", "copy-decision-{}", decision.kind.word())
            .moment("copy-decided", decision.decided_at)
            .with("copy-by", about.by(decision.author))
            .with_some("copy-second", decision.second.map(|second| about.by(second)))
            .free("copy-reason", if own { &decision.reason } else { "" })
            .with_some("copy-taken-back", decision.gone.map(|(at, _)| Value::Moment(at)));
        items.push(item);
    }
    Ok(Section { word: "decisions", items })
}

async fn related(tx: &mut Tx, about: &About<'_>) -> Result<Section, Problem> {
    let all = relations::assignments_of(tx, about.permit, &about.ids()).await?;
    let item = |one: &relations::Assignment| {
        Item::default().with("copy-counsellor", about.by(one.user)).moment("copy-since", one.from).with_some("copy-until", one.until.map(Value::Moment))
    };
    let team = teams::of_clients(tx, about.permit, &[about.client]).await?;
    let seat = |one: &teams::Seat| {
        let until = one.ended.map(|(at, _)| Value::Moment(at)).or(one.until.map(Value::Day));
        Item::default()
            .with("copy-team", about.by(one.user))
            .with("copy-organisation", about.organisation(&one.organisation))
            .free("copy-part", &one.part)
            .with("copy-since", Value::Day(one.from))
            .with_some("copy-until", until)
            .moment("copy-recorded", one.put_at)
            .with("copy-by", about.by(one.author))
            .with_some("copy-ended-by", one.ended.map(|(_, by)| about.by(by)))
    };
    let items = all.iter().map(item).chain(team.iter().map(|(_, one)| seat(one))).collect();
    Ok(Section { word: "relations", items })
}

/// When somebody was and is to be met; what was said stands in the history.
async fn met(tx: &mut Tx, about: &About<'_>) -> Result<Section, Problem> {
    let all = meetings::of_clients(tx, about.permit, &[about.client]).await?;
    let item = |one: &meetings::Meeting| {
        // Of one that was held, how it was; of another, how it is planned.
        let was = one.ended.as_ref().filter(|ended| ended.held_on.is_some());
        let when = was.and_then(|ended| ended.held_on).map_or(Value::Moment(one.starts_at), Value::Day);
        let minutes = was.map_or(Some(one.minutes), |ended| ended.minutes).map(|minutes| minutes.to_string());
        Item::default()
            .with("copy-begins", when)
            .exact("copy-minutes", &minutes.unwrap_or_default())
            .ours("copy-held-how", "meeting-channel-{}", was.and_then(|ended| ended.channel).unwrap_or(one.channel).word())
            .with("copy-held-by", about.by(one.user))
            .with("copy-organisation", about.organisation(&one.organisation))
            .moment("copy-recorded", one.put_at)
            .with("copy-by", about.by(one.author))
            .ours("copy-what-came", "meeting-outcome-{}", one.ended.as_ref().map_or("", |ended| ended.outcome.word()))
    };
    Ok(Section { word: "meetings", items: all.iter().map(|(_, one)| item(one)).collect() })
}

async fn consented(tx: &mut Tx, about: &About<'_>) -> Result<Section, Problem> {
    let all = consents::of_clients(tx, about.permit, &[about.client]).await?;
    let item = |said: &consents::Said| {
        Item::default()
            .ours("copy-said", "copy-said-{}", said.says.word())
            .ours("copy-kind", "sharing-kind-{}", said.kind.word())
            .with("copy-organisation", about.organisation(&said.organisation))
            .moment("copy-when", said.said_at)
            .with_some("copy-until", said.ends_at.map(Value::Moment))
            .ours("copy-how", "sharing-channel-{}", said.channel.word())
            .moment("copy-recorded", said.recorded_at)
            .with("copy-by", about.by(said.recorded_by))
    };
    Ok(Section { word: "consents", items: all.iter().map(|(_, said)| item(said)).collect() })
}

async fn requested(tx: &mut Tx, about: &About<'_>) -> Result<Section, Problem> {
    let all = requests::of_clients(tx, about.permit, &[about.client]).await?;
    let item = |request: &requests::Request| {
        let closed = request.closed();
        Item::default()
            .exact("copy-number", &request.about.map(|entry| entry.to_string()).unwrap_or_default())
            .ours("copy-asked", "request-kind-{}", request.kind.word())
            .with("copy-when", Value::Day(request.received))
            .ours("copy-how", "sharing-channel-{}", request.channel.word())
            .free("copy-text", &request.says)
            .with("copy-due", Value::Day(request.due()))
            .free("copy-put-off", request.put_off().map_or("", |step| &step.told))
            .ours("copy-outcome", "request-outcome-{}", closed.and_then(|step| step.outcome).map_or("", requests::Outcome::word))
            .with_some("copy-answered", closed.map(|step| Value::Moment(step.at)))
            .free("copy-answer", closed.map_or("", |step| &step.told))
    };
    Ok(Section { word: "requests", items: all.iter().map(|(_, request)| item(request)).collect() })
}

/// What others asked to read for a time, what they were told, and what they read.
async fn released(tx: &mut Tx, about: &About<'_>) -> Result<Section, Problem> {
    let all = releases::of_clients(tx, about.permit, &[about.client]).await?;
    let kinds = |item: Item, holds: &releases::Holds| holds.kinds.iter().fold(item, |item, kind| item.ours("copy-kind", "sharing-kind-{}", kind.word()));
    let mut items = Vec::new();
    for (_, release) in &all {
        let item = Item::default()
            .moment("copy-when", release.asked_at)
            .with("copy-by", about.by(release.asked_by))
            .with("copy-organisation", about.organisation(&release.organisation))
            .with_some("copy-guest", release.guest.map(|guest| about.by(guest)))
            .ours("copy-purpose", "purpose-{}", release.purpose.word())
            .free("copy-reason", &release.says)
            .with("copy-until", Value::Day(release.asked.until))
            .with("copy-due", Value::Day(release.due));
        items.push(kinds(item, &release.asked));
        for step in &release.steps {
            let item = Item::default()
                .ours("copy-outcome", "copy-release-{}", step.done.word())
                .moment("copy-answered", step.at)
                .with("copy-by", about.by(step.author))
                .free("copy-answer", &step.told)
                .with_some("copy-until", step.holds.as_ref().map(|holds| Value::Day(holds.until)));
            items.push(match &step.holds {
                Some(holds) => kinds(item, holds),
                None => item,
            });
        }
    }
    Ok(Section { word: "releases", items })
}

async fn breached(tx: &mut Tx, about: &About<'_>) -> Result<Section, Problem> {
    let (lines, _) = lines_about(tx, about.app, about.permit, about.client).await?;
    let all = breaches::told_about(tx, about.permit, &lines).await?;
    let item = |breach: &breaches::Breach| {
        Item::default()
            .moment("copy-noticed", breach.noticed)
            .moment("copy-from", breach.from)
            .moment("copy-to", breach.to)
            .with_some("copy-answered", breach.last(breaches::Done::PeopleTold).map(|step| Value::Moment(step.done_at.unwrap_or(step.at))))
            .free("copy-text", breach.notice(about.shell.language.tag).map_or("", |notice| &notice.text))
    };
    Ok(Section { word: "breaches", items: all.iter().map(item).collect() })
}

/// Whether somebody wished to erase them, or a law holds it up.
async fn erased(tx: &mut Tx, about: &About<'_>) -> Result<Section, Problem> {
    let wishes = erasures::of_client(tx, about.permit, &about.clients).await?;
    let holds = erasures::holds(tx, about.permit, &about.ids()).await?;
    let wish = |one: &erasures::Erasure| {
        let came = one.people.first().and_then(|(_, step)| step.as_ref());
        Item::default()
            .ours("copy-reason", "erasure-why-{}", one.why.word())
            .moment("copy-when", one.wished_at)
            .with("copy-by", about.by(one.wished_by))
            .ours("copy-outcome", "erasure-outcome-{}", came.map_or("", |step| step.outcome.word()))
            .with_some("copy-answered", came.map(|step| Value::Moment(step.at)))
    };
    let hold = |one: &erasures::Hold| {
        Item::default()
            .ours("copy-what", "copy-{}", "hold")
            .free("copy-text", &one.says)
            .moment("copy-from", one.set_at)
            .with("copy-by", about.by(one.set_by))
            .with_some("copy-until", one.ended.map(|(_, at)| Value::Moment(at)))
    };
    Ok(Section { word: "erasures", items: wishes.iter().map(wish).chain(holds.iter().map(hold)).collect() })
}

async fn emergencies(tx: &mut Tx, about: &About<'_>) -> Result<Section, Problem> {
    let all = relations::emergencies_about(tx, about.permit, &about.clients).await?;
    let item = |one: &relations::Emergency| {
        let review = one.review.as_ref();
        Item::default()
            .with("copy-by", about.by(one.user))
            .moment("copy-when", one.opened_at)
            .moment("copy-until", one.ends_at)
            .free("copy-reason", &one.reason)
            .ours("copy-outcome", "copy-review-{}", review.map_or("", |review| &review.outcome))
            .with_some("copy-answered", review.map(|review| Value::Moment(review.at)))
            .free("copy-answer", review.map_or("", |review| &review.note))
    };
    Ok(Section { word: "emergencies", items: all.iter().map(item).collect() })
}

/// Who looked, by name, as the page of the same name shows it.
async fn looked(tx: &mut Tx, about: &About<'_>) -> Result<Section, Problem> {
    let (lines, _) = lines_about(tx, about.app, about.permit, about.client).await?;
    let item = |line: &history::access::Line| {
        let refused = line.outcome.strip_prefix("refused: ");
        Item::default()
            .moment("copy-when", line.at)
            .with("copy-who", if line.user_name.is_empty() { about.by(line.user) } else { Value::Exact(line.user_name.clone()) })
            .with("copy-organisation", about.organisation(&line.organisation))
            .ours("copy-what", "act-{}", &line.act)
            .free("copy-parts", &line.parts)
            .ours("copy-purpose", "purpose-{}", &line.purpose)
            .ours("copy-ground", "ground-{}", &line.ground)
            .ours("copy-outcome", "copy-access-{}", if refused.is_some() { "refused" } else { "granted" })
            .exact("copy-rule", refused.unwrap_or_default())
    };
    Ok(Section { word: "looked", items: lines.iter().map(item).collect() })
}

async fn wrong(tx: &mut Tx, about: &About<'_>) -> Result<Section, Problem> {
    let said = flags::on_lines(tx, about.permit, &about.clients).await?;
    let item = |flag: &flags::Flag| {
        let closed = flag.closed.as_ref();
        Item::default()
            .moment("copy-when", flag.raised_at)
            .free("copy-text", &flag.says)
            .ours("copy-outcome", "flag-outcome-{}", closed.map_or("", |(outcome, _)| outcome.word()))
            .with_some("copy-answered", closed.map(|(_, step)| Value::Moment(step.at)))
            .free("copy-answer", closed.map_or("", |(_, step)| &step.told))
    };
    Ok(Section { word: "wrong", items: said.iter().map(|(_, flag)| item(flag)).collect() })
}

async fn marks(tx: &mut Tx, about: &About<'_>) -> Result<Section, Problem> {
    let all = watching::marks_of(tx, about.permit, &about.clients).await?;
    let items = all.iter().map(|(at, reason)| Item::default().moment("copy-since", *at).free("copy-reason", reason));
    Ok(Section { word: "marks", items: items.collect() })
}

async fn account(tx: &mut Tx, about: &About<'_>) -> Result<Section, Problem> {
    let mut items = Vec::new();
    let own = |user: &&User| user.record.is_some_and(|record| about.records.contains_key(&record));
    for user in about.users.iter().filter(own) {
        items.push(Item::default().exact("copy-sign-in", &user.sign_in).exact("copy-name", &user.who.name).exact("copy-language", &user.language));
        for session in sessions::list_of(tx, about.app, user.who.user).await? {
            let item = Item::default().moment("copy-since", session.created_at).moment("copy-last-used", session.seen_at);
            items.push(item.exact("copy-device", &session.device).exact("copy-address", &session.source));
        }
        for known in single_sign_on::of_user(tx, user.who.user).await? {
            items.push(Item::default().exact("copy-provider", &known.issuer).exact("copy-provider-name", &known.subject).moment("copy-since", known.made_at));
        }
    }
    Ok(Section { word: "account", items })
}

/// Takes the names of whoever works here, and of other people we serve, out of what was written.
async fn take_names_out(tx: &mut Tx, about: &About<'_>, workers: Vec<(String, String)>, sections: &mut [Section]) -> Result<(), Problem> {
    let several = |name: &str| name.split_whitespace().count() > 1;
    let instead = |what: &str| format!("[{what}]");
    let mut names: Vec<(String, String)> = Vec::new();
    for user in about.users.iter().filter(|user| user.who.role != Role::Jobseeker && several(&user.who.name)) {
        names.push((user.who.name.clone(), instead(&about.by(user.who.user).shown(about.shell))));
    }
    for (worker, organisation) in workers.into_iter().filter(|(worker, _)| several(worker)) {
        names.push((worker, instead(&about.shell.with("copy-worker", about.titles.title(&organisation)))));
    }
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    names.dedup_by(|a, b| a.0 == b.0);
    let texts = || sections.iter().flat_map(|section| &section.items).flat_map(|item| &item.0).map(|field| &field.value);
    let free: Vec<&str> = texts().filter_map(|value| if let Value::Free(text) = value { Some(text.as_str()) } else { None }).collect();
    let others = search::others_named(tx, about.permit, &free, about.client).await?;
    let another = instead(&about.shell.say("copy-another-person"));
    names.extend(others.into_iter().map(|name| (name, another.clone())));
    for field in sections.iter_mut().flat_map(|section| &mut section.items).flat_map(|item| &mut item.0) {
        if let Value::Free(text) = &mut field.value {
            *text = redact(text, &names);
        }
    }
    Ok(())
}
