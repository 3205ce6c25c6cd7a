//! The panel: figures, each with its definition, its table and its file.

use super::figures::{Figure, Source};
use super::{sample_pages, store};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use office::organisations::Titles;
use office::{App, Problem, Routes, Visitor, see_other};
use rights::{Act, Permit};
use web::{Page, Shell, csv_file, csv_line};
use words::{Date, Time};

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/identity", Act::SeeIdentityFigures, panel)
        .get("/identity/fields", Act::SeeIdentityFigures, fields)
        .get("/identity/figures/{figure}", Act::SeeIdentityFigures, file)
        .post("/identity/sample", Act::AnswerSample, draw)
        .get("/identity/sample/{number}", Act::AnswerSample, sample_pages::show)
        .post("/identity/sample/{number}", Act::AnswerSample, sample_pages::answer)
}

#[derive(Template)]
#[template(path = "quality/panel.html")]
struct PanelPage<'a> {
    shell: &'a Shell,
    figures: Vec<Figure>,
    today: Date,
    /// Whether these are the figures that look at every record.
    of_fields: bool,
    /// For who may answer: the newest sample.
    sample: Option<Progress>,
    answers: bool,
}

/// How far the newest sample is.
struct Progress {
    drawn_at: Time,
    pairs: usize,
    answered: usize,
    next: Option<usize>,
}

async fn permit(app: &App, visitor: &Visitor) -> Result<Permit, Problem> {
    let grant = app.decide(&visitor.who, Act::SeeIdentityFigures, None)?;
    Ok(app.log.permit_to_read(&app.db, app.clock.now(), grant, "identity figures, no person").await?)
}

async fn panel(State(app): State<App>, visitor: Visitor) -> Result<Page, Problem> {
    let permit = permit(&app, &visitor).await?;
    let mut tx = app.db.read().await?;
    let source = Source { shell: &visitor.shell, titles: Titles::load(&mut tx).await?, now: app.clock.now() };
    let figures = source.panel(&mut tx, &permit).await?;
    let answers = app.role_may(visitor.who.role, Act::AnswerSample);
    let sample = store::newest(&mut tx, &permit).await?.filter(|_| answers).map(|sample| Progress {
        drawn_at: sample.drawn_at,
        pairs: sample.pairs.len(),
        answered: sample.pairs.iter().filter(|pair| pair.answer.is_some()).count(),
        next: sample.pairs.iter().find(|pair| pair.answer.is_none()).map(|pair| pair.number),
    });
    let today = source.now.date();
    Ok(Page::of(&PanelPage { shell: &visitor.shell, figures, today, of_fields: false, sample, answers }))
}

async fn fields(State(app): State<App>, visitor: Visitor) -> Result<Page, Problem> {
    let permit = permit(&app, &visitor).await?;
    let mut tx = app.db.read().await?;
    let source = Source { shell: &visitor.shell, titles: Titles::load(&mut tx).await?, now: app.clock.now() };
    let figures = source.of_fields(&mut tx, &permit).await?;
    let today = source.now.date();
    Ok(Page::of(&PanelPage { shell: &visitor.shell, figures, today, of_fields: true, sample: None, answers: false }))
}

async fn file(State(app): State<App>, visitor: Visitor, Path(wanted): Path<String>) -> Result<Response, Problem> {
    let permit = permit(&app, &visitor).await?;
    let mut tx = app.db.read().await?;
    let shell = &visitor.shell;
    let source = Source { shell, titles: Titles::load(&mut tx).await?, now: app.clock.now() };
    let mut figures = source.panel(&mut tx, &permit).await?;
    if !figures.iter().any(|figure| figure.key == wanted) {
        figures = source.of_fields(&mut tx, &permit).await?;
    }
    let figure = figures.into_iter().find(|figure| figure.key == wanted).ok_or(Problem::NotFound)?;
    let (day, n) = (source.now.date().to_string(), figure.n.to_string());
    let head = figure.columns.iter().map(|column| shell.word("quality-column", column));
    let head: Vec<String> = [shell.say("quality-as-of"), shell.say("quality-n")].into_iter().chain(head).collect();
    let line = |cells: &[String]| csv_line(&cells.iter().map(String::as_str).collect::<Vec<_>>());
    let mut text = line(&head);
    for row in figure.rows {
        let cells: Vec<String> = [day.clone(), n.clone()].into_iter().chain(row.into_iter().map(|cell| cell.text)).collect();
        text += &line(&cells);
    }
    Ok(csv_file(&format!("identity-{wanted}-{day}.csv"), text))
}

async fn draw(State(app): State<App>, visitor: Visitor) -> Result<Response, Problem> {
    let grant = app.decide(&visitor.who, Act::AnswerSample, None)?;
    let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant, "a blind sample is drawn from all pairs").await?;
    let pairs = super::draw(&app, &permit).await?;
    Ok(see_other(if pairs > 0 { "/identity/sample/1" } else { "/identity" }, "sample-drawn"))
}
