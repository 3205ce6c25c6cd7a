//! Given names that one person may bear in turn: short forms, pet forms, forms of other languages.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Each line is one name in its forms, folded. A form may stand in several lines.
const FORMS: &[&str] = &[
    "elizabeth elisabeth elizabet elisabet elzbieta erzsebet elisabeta yelizaveta elizaveta lisa liza lizzie liz beth betty bettina bess eliza elise elsa else ela elli liisa liis elzbeta elspeta liesl lisbeth isabel isabella isabelle",
    "catherine katherine kathryn katharina katarina katerina yekaterina ekaterina kotryna katrin kathrin karin katrina caterina catalina katalin kata kate kati katja katya kathy cathy katie kitty kasia katarzyna trina kaja riina",
    "margaret margarete margareta margarita malgorzata marguerite maggie meg peggy greta grete gretel margit marjorie rita margot gosia maret reet margherita",
    "anna ana anne ann hanna hannah anneli annika anya annie anni nan nancy ania anka ona onute anicka anja anikó aniko",
    "mary maria marie marija mariya marja maryja marika marita mariana manya masha mara mia miriam molly polly maja marijona maryte maire mari",
    "helen helena helene elena yelena olena ilona ilonka alena lena lenka ellen eleni jelena eleonora eleanor nell nellie leni ilonka ela",
    "johanna joanna joan jana jane jean janet ivana giovanna juana yana johana asia hanne janina jeanne",
    "susan susanna susanne suzanne zuzana zuzanna susie sue suzy sanna zsuzsanna zsuzsa",
    "barbara barbora varvara basia barb babs",
    "theresa teresa therese terezija terese terezia tess tessa terry teresia",
    "christine christina kristina kristin kristiina krystyna cristina tina chris kirsten kirsti christa krista kersti stina",
    "alexandra aleksandra alejandra sandra sasha sascha alessandra ola olka saskia",
    "julia juliana julie yulia yuliya julija giulia julita juliet gyula",
    "sophia sofia sofie sophie zofia zosia sonja sonya sonia",
    "eva ewa ieva yeva eve evita ewelina evelina",
    "agnes agnieszka agne inez ines aga agnese",
    "magdalena magda madeleine magdalene lena madlen malena",
    "dorothy dorothea dorota dorotea dora dorka dot dorotheja",
    "natalia natalie nataliya natalja natasha natascha nataly natali",
    "tatiana tatjana tatyana tanja tanya tania",
    "irene irena irina iryna ira irka irina",
    "valentina valentyna valya vala",
    "victoria viktoria viktorija wiktoria viktoriya vicky vika vita",
    "olga olha helga ola olya",
    "lucy lucia lucie luzia liucija lucija lucja",
    "patricia patrycja pat patty tricia patrizia",
    "deborah debora debra debbie deb",
    "jennifer jenny jen jenna",
    "jessica jess jessie dzesika",
    "rebecca rebekka rebeka becky",
    "pamela pam",
    "kimberly kim",
    "samantha sam",
    "amanda mandy",
    "jacqueline jackie jacquelyn zaklina",
    "virginia ginny virginija",
    "angela angelina angie angele andzela andzelika angelika",
    "barbara babette",
    "alison allison ali",
    "victoria tori",
    "john johann johannes hans jan jonas juan jean ivan ivo giovanni janos jani johnny jack jon ian sean johan jens juhani juhan hannes jaan janis yan vanya iwan gianni hansi evan yahya",
    "joseph josef jozef juozas jose giuseppe jozsef yosef osip joe joey jo sepp pepe juozapas jussi yusuf youssef",
    "james jacob jakob jakub jokubas jacques jaime jim jimmy jamie yakov giacomo jaak jaakko diego",
    "william wilhelm guillaume guillermo vilhelm vilhelmas will willi willy bill billy wim liam guglielmo vilius",
    "robert roberto robertas rob bob bobby robbie bert rupert",
    "richard ricardo riccardo ryszard ricardas rick dick rich richie",
    "charles karl carl carlos carlo karel karol kaarel kalle karolis charlie chuck karoly",
    "henry heinrich henri henrik henryk henrikas enrique enrico heinz harry hank heikki hendrik",
    "george georg georges jorge giorgio jerzy jurgis yuri yuriy jurij juri iurii jurgen jorg gyorgy jiri georgios giorgos jyri yrjo jury",
    "michael michel miguel michele michal mikhail mikhailo mykhailo mykolas mihkel mihaly mike mick mikko mikael misha michalis mihail",
    "nicholas nicolas nikolaus nikolai nikolay mykola mikalojus nick nico klaus niklas nicola kolya mikolaj miklos niilo claus nikolaos",
    "peter petr pedro pierre pietro petras pyotr piotr petro pete petri peeter pekka petya pjotr peteris per",
    "paul pablo paolo pavel pawel paulius pavlo paavo pal pasha povilas paulo pavlos",
    "andrew andreas andre andres andrea andrei andrey andriy andrius andrzej andy drew antti andras andzej ondrej anders andris",
    "anthony anton antonio antoine antoni antanas tony toni antal anthon ants antonis",
    "thomas tomas tomasz tommaso tom tommy toomas tuomas tamas toms",
    "matthew matthias mateusz mateo matteo matas matt matti matej matvey motiejus mathias matyas",
    "alexander aleksander aleksandr aleksandras alejandro alessandro oleksandr alex sasha sascha sandor sander alec olek aleks alexandros alexandre iskander",
    "stephen steven stefan stephan esteban etienne stefano steponas stepan steve istvan szczepan tapani stefanos",
    "francis franz francisco francesco francois frantisek franciszek pranciskus frank frankie paco ferenc pranas fran",
    "edward eduard eduardo edouard eduardas edoardo ed eddie ted ned edvardas",
    "theodore theodor teodor fyodor fedor ted teddy teodoras",
    "david davide dovydas dawid dave davy taavi",
    "daniel daniele danielius danilo dan danny danil",
    "christopher christoph kristof krzysztof cristobal kristupas chris kit christophe topher",
    "christian kristian cristian krystian christiaan chris",
    "gregory gregor grigori grzegorz grigory hryhoriy greg gregorio gregoire",
    "lawrence laurence lorenz lorenzo laurynas laurent larry lauri lars wawrzyniec",
    "louis ludwig luis luigi liudvikas ludwik lou lajos alois aloyzas lui",
    "frederick friedrich frederic federico fryderyk fred freddy fritz frederik",
    "vincent vincas vinzenz vicente vincenzo vince wincenty vincentas",
    "samuel samuelis sam sammy",
    "benjamin ben benny benas beniamin beniaminas",
    "kenneth ken kenny",
    "ronald ron ronnie",
    "donald don donny",
    "timothy timotheus tim timmy timofey timotej",
    "leonard leonhard leonardo leonas leo len lenny leon lev",
    "albert alberto albertas al bert adalbert",
    "dmitry dmitri dmytro dmitrij dima demetrius dimitri dimitris dmitriy",
    "sergey sergei serhiy sergio serge sergejus serhii",
    "vladimir volodymyr wlodzimierz vladimiras vova volodya waldemar valdemaras",
    "yevgeny evgeny yevhen eugene eugen eugenijus eugeniusz jevgeni evgeniy zhenya",
    "alexei aleksei oleksiy alexey aleksej alyosha alexis",
    "mohammed muhammad mohamed mohammad mehmet mohamad muhammed ahmed ahmad mhmd",
    "abdullah abdallah abdulla",
    "hussein husain hussain hossein husayn",
    "ibrahim abraham avraham ibraheem abe abram",
    "fatima fatma fatimah fatemeh",
    "aisha ayesha aysha aise ayse",
    "raymond ray raimund raimondas ramon raimondo",
    "phillip philip philipp philippe felipe filip filippo pilypas phil",
    "patrick patrik patricio pat paddy patrikas",
    "joshua josh", "zachary zach zack zachariah", "nathaniel nathan nate", "gerald gerard gerhard gerry jerry gerardo", "jeffrey geoffrey jeff geoff gottfried",
    "walter walt wally valter valteris", "arthur artur arturo arturas art", "douglas doug", "cameron cam", "jonathan jon jonathon jonatan",
];

static LINES: LazyLock<HashMap<&'static str, Vec<u16>>> = LazyLock::new(|| {
    let mut lines: HashMap<&'static str, Vec<u16>> = HashMap::new();
    for (line, forms) in FORMS.iter().enumerate() {
        for form in forms.split(' ') {
            let known = lines.entry(form).or_default();
            if known.last() != Some(&(line as u16)) {
                known.push(line as u16);
            }
        }
    }
    lines
});

/// The lines of the table in which a folded name stands, at most four, as bits of a small filter; none for most names.
pub(crate) fn lines_of(folded: &str) -> &'static [u16] {
    LINES.get(folded).map_or(&[], Vec::as_slice)
}

/// Whether two folded given names are forms of one name: `ilona` and `ilonka`, `lisa` and `elisabeth`.
pub(crate) fn are_forms(one: &str, other: &str) -> bool {
    let others = lines_of(other);
    !others.is_empty() && lines_of(one).iter().any(|line| others.contains(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pet_forms_and_forms_of_other_languages_are_one_name() {
        for (one, other) in [("ilona", "ilonka"), ("lisa", "elisabeth"), ("hans", "johann"), ("bob", "robert"), ("mykola", "nikolai"), ("vova", "vladimir")] {
            assert!(are_forms(one, other) && are_forms(other, one), "{one} {other}");
        }
    }

    #[test]
    fn different_names_are_not() {
        assert!(!are_forms("anna", "peter"));
        assert!(!are_forms("xyz", "xyz"));
    }
}
