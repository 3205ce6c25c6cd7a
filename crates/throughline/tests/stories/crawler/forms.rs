//! What a page leads to: its links, and its forms as a browser would send them.

use std::collections::BTreeSet;

/// A form that is sent somewhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sent {
    pub to: String,
    pub body: String,
}

/// The addresses inside the program that a page links to, forms that ask among them.
pub fn links(page: &str) -> BTreeSet<String> {
    let hrefs = ["href=\"", "src=\"", "action=\"", "formaction=\""].into_iter().flat_map(|name| page.split(name).skip(1));
    let ours = hrefs.filter_map(|part| Some(plain(part.split('"').next()?))).filter(|path| path.starts_with('/') && !path.starts_with("//"));
    ours.map(|path| path.split('#').next().unwrap_or_default().to_owned()).filter(|path| !path.starts_with("/assets/")).collect()
}

/// The forms of a page that change something, each in every way its buttons and choices allow, with `text` wherever somebody writes.
pub fn forms(page: &str, at: &str, text: &str) -> BTreeSet<Sent> {
    let mut sent = BTreeSet::new();
    for part in page.split("<form").skip(1) {
        let form = part.split("</form>").next().unwrap_or_default();
        let (head, inside) = form.split_once('>').unwrap_or_default();
        if attribute(head, "method").as_deref() != Some("post") {
            continue;
        }
        let to = attribute(head, "action").unwrap_or_else(|| at.to_owned());
        let (mut fixed, mut choices): (Vec<String>, Vec<Vec<String>>) = (Vec::new(), Vec::new());
        let mut names: Vec<String> = Vec::new();
        for tag in inside.split('<').skip(1) {
            let (open, _) = tag.split_once('>').unwrap_or_default();
            let kind = attribute(open, "type").unwrap_or_default();
            let value = attribute(open, "value").unwrap_or_default();
            let name = attribute(open, "name");
            match (open.split_whitespace().next().unwrap_or_default(), name) {
                ("input", Some(name)) if kind == "hidden" || kind == "date" => fixed.push(pair(&name, &value)),
                ("input" | "button", Some(name)) if kind == "radio" || open.starts_with("button") => {
                    match names.iter().position(|known| *known == name) {
                        Some(place) => choices[place].push(pair(&name, &value)),
                        None => {
                            names.push(name.clone());
                            choices.push(vec![pair(&name, &value)]);
                        }
                    }
                }
                ("input", Some(name)) if kind == "checkbox" => fixed.push(pair(&name, &value)),
                ("input" | "textarea", Some(name)) => fixed.push(pair(&name, if value.is_empty() { text } else { &value })),
                ("select", Some(name)) => {
                    names.push(name.clone());
                    choices.push(Vec::new());
                }
                ("option", None) if !value.is_empty() => {
                    if let (Some(name), Some(last)) = (names.last(), choices.last_mut()) {
                        last.push(pair(name, &value));
                    }
                }
                _ => {}
            }
        }
        let most = choices.iter().map(Vec::len).max().unwrap_or(0).clamp(1, 5);
        for turn in 0..most {
            let chosen = choices.iter().filter_map(|of| of.get(turn % of.len().max(1))).cloned();
            sent.insert(Sent { to: to.clone(), body: fixed.iter().cloned().chain(chosen).collect::<Vec<_>>().join("&") });
        }
    }
    sent
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(plain(rest.split('"').next()?))
}

fn plain(text: &str) -> String {
    text.replace("&#38;", "&").replace("&amp;", "&").replace("&#34;", "\"").replace("&#39;", "'")
}

fn pair(name: &str, value: &str) -> String {
    format!("{name}={}", in_form(value))
}

/// A value as forms and addresses carry it.
pub fn in_form(value: &str) -> String {
    value.bytes().map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
