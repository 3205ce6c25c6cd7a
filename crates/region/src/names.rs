//! Names in the manner of several traditions, put together from syllables.
//!
//! Family names are built here and belong to nobody in particular. Given names list their spellings and short forms,
//! the person's own first.

use crate::chance::Chance;
use crate::people::Sex;

/// Manners of naming.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tradition {
    Hungarian,
    Lithuanian,
    Slavic,
    Arabic,
    Western,
    Turkish,
}

use Tradition::{Arabic, Hungarian, Lithuanian, Slavic, Turkish, Western};

const WOMEN: [(Tradition, &[&str]); 6] = [
    (
        Hungarian,
        &[
            "Ilona|Ilonka|Ili",
            "Zsófia|Zsofi|Sophia",
            "Katalin|Kati|Katalyn",
            "Erzsébet|Erzsi|Elisabeth",
            "Borbála|Bori",
            "Ágnes|Ági|Agnes",
            "Piroska|Piri",
            "Enikő|Eniko",
            "Réka|Reka",
            "Tünde|Tunde",
        ],
    ),
    (
        Lithuanian,
        &[
            "Rūta|Ruta",
            "Eglė|Egle",
            "Austėja|Austeja",
            "Daiva|Daivute",
            "Giedrė|Giedre",
            "Jurgita|Jurga",
            "Ramunė|Ramune",
            "Vaiva|Vaivute",
            "Ieva|Eva",
            "Živilė|Zivile",
        ],
    ),
    (
        Slavic,
        &[
            "Milena|Mila|Myléna",
            "Zdenka|Zdena",
            "Olha|Olga",
            "Svitlana|Svetlana|Svieta",
            "Halyna|Galina",
            "Jadwiga|Jadzia",
            "Bohdana|Bogdana",
            "Radka|Radmila",
            "Kateryna|Katerina|Katia",
            "Yuliia|Julia|Iuliia",
        ],
    ),
    (
        Arabic,
        &[
            "Amira|Ameera|Amirah",
            "Fatima|Fatma|Fatimah",
            "Khadija|Hadidja|Khadijah",
            "Nour|Noor|Nur",
            "Samira|Sameera",
            "Layla|Leila|Laila",
            "Mariam|Maryam|Meryem",
            "Rania|Raniya",
            "Huda|Houda",
            "Zaynab|Zeinab|Zainab",
        ],
    ),
    (
        Western,
        &[
            "Julia|Jule",
            "Margaret|Maggie|Greta",
            "Elisabeth|Lisa|Betty",
            "Charlotte|Lotte|Charlie",
            "Helen|Helene|Leni",
            "Frances|Fanny|Francis",
            "Barbara|Babs",
            "Theresa|Resi|Tess",
            "Vera|Wera",
            "Cornelia|Nelly",
        ],
    ),
    (
        Turkish,
        &[
            "Ayşe|Ayse|Aische",
            "Elif|Elyf",
            "Zeynep|Seynep",
            "Gülay|Gulay|Guelay",
            "Emine|Emina",
            "Hatice|Hatidsche",
            "Songül|Songul",
            "Nesrin|Nesreen",
            "Şule|Sule",
            "Büşra|Busra|Buesra",
        ],
    ),
];
const MEN: [(Tradition, &[&str]); 6] = [
    (
        Hungarian,
        &[
            "László|Laci|Laszlo",
            "István|Pista|Stephan",
            "József|Józsi|Jozef",
            "Gábor|Gabi|Gabor",
            "Ferenc|Feri|Franz",
            "Zoltán|Zoli|Zoltan",
            "Béla|Bela",
            "Árpád|Arpad",
            "György|Gyuri|Georg",
            "Tivadar|Theodor",
        ],
    ),
    (
        Lithuanian,
        &[
            "Jonas|Jonukas",
            "Mindaugas|Mindas",
            "Vytautas|Vytas",
            "Darius|Darijus",
            "Šarūnas|Sarunas",
            "Žygimantas|Zygis",
            "Tomas|Thomas",
            "Algirdas|Algis",
            "Kęstutis|Kestas",
            "Rokas|Rokelis",
        ],
    ),
    (
        Slavic,
        &[
            "Volodymyr|Vladimir|Wolodymyr",
            "Oleksandr|Alexander|Sasha",
            "Zbigniew|Zbyszek",
            "Miroslav|Mirek",
            "Bohdan|Bogdan",
            "Serhii|Sergej|Sergiy",
            "Jaroslav|Jarek|Yaroslav",
            "Radovan|Rado",
            "Dmytro|Dimitri|Dima",
            "Tadeusz|Tadek",
        ],
    ),
    (
        Arabic,
        &[
            "Mohammed|Muhammad|Mohamad|Mohamed",
            "Ahmed|Ahmad",
            "Yusuf|Youssef|Jussuf",
            "Ibrahim|Ebrahim",
            "Khalid|Khaled|Chalid",
            "Omar|Umar",
            "Hassan|Hasan",
            "Abdelkarim|Abdul Karim|Abd al-Karim",
            "Tariq|Tarek|Tarik",
            "Mahmoud|Mahmud",
        ],
    ),
    (
        Western,
        &[
            "Bruno",
            "Thomas|Tom|Tommy",
            "Frederick|Fritz|Fred",
            "William|Will|Bill",
            "Anton|Toni",
            "Christopher|Chris|Christof",
            "Robert|Bob|Robby",
            "Walter|Walther",
            "Leonard|Leo|Lennart",
            "Edmund|Eddie",
        ],
    ),
    (
        Turkish,
        &[
            "Mehmet|Mehmed",
            "Mustafa|Moustafa",
            "Hüseyin|Huseyin|Hussein",
            "Çetin|Cetin",
            "Oğuz|Oguz",
            "İsmail|Ismail",
            "Kemal|Kamal",
            "Gökhan|Gokhan|Goekhan",
            "Serkan|Sercan",
            "Yiğit|Yigit",
        ],
    ),
];
/// First, middle and last syllables of family names.
type Syllables = [&'static [&'static str]; 3];

const SYLLABLES: [(Tradition, Syllables); 6] = [
    (
        Hungarian,
        [
            &[
                "Ker", "La", "Bor", "Szé", "Hor", "Tol", "Var", "Mol", "Gal", "Be", "Dar", "Kö",
            ],
            &["té", "ka", "dó", "ve", "go", "nya", "lá", "ze"],
            &[
                "sz", "tos", "nyi", "halmi", "si", "völgyi", "ndi", "r", "lász", "kfalvi",
            ],
        ],
    ),
    (
        Lithuanian,
        [
            &[
                "Kal", "Bal", "Ža", "Sta", "Pet", "Vil", "Jan", "Rai", "Mik", "Dau", "Gri", "Šim",
            ],
            &["vi", "nta", "ra", "di", "lu", "ka", "ge"],
            &["nas", "kas", "tis", "nis", "čius", "šas", "rauskas", "unas"],
        ],
    ),
    (
        Slavic,
        [
            &[
                "Bo", "Kov", "Hor", "Mar", "Dub", "Sav", "Tka", "Lys", "Zel", "Vor", "Pol", "Hry",
            ],
            &["da", "ro", "le", "ni", "che", "va", "mi"],
            &["nko", "vsky", "vić", "chuk", "vych", "nski", "jak", "rov"],
        ],
    ),
    (
        Arabic,
        [
            &[
                "Had", "Man", "Sal", "Khal", "Nas", "Bak", "Qa", "Ham", "Zay", "Ja", "Tah", "Far",
            ],
            &["da", "su", "i", "ou", "ba", "a"],
            &["d", "ri", "m", "wi", "dan", "ni", "oun", "r"],
        ],
    ),
    (
        Western,
        [
            &[
                "Ald", "Brock", "Hasel", "Win", "Stein", "Fair", "Lan", "Mor", "Ross", "Thorn",
                "Weiden", "Over",
            ],
            &["en", "er", "a", "ing", "el"],
            &[
                "bach", "ford", "mann", "ley", "beck", "ton", "hurst", "berg", "well", "meier",
            ],
        ],
    ),
    (
        Turkish,
        [
            &[
                "Yıl", "Kara", "Ay", "Dem", "Öz", "Ka", "Ak", "Çe", "Şa", "Te", "Gün", "Er",
            ],
            &["ba", "de", "ka", "ta", "ri", "lu"],
            &["ş", "n", "oğlu", "r", "taş", "ndağ", "lı", "kın"],
        ],
    ),
];
const LANGUAGES: [(Tradition, &str, f64); 6] = [
    (Hungarian, "hu", 0.02),
    (Lithuanian, "lt", 0.02),
    (Slavic, "uk", 0.25),
    (Arabic, "ar", 0.4),
    (Western, "en", 0.0),
    (Turkish, "tr", 0.2),
];

impl Tradition {
    /// Any tradition, as often as it is met in Aldermark.
    pub(crate) fn any(chance: &mut Chance) -> Self {
        match chance.between(1, 100) {
            1..=30 => Western,
            31..=55 => Hungarian,
            56..=73 => Slavic,
            74..=86 => Lithuanian,
            87..=94 => Turkish,
            _ => Arabic,
        }
    }

    /// The language most spoken at home and how often an interpreter is needed for it.
    pub(crate) fn language(self) -> (&'static str, f64) {
        LANGUAGES
            .iter()
            .find(|(tradition, ..)| *tradition == self)
            .map_or(("en", 0.0), |(_, code, share)| (code, *share))
    }

    /// A given name with its other spellings.
    pub(crate) fn given(self, sex: Sex, chance: &mut Chance) -> Vec<String> {
        let lists = if sex == Sex::Woman { &WOMEN } else { &MEN };
        let list = lists
            .iter()
            .find(|(tradition, _)| *tradition == self)
            .map_or(&[][..], |(_, list)| list);
        let mut names: Vec<String> = chance.common(list).split('|').map(str::to_owned).collect();
        // A second given name makes namesakes rarer, as it does in life.
        if chance.is(0.35) {
            let second = chance.one(list).split('|').next().unwrap_or_default();
            if names.first().is_some_and(|first| first != second) {
                let first = names.first().cloned().unwrap_or_default();
                names.insert(0, format!("{first} {second}"));
            }
        }
        names
    }

    /// A family name as men bear it.
    pub(crate) fn family(self, chance: &mut Chance) -> String {
        let Some((_, [starts, middles, ends])) =
            SYLLABLES.iter().find(|(tradition, ..)| *tradition == self)
        else {
            return String::new();
        };
        let start = chance.common(starts);
        let middle = chance.one(middles);
        let more = if chance.is(0.3) {
            chance.one(middles)
        } else {
            ""
        };
        let more = if more == middle { "" } else { more };
        let prefix = if self == Arabic && chance.is(0.15) {
            "Al-"
        } else {
            ""
        };
        format!("{prefix}{start}{middle}{more}{}", chance.one(ends))
    }

    /// The family name this person bears: some traditions change its ending.
    pub(crate) fn borne(self, family: &str, sex: Sex, married: bool) -> String {
        if sex != Sex::Woman {
            return family.to_owned();
        }
        let ending =
            |from: &str, to: &str| family.strip_suffix(from).map(|stem| format!("{stem}{to}"));
        let changed = match (self, married) {
            (Lithuanian, true) => ["as", "is", "ius"]
                .iter()
                .rev()
                .find_map(|from| ending(from, "ienė")),
            (Lithuanian, false) => ending("ius", "iūtė")
                .or_else(|| ending("as", "aitė"))
                .or_else(|| ending("is", "ytė")),
            (Slavic, _) => ending("sky", "ska")
                .or_else(|| ending("ski", "ska"))
                .or_else(|| ending("ov", "ova")),
            _ => None,
        };
        changed.unwrap_or_else(|| family.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn women_bear_the_endings_of_their_tradition() {
        assert_eq!(Lithuanian.borne("Kalvinas", Sex::Woman, true), "Kalvinienė");
        assert_eq!(
            Lithuanian.borne("Kalvinas", Sex::Woman, false),
            "Kalvinaitė"
        );
        assert_eq!(
            Lithuanian.borne("Petračius", Sex::Woman, false),
            "Petračiūtė"
        );
        assert_eq!(Slavic.borne("Bodavsky", Sex::Woman, false), "Bodavska");
        assert_eq!(Slavic.borne("Bodavsky", Sex::Man, false), "Bodavsky");
    }
}
