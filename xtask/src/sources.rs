//! Rust source read just far enough to be judged: what is code, what is text, where functions end, what is a test.

/// A text literal and where it starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal {
    /// Byte offset of the opening quote in the file.
    pub at: usize,
    /// The text between the quotes; escapes stay as written.
    pub text: String,
}

/// A file of Rust taken apart.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The file with comments, texts and characters blanked out; offsets and lines are those of the file.
    pub code: String,
    /// Every text literal, in order.
    pub literals: Vec<Literal>,
}

/// A function and the lines it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// Its first line, from 1.
    pub line: usize,
    /// Lines from its signature to its closing brace.
    pub lines: usize,
}

impl Source {
    /// Takes a file apart.
    pub fn read(text: &str) -> Source {
        let bytes = text.as_bytes();
        let mut source = Source::default();
        let mut code = Vec::with_capacity(bytes.len());
        let mut at = 0;
        while at < bytes.len() {
            let rest = &text[at..];
            let quoted = raw_quote(bytes, at);
            let length = if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                comment(rest)
            } else if quoted.is_some() || rest.starts_with('"') {
                let (open, close) = quoted.unwrap_or((1, "\"".to_owned()));
                let inside = text_end(&rest[open..], &close, quoted_escapes(open, rest));
                source.literals.push(Literal { at, text: rest[open..open + inside].to_owned() });
                (open + inside + close.len()).min(rest.len())
            } else if let Some(length) = character(rest) {
                length
            } else {
                let first = rest.chars().next().map_or(1, char::len_utf8);
                code.extend(if first == 1 { vec![bytes[at]] } else { vec![b' '; first] });
                at += first;
                continue;
            };
            code.extend(bytes[at..at + length].iter().map(|byte| if *byte == b'\n' { b'\n' } else { b' ' }));
            at += length;
        }
        source.code = String::from_utf8(code).unwrap_or_default();
        source
    }

    /// Every function with a body.
    pub fn functions(&self) -> Vec<Function> {
        let found = words(&self.code, "fn").filter_map(|at| {
            let name: String = self.code[at + 2..].trim_start().chars().take_while(|c| is_word(*c)).collect();
            let open = body(&self.code, at)?;
            let (line, last) = (line_of(&self.code, at), line_of(&self.code, closing(&self.code, open)));
            (!name.is_empty()).then_some(Function { name, line, lines: last - line + 1 })
        });
        found.collect()
    }

    /// The byte ranges of modules that are compiled for tests only.
    pub fn test_parts(&self) -> Vec<std::ops::Range<usize>> {
        let found = self.code.match_indices("#[cfg(test)]").filter_map(|(at, mark)| {
            let after = self.code[at + mark.len()..].trim_start();
            let open = self.code[at..].find('{')? + at;
            (after.starts_with("mod ") && !self.code[at..open].contains(';')).then(|| at..closing(&self.code, open))
        });
        found.collect()
    }
}

/// Where a whole word stands in code.
pub fn words<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let before = code[..*at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    })
}

/// Whether a character can stand in a name.
pub fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// The line of an offset, from 1.
pub fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}

/// The offset of the brace or parenthesis that closes the one at `open`; the end when none does.
pub fn closing(code: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' if depth <= 1 => return at,
            b'}' | b')' | b']' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

/// The brace that opens the body of the function at `at`; none for a signature alone.
fn body(code: &str, at: usize) -> Option<usize> {
    let mut place = at;
    loop {
        place += code[place..].find(['{', ';', '(', '['])?;
        match code.as_bytes()[place] {
            b'{' => return Some(place),
            b';' => return None,
            _ => place = closing(code, place) + 1,
        }
        if place >= code.len() {
            return None;
        }
    }
}

/// The length of the opening and the closing of a raw text that starts here.
fn raw_quote(bytes: &[u8], at: usize) -> Option<(usize, String)> {
    if at > 0 && is_word(bytes[at - 1] as char) {
        return None;
    }
    let prefix = usize::from(bytes[at] == b'b');
    if bytes.get(at + prefix) != Some(&b'r') {
        return None;
    }
    let hashes = bytes[at + prefix + 1..].iter().take_while(|byte| **byte == b'#').count();
    let open = prefix + 1 + hashes;
    (bytes.get(at + open) == Some(&b'"')).then(|| (open + 1, format!("\"{}", "#".repeat(hashes))))
}

/// Whether a backslash escapes in this text: not in a raw one.
fn quoted_escapes(open: usize, rest: &str) -> bool {
    !rest[..open].contains('r')
}

fn text_end(rest: &str, close: &str, escapes: bool) -> usize {
    let mut at = 0;
    let bytes = rest.as_bytes();
    while at < bytes.len() {
        if escapes && bytes[at] == b'\\' {
            at += 2;
        } else if bytes[at..].starts_with(close.as_bytes()) {
            return at;
        } else {
            at += 1;
        }
    }
    rest.len()
}

/// The length of a block comment; they nest.
fn comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    let bytes = rest.as_bytes();
    while at < bytes.len() {
        if bytes[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if bytes[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

/// The length of a character literal; none for a lifetime.
fn character(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    if inside.starts_with('\\') {
        return inside[2..].find('\'').map(|end| end + 4);
    }
    let first = inside.chars().next()?.len_utf8();
    inside[first..].starts_with('\'').then_some(first + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_texts_are_not_code() {
        let source = Source::read("let a = \"fn \\\" {\"; // fn b() {\nlet c = '{'; let d: &'static str = r#\"\"}\"#; /* } /* } */ */ é");
        assert!(!source.code.contains(['{', '}']), "{}", source.code);
        let texts: Vec<&str> = source.literals.iter().map(|l| l.text.as_str()).collect();
        assert_eq!(texts, ["fn \\\" {", "\"}"]);
        assert!(source.code.contains("&'static str"));
    }

    #[test]
    fn functions_are_measured_from_signature_to_brace() {
        let source = Source::read("trait T { fn none(&self); }\nfn two(a: [u8; 2]) -> u8 {\n    a[0]\n}\n");
        assert_eq!(source.functions(), [Function { name: "two".into(), line: 2, lines: 3 }]);
    }

    #[test]
    fn tests_inside_a_file_are_found() {
        let source = Source::read("fn a() {}\n#[cfg(test)]\nmod tests {\n fn b() {}\n}\n#[cfg(test)]\nmod more;\nfn c() {}\n");
        assert_eq!(source.test_parts().len(), 1);
        assert!(source.test_parts()[0].contains(&source.code.find("fn b").unwrap()));
    }
}
