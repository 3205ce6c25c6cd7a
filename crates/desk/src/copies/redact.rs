//! Taking other people's names out of what somebody wrote.

/// The text with each of these names, wherever it stands as words of its own, replaced by what stands in its place.
pub(super) fn redact(text: &str, names: &[(String, String)]) -> String {
    let mut text = text.to_owned();
    for (name, instead) in names.iter().filter(|(name, _)| !name.is_empty()) {
        let mut done = String::with_capacity(text.len());
        let mut rest = text.as_str();
        let mut before: Option<char> = None;
        while let Some(at) = rest.find(name.as_str()) {
            let (head, tail) = rest.split_at(at);
            let (found, after) = tail.split_at(name.len());
            let word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            let alone = !word(head.chars().next_back().or(before)) && !word(after.chars().next());
            done.push_str(head);
            done.push_str(if alone { instead } else { found });
            before = found.chars().next_back();
            rest = after;
        }
        done.push_str(rest);
        text = done;
    }
    text
}
