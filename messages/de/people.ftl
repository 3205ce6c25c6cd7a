# Personen suchen, ihre Angaben, Zuordnungen prüfen.
find-title = Person suchen
find-label = Name, Geburtsdatum, Telefon, Nummer oder E-Mail
find-hint = In beliebiger Reihenfolge, Schreibweise oder Schrift. Jede Suche wird protokolliert, ebenso jede Person, die sie zeigt.
find-start = Geben Sie einen Namen, ein Geburtsdatum oder das Ende einer Telefonnummer ein. Ein Geburtsjahr neben dem Namen hilft: „lakatos 88“.
find-count = { $n ->
    [one] { $n } Person gefunden
   *[other] { $n } Personen gefunden
 }
find-for = für „{ $a }“
find-nobody = Niemand passt
find-nobody-fewer = Geben Sie weniger Wörter ein: Der Familienname allein findet mehr.
find-nobody-number = Versuchen Sie es mit dem Ende einer Telefon- oder Fallnummer oder mit einem Geburtsdatum.
find-nobody-feed = Wenn ein Partner diese Person kennt, ist seine Datei vielleicht noch nicht da. Fragen Sie die Datenpflege.
find-born = geboren am { $a }
find-why-name = Name „{ $a }“
find-why-begins = Beginnt wie eingegeben: „{ $a }“
find-why-spelt = Etwas anders geschrieben: „{ $a }“
find-why-form = Andere Form des Namens: „{ $a }“
find-why-born = Gleiches Geburtsdatum{ $a }
find-why-born-in = Gleiches Geburtsjahr{ $a }
find-why-number = Nummer endet gleich{ $a }
find-why-email = Gleiche E-Mail{ $a }
field-given_name = Vorname
field-family_name = Familienname
field-full_name = Ganzer Name
field-former_name = Früherer Name
field-birth_date = Geburtsdatum
field-sex = Geschlecht
field-national_id = Personen{"\u00AD"}nummer
field-phone = Telefon
field-email = E-Mail
field-city = Ort
field-address = Adresse
field-language = Sprache
field-interpreter = Dolmetschen
sex-woman = Frau
sex-man = Mann
sex-other = andere
yes = ja
no = nein
matches-title = Zuordnungen prüfen
matches-open = { $n ->
    [0] Kein Paar ist offen.
    [one] { $n } Paar ist vielleicht eine Person und wartet auf Sie.
   *[other] { $n } Paare sind vielleicht eine Person und warten auf Sie, die mit dem größten möglichen Schaden zuerst.
 }
matches-first = Mit dem ersten beginnen
matches-none = Keine offenen Paare
matches-none-text = Wenn zwei Datensätze vielleicht eine Person sind, die Anhaltspunkte aber nicht reichen, erscheinen sie hier. In diesem Bereich wird ohne Sie nichts verknüpft.
matches-and = und
matches-waiting = eingegangen: { $a }
matches-bits = { $a } Bit
matches-verdict-likely = Eher eine Person
matches-verdict-even = Beides ist möglich
matches-verdict-unlikely = Eher zwei Personen
matches-question = Ist das eine Person?
matches-one-pair = Ein Paar
matches-side = Nebeneinander
matches-side-hint = Werte, wie jede Quelle sie geschickt hat
matches-agreement = Übereinstimmung
matches-not-given = keine Angabe
matches-agree-same = gleich
matches-agree-close = ähnlich
matches-agree-differs = verschieden
matches-agree-missing = nichts zu vergleichen
matches-for-and-against = Was dafür und was dagegen spricht
matches-prior = Vor dem Hinsehen: Nur wenige Paare von Datensätzen sind eine Person
matches-start = Anfang
matches-line = { $a }: { $b }
matches-together = Zusammen
matches-compared-given_name = Vorname
matches-compared-family_name = Familienname
matches-compared-middle_name = Zweiter Vorname
matches-compared-birth_date = Geburtsdatum
matches-compared-sex = Geschlecht
matches-compared-national_id = Personen{"\u00AD"}nummer
matches-compared-phone = Telefon
matches-compared-email = E-Mail
matches-compared-address = Adresse
matches-compared-source = Organisation
matches-level-missing = nichts zu vergleichen
matches-level-same = gleich
matches-level-form = zwei Formen eines Namens
matches-level-near = fast gleich geschrieben
matches-level-swapped = Vor- und Familienname sind vertauscht
matches-level-other_name = der Vorname der einen Seite ist der zweite Vorname der anderen
matches-level-contained = das eine ist Teil des anderen
matches-level-similar = ähnlich
matches-level-initial = der Anfangsbuchstabe stimmt überein
matches-level-loose = ein wenig ähnlich
matches-level-womans_other = verschieden, wie nach einer Heirat
matches-level-different = verschieden
matches-level-day_month_swapped = Tag und Monat sind vertauscht
matches-level-one_slip = ein Tippfehler Unterschied
matches-level-two_slips = zwei Tippfehler Unterschied
matches-level-two_parts = zwei von Tag, Monat und Jahr stimmen überein
matches-level-same_year = das Jahr stimmt überein
matches-level-age_agrees = das Alter stimmt überein
matches-level-age_differs = das Alter ist verschieden
matches-level-same_home = dieselbe Wohnung
matches-level-crowded_home = dieselbe Adresse, an der viele wohnen
matches-level-near_home = dieselbe Wohnung, die Straße anders geschrieben
matches-level-other_flat = dasselbe Haus, andere Wohnung oder anderer Ort
matches-level-same_house = gleiche Hausnummer und Postleitzahl
matches-level-same_street = dieselbe Straße
matches-level-same_postcode = gleiche Postleitzahl
matches-level-same_place = derselbe Ort
matches-level-one_source = beide von einer Organisation
matches-level-two_sources = von zwei Organisationen
matches-slightly-for = spricht leicht dafür
matches-plainly-for = spricht dafür
matches-strongly-for = spricht stark dafür
matches-very-strongly-for = spricht sehr stark dafür
matches-slightly-against = spricht leicht dagegen
matches-plainly-against = spricht dagegen
matches-strongly-against = spricht stark dagegen
matches-very-strongly-against = spricht sehr stark dagegen
matches-effect-back = Nichts wird verschoben oder verschmolzen. Sie können es jederzeit genau zurücknehmen.
matches-decision = Entscheidung
matches-note = Anmerkung, wenn Sie sagen möchten, warum
matches-same = Dieselbe Person
matches-two = Zwei Personen
matches-later = Später entscheiden
matches-undo = Zurücknehmen
matches-say-which = Wählen Sie „Dieselbe Person“, „Zwei Personen“, „Fragen“ oder „Später entscheiden“.
said-match-same = Sie sind jetzt eine Person.
said-match-different = Sie bleiben zwei Personen, was immer spätere Vergleiche ergeben.
said-match-later = Das Paar bleibt offen.
said-unlinked = Der Datensatz ist jetzt eine eigene Person.
said-taken-back = Zurückgenommen. Alles ist wie vorher.
matches-month = Letzte 30 Tage: { $a } verbunden, { $b } rückgängig gemacht.
matches-filter = Welche Paare gezeigt werden
matches-by-harm = Nach Schaden
matches-by-organisation = Nach Organisation
matches-all = Alle Paare
matches-left = { $n ->
    [one] { $n } Paar
   *[other] { $n } Paare
 }
matches-filtered-out = Kein Paar passt
matches-show-all = Alle Paare zeigen
matches-pages = Seiten der Warteschlange
matches-previous = Vorige Paare
matches-next = Nächste Paare
matches-lately = In den letzten 30 Tagen entschieden
matches-waits = Wartet auf eine zweite Person
matches-waits-second = Eine Entscheidung über dieses Paar wartet auf eine zweite Person.
matches-waiting-second = { $n ->
    [one] { $n } Entscheidung über eine geschützte Person wartet auf eine zweite Person
   *[other] { $n } Entscheidungen über geschützte Personen warten auf eine zweite Person
 }
matches-whom = Wen fragen
matches-ask = Beratungsfachkraft fragen
matches-say-whom = Wählen Sie die Beratungsfachkraft, die Sie fragen möchten.
matches-sees-more = Wer mehr sehen würde, wenn sie eine Person werden
matches-harm-grave = Schwerer Schaden, wenn es falsch ist
matches-harm-serious = Ernster Schaden, wenn es falsch ist
matches-harm-some = Etwas Schaden, wenn es falsch ist
matches-harm-little = Wenig Schaden, wenn es falsch ist
matches-harm-reads = { $c } könnte lesen, was { $a } geschrieben hat ({ $b }).
matches-harm-exists = { $c } würde erfahren, dass { $a } Einträge hat ({ $b }), aber nicht, was darin steht.
matches-harm-knows = { $b } würde erfahren, dass { $a } diese Person kennt.
matches-harm-nobody = Niemand würde mehr sehen als jetzt.
matches-harm-protected = Eine der beiden ist geschützt: Zwei Menschen entscheiden.
pair-short = In Kürze
pair-called = Beide heißen { $a }.
pair-nearly-called = Ihre Namen sind fast gleich: { $a } und { $b }.
pair-otherwise-called = Ihre Namen sind verschieden: { $a } und { $b }.
pair-nameless = Einer der Datensätze hat keinen Namen.
pair-born-same = Beide sind am { $a } geboren.
pair-born-close = Ihre Geburtsdaten liegen nah beieinander: { $a } und { $b }.
pair-born-differs = Ihre Geburtsdaten sind verschieden: { $a } und { $b }.
pair-born-missing = Nur einer der beiden nennt ein Geburtsdatum.
pair-same = Gleich: { $a }.
pair-close = Teilweise gleich: { $a }.
pair-part = { $a } ({ $b })
pair-differs = Verschieden: { $a }.
pair-adds-up = Die Zeilen ergeben zusammen die letzte. Über null sprechen sie für eine Person.
pair-past = Was früher gesagt wurde
pair-past-none = Über diese Datensätze hat noch niemand etwas entschieden.
pair-asked = { $a } wurde gefragt.
pair-answered = { $a } hat geantwortet: { $b }.
pair-unanswered = noch nicht beantwortet
pair-by = { $a }, { $b }
pair-gone = zurückgenommen am { $a }
pair-borrowed = Eine Nummer bei zwei Personen
pair-borrowed-text = Die Personennummer ist gleich, aber Name oder Geburtsdatum nicht. Eine der beiden Nummern ist wahrscheinlich falsch. Sagen Sie, welche: Der Abgleich beachtet sie dann nicht mehr, und die Organisation wird um Berichtigung gebeten. Der Datensatz selbst bleibt, wie er geschickt wurde.
pair-dispute = Die Nummer ist falsch bei: { $a } { $b }
pair-disputed = { $a } wurde nach der Nummer in { $b } gefragt.
questions-answer-same = dieselbe Person
questions-answer-different = zwei Personen
questions-answer-unknown = Ich weiß es nicht
said-match-asked = Die Frage ist gesendet. Das Paar bleibt offen.
said-match-waits = Noch hat sich nichts geändert: Eine zweite Person muss zustimmen.
said-disputed = Der Abgleich beachtet diese Nummer nicht mehr. Die Organisation wurde gefragt.
questions-lead-questions = Die Datenpflege fragt, ob zwei Datensätze eine Person sind, die Sie kennen. Sie antworten nur für dieses Paar; entscheiden wird die Datenpflege.
questions-lead-second = Über geschützte Personen entscheiden zwei Menschen. Noch hat sich nichts geändert.
questions-lead-corrections = Diese Werte in Ihren Datensätzen gehören wahrscheinlich jemand anderem. Die Datensätze bleiben, wie Sie sie geschickt haben; bitte prüfen und berichtigen Sie sie in Ihrem eigenen System.
questions-none = Nichts wartet auf Sie
questions-none-questions = Wenn die Datenpflege Sie nach zwei Datensätzen fragt, erscheint die Frage hier.
questions-none-second = Wenn jemand eine Entscheidung über eine geschützte Person vorschlägt, erscheint sie hier.
questions-none-corrections = Wenn ein Wert in einem Ihrer Datensätze zweifelhaft ist, erscheint er hier.
questions-your-answer = Ihre Antwort
questions-unknown = Ich weiß es nicht
questions-say-which = Wählen Sie „Dieselbe Person“, „Zwei Personen“ oder „Ich weiß es nicht“.
second-own = Das haben Sie selbst vorgeschlagen. Jemand anderes muss zustimmen.
second-agree = Zustimmen und ausführen
second-refuse = Ablehnen
second-say-which = Wählen Sie „Zustimmen“ oder „Ablehnen“.
corrections-corrected = Wir haben es berichtigt
corrections-right = Es stimmt
corrections-say-which = Wählen Sie „Wir haben es berichtigt“ oder „Es stimmt“.
split-title = In zwei Personen trennen
split-lead = Was als eine Person galt, waren zwei. Wählen Sie die Datensätze, die herausgehen; sie werden eine eigene Person und bleiben von den übrigen getrennt.
split-choose = Welche Datensätze gehen heraus?
split-preview = Ansehen, was geschehen würde
split-after = Was geschehen würde
split-stays = Bleibt
split-goes = Geht heraus
split-entries = Was über die Person geschrieben wurde
split-entries-lead = Für jeden Eintrag wird eine Seite vorgeschlagen. Bestätigen Sie sie, oder wählen Sie die andere.
split-entries-none = Über die Person selbst wurde nichts geschrieben. Was die Organisationen geschickt haben, geht mit ihren Datensätzen.
split-why-own-file = Als es geschrieben wurde, gehörten nur Datensätze dieser Seite zur Person.{ $a }
split-why-mentions = Es nennt „{ $a }“, was nur auf dieser Seite steht.
split-why-organisation = Seine Organisation hat nur auf dieser Seite einen Datensatz.{ $a }
split-why-nothing = Nichts spricht für die eine oder andere Seite, also bleibt es.{ $a }
split-do = In zwei trennen
split-not = So lassen
protection-title = Schutz
protection-lead = Eine geschützte Akte erscheint in keiner Suche und lässt sich nur von den hier Genannten, der Datenpflege und der Datenschutzstelle öffnen. Über sie entscheiden zwei Menschen.
protection-on = Diese Akte ist geschützt
protection-off = Diese Akte ist nicht geschützt
protection-readers = Wer mit dieser Person arbeitet und die Akte öffnen darf
protection-do = Diese Akte schützen
protection-change = Ändern, wer sie öffnen darf
protection-lift = Schutz beenden (eine zweite Person muss zustimmen)
said-answered = Danke. Ihre Antwort ist gespeichert.
said-second-agreed = Zugestimmt: Es ist ausgeführt.
said-second-refused = Abgelehnt: Nichts hat sich geändert.
said-split = Jetzt sind es zwei Personen.
said-split-first = Über diese Person wurde etwas geschrieben. Prüfen Sie zuerst, zu wem es gehört.
said-protected = Die Akte ist geschützt.
numbers-title = Nummern, die bei zwei Personen stehen
numbers-none = Jede Personennummer steht bei einer Person
second-wish-same = Festhalten, dass sie eine Person sind
second-wish-different = Festhalten, dass sie zwei Personen sind
second-wish-unlinked = Diesen Datensatz aus seiner Person herauslösen
second-wish-split = Die Person in zwei Personen trennen
second-wish-disputed = Festhalten, dass die Personennummer falsch ist
second-wish-taken-back = Eine Entscheidung zurücknehmen
quality-title = Wie richtig die Verknüpfungen sind
quality-lead = Geschätzt aus dem, was Menschen sagten, ohne die Entscheidung der Maschine zu kennen, und gezählt aus den Datensätzen. Hier wird keine Person gezeigt.
quality-fields = Was den Datensätzen fehlt und was sich geändert hat
quality-sample = Blinde Stichprobe
quality-sample-lead = Bis zu zweihundert Paare von Datensätzen in zufälliger Reihenfolge; nach Paaren nahe der Grenze wird öfter gefragt. Sagen Sie von jedem, ob es eine Person ist; Sie erfahren nicht, was entschieden wurde. Eine neue Stichprobe beginnt von vorn.
quality-drawn = Gezogen: { $a }.
quality-answered = { $a } von { $b } beantwortet.
quality-go-on = Weiter antworten
quality-draw = Neue Stichprobe ziehen
quality-question = Eine Person oder zwei?
quality-pair = Paar { $a } von { $b }.
quality-blind = Was jede Quelle sagt. Was die Maschine daraus gemacht hat, wird nicht gezeigt.
quality-answer-same = Dieselbe Person
quality-answer-different = Zwei Personen
quality-answer-unsure = Nicht zu sagen
quality-you-said = Sie haben geantwortet: { $a }. Wählen Sie neu, um es zu ändern.
quality-say-which = Wählen Sie „Dieselbe Person“, „Zwei Personen“ oder „Nicht zu sagen“.
quality-before = Voriges Paar
quality-after = Nächstes Paar
quality-not-enough = Nicht genug Antworten: { $a }, nötig sind { $b }.
quality-one-model = Es gibt erst ein Modell, also nichts zum Vergleichen.
quality-from = { $n ->
    [0] Aus keinem Fall,
    [one] Aus { $n } Fall,
   *[other] Aus { $n } Fällen,
 }
quality-file = „{ $a }“ als Datei speichern
quality-as-of = Stand
quality-n = Fälle
quality-days = { $n ->
    [one] { $n } Tag
   *[other] { $n } Tage
 }
quality-week = { $n ->
    [0] wartet seit weniger als einer Woche
    [one] wartet seit { $n } Woche
   *[other] wartet seit { $n } Wochen
 }
quality-estimates = Genauigkeit und Trefferquote
quality-means-estimates = Genauigkeit: von den verknüpften Paaren der Anteil, der eine Person ist. Trefferquote: von den Paaren, die eine Person sind, der Anteil, der verknüpft ist, unter Paaren bis acht Bit unter der Grenze. Mit Intervallen von 95 %.
quality-strata = Die Stichprobe nach Art der Paare
quality-means-strata = Wie viele Paare es gab, als die Stichprobe gezogen wurde, nach wie vielen gefragt wird, und die Antworten. „Nicht zu sagen“ zählt in den Schätzungen nicht mit.
quality-queue = Offene Paare und ihr Alter
quality-means-queue = Paare, die auf Prüfung warten, und seit wann.
quality-duplicates = Wiederholungen innerhalb einer Quelle
quality-means-duplicates = Datensätze einer Organisation, die zu einer Person gehören, von der sie schon einen Datensatz hat.
quality-alone = Datensätze, die niemanden gefunden haben
quality-means-alone = Datensätze, die bei ihrer Person die einzigen sind.
quality-undone = Entscheidungen, die Datensätze bewegt haben
quality-means-undone = Falsche Verknüpfungen, die Menschen gelöst haben, und Paare, die Menschen verbunden haben. Zurückgenommene Entscheidungen zählen nicht.
quality-weights = Gewichte dieses und des vorigen Modells
quality-means-weights = m sagt, wie oft Datensätze einer Person so übereinstimmen, u, wie oft die von zwei Personen. Die Änderung ist in Bit angegeben.
quality-missing = Datensätze ohne Schlüsselangaben
quality-means-missing = Der Anteil der Datensätze einer Quelle, dem die Angabe derzeit fehlt. Kontakt heißt Telefonnummer oder E-Mail-Adresse.
quality-drift = Angaben jetzt und als das Modell gelernt wurde
quality-means-drift = Der Anteil der Datensätze, dem eine Angabe fehlt, und unter den vorhandenen Werten der Anteil der zehn häufigsten. Kein Wert wird gezeigt.
quality-row-precision = Genauigkeit
quality-row-recall = Trefferquote
quality-row-open = offene Paare
quality-row-median-age = mittleres Alter (Median)
quality-row-oldest = ältestes
quality-row-undone = Gelöste falsche Verknüpfungen
quality-row-joined = Von Menschen verbundene Paare
quality-column-measure = Maß
quality-column-estimate = Schätzung
quality-column-low = Von
quality-column-high = Bis
quality-column-stratum = Art der Paare
quality-column-pairs = Paare
quality-column-drawn = Gezogen
quality-column-same = Eine Person
quality-column-different = Zwei Personen
quality-column-unsure = Nicht zu sagen
quality-column-age = Alter
quality-column-source = Quelle
quality-column-records = Datensätze
quality-column-repeats = Wiederholungen
quality-column-share = Anteil
quality-column-unmatched = Allein
quality-column-decision = Entscheidung
quality-column-thirty-days = Letzte 30 Tage
quality-column-total = Insgesamt
quality-column-level = Vergleich
quality-column-m-before = m vorher
quality-column-m-now = m jetzt
quality-column-u-before = u vorher
quality-column-u-now = u jetzt
quality-column-bits-change = Änderung in Bit
quality-column-no-name = Kein ganzer Name
quality-column-no-birth = Kein Geburtsdatum
quality-column-no-id = Keine Personennummer
quality-column-no-address = Keine Adresse
quality-column-no-contact = Kein Kontakt
quality-column-source-field = Quelle und Angabe
quality-column-missing-then = Fehlte damals
quality-column-missing-now = Fehlt jetzt
quality-column-top-then = Zehn häufigste damals
quality-column-top-now = Zehn häufigste jetzt
quality-stratum-linked-sure = Verknüpft, neun Bit oder mehr über der Grenze
quality-stratum-linked-clear = Verknüpft, drei bis neun Bit darüber
quality-stratum-linked-near = Verknüpft, bis drei Bit darüber
quality-stratum-linked-below = Über andere verknüpft, unter der Grenze
quality-stratum-apart-above = Nicht verknüpft, über der Grenze
quality-stratum-apart-near = Nicht verknüpft, bis drei Bit darunter
quality-stratum-apart-under = Nicht verknüpft, drei bis acht Bit darunter
said-sample-drawn = Die Stichprobe ist gezogen.
said-sample-answered = Gespeichert. Um eine Antwort zu ändern, gehen Sie zum Paar zurück.
find-not-here = Nicht dabei?
register-title = Person erfassen
register-intro = Niemand soll seine Geschichte zweimal erzählen müssen: Während Sie tippen, erscheinen unten Personen, die es schon sein könnten.
register-go = Erfassen
register-not-yet = Zum Erfassen fehlt noch etwas
register-needs-name = Geben Sie einen Familiennamen oder einen Vornamen ein.
register-needs-more = Geben Sie ein Geburtsdatum oder eine Telefonnummer ein: Ein Name allein lässt sich nicht von anderen unterscheiden.
register-bad-date = Geben Sie ein Geburtsdatum ein, das nicht in der Zukunft liegt, als Jahr-Monat-Tag: 1988-03-14.
register-known = Ist es eine dieser Personen?
register-known-text = Wenn ja, öffnen Sie ihre Seite: Ein zweiter Datensatz entsteht nicht. Was übereinstimmt und was nicht, steht neben jedem Namen.
register-sure = Sehr wahrscheinlich dieselbe Person.
register-perhaps = Vielleicht dieselbe Person.
register-different = Keine davon: erfassen
register-unsure = Nicht sicher: erfassen, später vergleichen
register-unsure-hint = Auch „Nicht sicher“ legt einen Datensatz an. Bleibt es zweifelhaft, wem er gehört, sieht sich die Datenpflege beide an.
register-count = { $n ->
    [0] Niemand Bekanntes ist ähnlich
    [one] { $n } Person könnte dieselbe sein
   *[other] { $n } Personen könnten dieselbe sein
 }
said-registered = Die Person ist erfasst.
model-title = Das Modell des Abgleichs
model-intro = Jede Nacht werden die Gewichte aus allen Datensätzen neu gelernt. Was sich dadurch ändern würde, steht hier; nichts ändert sich, bevor Sie es annehmen.
model-estimate-now = Jetzt schätzen
model-none = Noch keine Schätzung
model-none-text = Die erste entsteht heute Nacht. Sie können auch jetzt eine machen lassen; bei vielen Datensätzen dauert es einige Minuten.
model-of = Schätzung vom { $a }
model-records = { $n ->
    [one] Aus { $n } Datensatz gelernt.
   *[other] Aus { $n } Datensätzen gelernt.
 }
model-joined = Personen, die Teil einer anderen werden
model-parted = Personen, die auseinanderfallen
model-moved = Datensätze, die wechseln
model-possible = Paare, die auf Sie warten
model-accept = Neues Modell annehmen
model-decline = Jetziges behalten
model-accept-hint = Beim Annehmen werden alle neu verknüpft. Was Menschen entschieden haben, bleibt, und jeder Datensatz, der wechselt, lässt sich zurückholen.
model-say-which = Sagen Sie, ob das neue Modell gelten oder das jetzige bleiben soll.
model-examples = Datensätze, die wechseln würden
model-from = von dieser Person
model-to = zu dieser
model-to-own = zu einer eigenen Person
model-earlier = Frühere Schätzungen
model-when = Gemacht
model-what = Was daraus wurde
model-state-open = Wartet auf Ihr Wort.
model-state-nothing = Niemand würde wechseln.
model-state-accepted = Angenommen.
model-state-declined = Abgelehnt.
model-state-outdated = Durch eine spätere ersetzt.
said-model-estimated = Die Schätzung ist fertig.
said-model-accepted = Das neue Modell gilt; alle sind danach verknüpft.
said-model-declined = Das jetzige Modell bleibt.
said-model-under-way = Das dauert eine Weile und läuft weiter; sehen Sie in einigen Minuten wieder nach.
said-withdrawn = Der Datensatz ist zurückgezogen. Unten lässt sich das zurücknehmen.
withdraw-say-why = Schreiben Sie, was die Quelle Ihnen gesagt hat: Ohne Grund kann später niemand beurteilen, ob es richtig war.
second-one = Eine Seite, alle ihre Datensätze
second-other = Die andere Seite, alle ihre Datensätze
links-one-client-now = Diese zwei Datensätze sind jetzt eine Person: Lösen Sie einen davon auf der Seite der Person heraus.
links-all-records = Das sind alle Datensätze dieser Person: Mindestens einer muss bleiben.
matches-column-one = Eine Seite
matches-column-organisation = Organisation
matches-column-other = Andere Seite
matches-column-harm = Schaden
matches-column-why = Warum
matches-column-says = Der Abgleich sagt
matches-column-bits = Bit
matches-column-since = Seit
quality-few = Diese Zahlen beruhen auf { $a } Antworten, weniger als die { $b } geplanten: Mehr Paare gibt es nicht. Eine weitere Antwort kann sie noch verschieben.
numbers-more = Weitere Nummern
numbers-first = Von vorn
door-title = Warum öffnen Sie diese Akte?
door-lead = Sie arbeiten nicht mit dieser Person. Sagen Sie, warum Sie die Akte öffnen: Der Grund steht im Zugriffsprotokoll, das die Person lesen kann, und gilt vier Stunden.
door-say-which = Sagen Sie, warum Sie die Akte öffnen: Wählen Sie einen der Gründe.
door-open = Akte öffnen
door-reception = Die Person ist am Empfang oder am Telefon
door-handover = Ich übernehme den Fall oder bereite das vor
door-referral = Ich bereite die Vermittlung an einen Dienst oder einen Platz vor
door-shows-reception = Sie sehen, wer die Person ist, ihren Status und ihre Gespräche.
door-shows-handover = Sie sehen den Verlauf, aber nichts Vertrauliches.
door-shows-referral = Sie sehen Status, Gespräche, Vereinbarungen und Kurse, aber nichts Vertrauliches.
door-shows-emergency = Sie sehen, was eine Beratungsfachkraft sieht, bis der Notfall vorbei ist. Danach wird es geprüft.
door-emergency = Es ist ein Notfall, und nichts davon reicht
emergency-title = Akte im Notfall öffnen
emergency-lead = Wenn Leben, Gesundheit oder Wohnung eines Menschen nicht auf die warten können, die mit ihm arbeiten. Eine Person, vier Stunden.
emergency-told = Die Person und Ihre Teamleitung erfahren es sofort, mit Ihrem Grund. Danach wird es geprüft.
emergency-number = Personennummer oder Telefon
emergency-reason = Was ist geschehen?
emergency-reason-hint = Mit Ihren eigenen Worten. Die Person kann das lesen.
emergency-do = Akte jetzt öffnen
emergency-number-wrong = Geben Sie die ganze Nummer ein, mindestens acht Ziffern.
emergency-reason-wrong = Schreiben Sie, was geschehen ist, mit mindestens zehn Buchstaben.
emergency-nobody = Unter dieser Nummer lässt sich niemand öffnen. Prüfen Sie die Nummer, oder fragen Sie die Datenschutzstelle.
emergency-say-which = Sagen Sie, ob es richtig war oder nicht.
emergency-link = Kann es nicht warten? Akte im Notfall öffnen
nav-emergencies = Notfälle
nav-team = Team
reviews-lead = Akten, die im Notfall geöffnet wurden und die noch niemand geprüft hat.
reviews-none = Niemand hat eine Akte im Notfall geöffnet.
reviews-late = { $n ->
    [one] { $n } wartet seit mehr als drei Tagen.
   *[other] { $n } warten seit mehr als drei Tagen.
 }
reviews-overdue = überfällig
reviews-opened = Hat die Akte von { $a } geöffnet, { $b }:
reviews-own = Das haben Sie selbst geöffnet. Jemand anderes muss es prüfen.
reviews-right = Es war richtig
reviews-wrong = Es war nicht richtig
said-emergency-open = Die Akte ist vier Stunden lang offen. Die Person und Ihre Teamleitung wissen Bescheid.
said-emergency-reviewed = Ihre Prüfung ist gespeichert. Die Person kann sie lesen.
team-lead = Wer wie viele Menschen berät und wer wen vertritt.
team-members = Beratungsfachkräfte
team-clients = { $n ->
    [one] { $n } Person
   *[other] { $n } Personen
 }
team-covers = Vertretungen
team-no-covers = Niemand vertritt jemanden.
team-cover = { $a } vertritt { $b }
team-cover-end = Jetzt beenden
team-absent = Wer ist weg?
team-colleague = Wer vertritt?
team-cover-add = Vertretung eintragen
team-say-who = Wählen Sie jemanden aus Ihrem Team.
team-say-two = Wählen Sie zwei verschiedene Personen.
team-say-when = Geben Sie einen ersten und einen letzten Tag ein; der letzte darf nicht vorbei sein.
said-cover-added = Die Vertretung ist eingetragen.
said-cover-ended = Die Vertretung ist beendet.
counsellor-title = Wer berät die Person?
counsellor-now = { $a }, seit { $b }.
counsellor-none = Diese Person berät noch niemand.
counsellor-new = Beratungsfachkraft
counsellor-do = Zuweisen
said-assigned = Die Beratungsfachkraft ist zugewiesen.
emergency-not-yet = Die Akte ist noch nicht offen

# Aufsicht über das Zugriffsprotokoll.
nav-oversight = Auffällige Zugriffe
nav-asked = Rückfragen
oversight-title = Auffällige Zugriffe prüfen
oversight-waiting = { $n ->
    [0] Nichts wartet auf Sie.
    [one] Einer wartet auf ein Ergebnis.
   *[other] { $n } warten auf ein Ergebnis.
  }
oversight-reached = Das Zugriffsprotokoll ist bis Zeile { $n } durchgesehen.
oversight-emergencies = { $n ->
    [one] Eine im Notfall geöffnete Akte ist noch nicht geprüft
   *[other] { $n } im Notfall geöffnete Akten sind noch nicht geprüft
  }
oversight-filter = Filter
oversight-by-state = Stand
oversight-by-rule = Warum
oversight-none = Nichts passt
oversight-none-text = Was die Regeln im Zugriffsprotokoll finden und was Menschen falsch vorkommt, erscheint hier innerhalb einer Minute.
oversight-show-all = Alles zeigen, was wartet
flag-filter-waiting = Nicht abgeschlossen
flag-filter-open = Neu
flag-filter-asked = Nachgefragt
flag-filter-answered = Beantwortet
flag-filter-closed = Abgeschlossen
flag-filter-all = Alles
oversight-any-rule = Jeder Grund
flag-state-open = Neu
flag-state-asked = Nachgefragt
flag-state-answered = Beantwortet
flag-state-closed = Abgeschlossen
flag-outcome-explained = Erklärt
flag-outcome-false-alarm = Fehlalarm
flag-outcome-breach = Verstoß
flag-rule-looks-wrong = Die Person sagt: Das kommt mir falsch vor
flag-rule-budget = Angehalten: mehr Personen, als an einem Tag gezeigt werden dürfen
flag-rule-own-file = Eine Akte auf den eigenen Namen
flag-rule-same-surname = Gleicher Familienname
flag-rule-same-address = Gleiche Adresse
flag-rule-well-known = Eine allgemein bekannte Person
flag-rule-burst = Viele Personen in kurzer Zeit
flag-rule-without-relation = Akten von Personen, mit denen nicht gearbeitet wird
flag-rule-off-hours = Außerhalb der Arbeitszeit
flag-rule-after-closure = Lange nach dem Ende der Arbeitslosigkeit
flag-means-looks-wrong = Die Person hat unter „Wer hat nachgesehen“ gelesen, dass ihre Akte geöffnet wurde, und gesagt, dass ihr das falsch vorkommt. Sie liest Ihr Ergebnis.
flag-means-budget = Diesem Benutzer wird heute nichts mehr gezeigt. Das Konto kann in falschen Händen sein: Fragen Sie telefonisch nach, oder lassen Sie es von der Administration beenden.
flag-means-own-file = Die Person heißt wie der Benutzer, Wort für Wort.
flag-means-same-surname = Die Person hat einen Familiennamen, den auch der Benutzer hat. Sie können verwandt sein oder auch nicht.
flag-means-same-address = Die Person wohnt dort, wo jemand wohnt, der wie der Benutzer heißt.
flag-means-well-known = Sie haben diese Person als allgemein bekannt gekennzeichnet. Jedes Öffnen ihrer Akte wird aufgelistet.
flag-means-burst = So viele verschiedene Personen wurden innerhalb weniger Minuten heute zum ersten Mal gezeigt.
flag-means-without-relation = Der Benutzer hat an einem Tag die Akten so vieler Personen aus einem Grund geöffnet, der erst beim Öffnen genannt wurde.
flag-means-off-hours = Dem Benutzer wurde jemand außerhalb der Arbeitszeit gezeigt, die im Regelwerk steht.
flag-means-after-closure = Die letzte Arbeitslosigkeit der Person ist lange vorbei, und ihre Akte wurde geöffnet.
flag-quiet = { $n ->
    [one] Als erklärt oder als Fehlalarm abgeschlossen, wird dasselbe bei diesem Benutzer einen Tag lang nicht wieder aufgelistet.
   *[other] Als erklärt oder als Fehlalarm abgeschlossen, wird dasselbe bei diesem Benutzer { $n } Tage lang nicht wieder aufgelistet.
  }
flag-people = { $n ->
    [one] eine Person
   *[other] { $n } Personen
  }
flag-lines = { $n ->
    [one] Eine Zeile des Zugriffsprotokolls
   *[other] { $n } Zeilen des Zugriffsprotokolls
  }
flag-one = Ein Zugriff
flag-found = Was gefunden wurde
flag-person = Wessen Akte:
flag-says = In den Worten der Person:
flag-ask = Nach dem Grund fragen
flag-ask-do = Fragen
flag-ask-hint = Der Benutzer liest das bei der nächsten Anmeldung, mit dem Namen der Person, und antwortet mit eigenen Worten.
flag-question = Die Frage
flag-question-usual = Bitte sagen Sie in wenigen Worten, wofür Sie das gebraucht haben ({ $a }).
flag-answer = Die Antwort
flag-waits-answer = Gefragt: { $a }. Noch gibt es keine Antwort.
flag-close = Abschließen
flag-close-hint = Der Benutzer liest das Ergebnis, Ihre Anmerkung nicht. Bei einem Verstoß schreiben Sie in die Anmerkung, was daraus folgt.
flag-note = Ihre Anmerkung
flag-tell-person = Was die Person außer dem Ergebnis erfährt
flag-told-person = Der Person wurde mitgeteilt:
flag-more = Diesem Benutzer dürfen heute noch einmal so viele Personen gezeigt werden
flag-closed-on = Abgeschlossen: { $a }.
flag-own = Das betrifft Sie selbst. Jemand anderes muss es prüfen.
flag-say-question = Schreiben Sie, was Sie wissen möchten.
flag-say-outcome = Sagen Sie, was herausgekommen ist: erklärt, Fehlalarm oder Verstoß.
flag-say-note = Schreiben Sie in die Anmerkung, was aus dem Verstoß folgt.
said-flag-asked = Der Benutzer wurde gefragt. Die Frage steht auf seiner Startseite.
said-flag-closed = Abgeschlossen. Der Benutzer wurde benachrichtigt.
asked-title = Rückfragen der Datenschutzstelle
asked-lead = Zugriffe werden nach festen Regeln geprüft; die meisten haben einen guten Grund. Nennen Sie Ihren mit eigenen Worten.
asked-none = Die Datenschutzstelle hat keine Fragen an Sie.
asked-look-up = Wo Sie nachgesehen haben
asked-why = Warum es geprüft wird: { $a }.
asked-question = Die Datenschutzstelle fragt:
asked-answered = Sie haben geantwortet:
asked-your-answer = Ihre Antwort
asked-do = Antwort senden
asked-say = Schreiben Sie zuerst Ihre Antwort.
asked-waits = Die Datenschutzstelle hat Ihre Antwort.
asked-outcome-explained = Abgeschlossen: Es gab einen guten Grund.
asked-outcome-false-alarm = Abgeschlossen: Es war ein Fehlalarm.
asked-outcome-breach = Abgeschlossen: Es war nicht in Ordnung. Die Datenschutzstelle wird mit Ihnen sprechen.
said-asked-answered = Ihre Antwort ist gesendet.
well-known-title = Allgemein bekannte Personen
well-known-lead = Jedes Öffnen der Akten dieser Personen wird unter den auffälligen Zugriffen aufgelistet. Kennzeichnen Sie jemanden auf der Seite „Wer hat nachgesehen“ dieser Person.
well-known-none = Niemand ist gekennzeichnet
well-known-none-text = Suchen Sie die Person im Zugriffsprotokoll, öffnen Sie „Wer hat nachgesehen“ und kennzeichnen Sie sie dort.
well-known-marked = Gekennzeichnet
well-known-since = seit { $a }
well-known-end = Kennzeichnung aufheben
said-well-known-marked = Jedes Öffnen der Akte dieser Person wird ab jetzt aufgelistet.
said-well-known-ended = Die Kennzeichnung ist aufgehoben.

## Was weitergegeben wird
sharing-title = Was weitergegeben wird
sharing-lead-staff = Was jede Organisation über diese Person lesen darf und warum. Schreiben Sie hier auf, was die Person auf Papier oder mündlich dazu sagt.
sharing-question = Was darf { $a } lesen?
sharing-own = Was sie selbst geschrieben hat, liest die Organisation ohnehin.
sharing-yours = Nur mit Einwilligung
sharing-is-on = Wird weitergegeben
sharing-is-off = Wird nicht weitergegeben
sharing-since-until = seit { $a }, bis { $b }
sharing-not-since = nicht seit { $a }
sharing-ended = von selbst beendet am { $a }
sharing-never = noch nicht eingewilligt
sharing-stop = Nicht mehr weitergeben
sharing-start = Weitergeben
sharing-receipts = Was gesagt wurde, mit Belegen
sharing-receipt = Beleg
sharing-ask-off = „{ $a }“ nicht mehr weitergeben an { $b }?
sharing-ask-on = „{ $a }“ weitergeben an { $b }?
sharing-consequence = Ab jetzt sieht { $b } nicht mehr, was andere unter „{ $a }“ schreiben. Was dort schon gelesen wurde, kann im Gedächtnis bleiben; was die Organisation selbst geschrieben hat, behält sie. Ihre Hilfe kann länger dauern, weil sie noch einmal fragen muss.
sharing-on-until = Das endet von selbst am { $a }.
sharing-do-off = Ja, nicht mehr weitergeben
sharing-do-on = Ja, weitergeben
sharing-leave = So lassen, wie es ist
sharing-how = Wie hat die Person das gesagt?
sharing-how-paper = Auf Papier, unterschrieben
sharing-how-voice = Mündlich, zu mir
sharing-on-day = An welchem Tag
sharing-say-how = Sagen Sie, wie die Person es gesagt hat: auf Papier oder mündlich.
sharing-say-when = Der Tag darf nicht nach heute liegen. Schreiben Sie ihn als Jahr-Monat-Tag.
sharing-kind-status = Arbeit und Meldung
sharing-kind-meeting = Gespräche
sharing-kind-assessment = Bedarfseinschätzung
sharing-kind-agreement = Vereinbarung und Schritte
sharing-kind-training = Kurse und Dienste
sharing-kind-benefit = Leistungen
sharing-kind-housing = Wohnen
sharing-kind-health = Gesundheit
sharing-kind-note = Notizen der Beratungsfachkraft
sharing-kind-link = Datensätze
sharing-ground-law = So steht es in einem Gesetz. Hier gibt es nichts abzuschalten.
sharing-ground-public-task = Das ist eine gesetzliche Aufgabe der Organisation, oder sie erfüllt sie für die Arbeitsverwaltung. Hier gibt es nichts abzuschalten.
sharing-ground-contract = So steht es in der Eingliederungsvereinbarung. Es ändert sich, wenn sich die Vereinbarung ändert.
sharing-said-given = „{ $a }“ wird weitergegeben an { $b }.
sharing-said-refused = „{ $a }“ soll nicht weitergegeben werden an { $b }.
sharing-said-withdrawn = „{ $a }“ wird nicht mehr weitergegeben an { $b }.
sharing-said-ended = Es hat von selbst geendet.
sharing-channel-portal = Im Portal gesagt.
sharing-channel-paper = Auf Papier gesagt.
sharing-channel-voice = Mündlich gesagt.
said-sharing-on = Das wird jetzt weitergegeben.
said-sharing-late = Aufgeschrieben. Weitergegeben wird es nicht: Die Person hat seitdem Nein gesagt, und das spätere Wort zählt.
said-sharing-off = Das wird ab diesem Augenblick nicht mehr weitergegeben. Wer die Person berät, erfährt es.
said-notice-read = Als gelesen gekennzeichnet.
consent-text-sharing-1 = { $b } darf lesen, was andere Organisationen in der Akte unter „{ $a }“ schreiben, damit alle gemeinsam helfen können. Das ist freiwillig: Ein Nein hat keine Folgen für Leistungen oder Rechte, und ein Ja kann jederzeit zurückgenommen werden.
consent-purpose-casework = Gemeinsame Unterstützung der Person
consent-retention = Die Erklärung und dieser Beleg werden als Nachweis so lange aufbewahrt wie die Akte.
consent-withdrawal = Jederzeit: im Portal unter „Meine Daten“ oder bei der Beratungsfachkraft.
consent-rights = Auskunft, Berichtigung, Einschränkung, Widerspruch, Beschwerde bei der Datenschutz-Aufsichtsbehörde.
receipt-title = Beleg
receipt-lead = Wozu Ja oder Nein gesagt wurde, in den Worten, die gelesen wurden.
receipt-for = Wofür
receipt-answers = Wer für die Daten verantwortlich ist
receipt-until = Bis
receipt-withdraw = Wie man es zurücknimmt
receipt-rights = Rechte
receipt-kept = Wie lange das aufbewahrt wird
receipt-number = Nummer
receipt-events = Was geschehen ist
nav-notices = Änderungen von Betreuten
notices-lead = Was die Menschen, die Sie beraten, selbst geändert haben. Es gilt schon; Sie erfahren es, damit Sie darüber sprechen können.
notices-none = Nichts Neues.
notices-read = Ich habe es gelesen

# Was jemand sehen würde
would-see-title = Was würde man sehen?
would-see-lead = Wählen Sie, wer kommen könnte. Sie lesen, was die Regeln dieser Rolle heute über die Person zeigen würden und welche Regel Nein sagt. Nichts aus der Akte wird hier gezeigt.
would-see-role = Jemand mit der Rolle
would-see-purpose = Angegebener Zweck
would-see-nothing-said = nichts Bestimmtes
would-see-ties = Was sie mit der Person verbinden würde, neben dem, was ihre Organisation verbindet
would-see-do = Ausprobieren
would-see-who = { $a }, { $b }
would-see-opens = Die Akte öffnet sich
would-see-shut = Die Akte bleibt zu
would-see-for = Zweck: { $a }. Rechtsgrundlage: { $b }.
would-see-because = Was sie mit dieser Person verbindet
would-see-no-tie = Nichts.
would-see-agreed = Die Person hat in die Weitergabe eingewilligt: { $a }
would-see-masked = Organisationen, deren bloßer Name zu viel verrät, werden ohne Namen gezeigt.
would-see-reads = Was man lesen würde, wenn es etwas gibt
would-see-kind = Art des Eintrags
would-see-own = Von der eigenen Organisation geschrieben
would-see-others = Von anderen geschrieben
would-see-whole = alles davon
would-see-conclusion = nur, was für die Arbeit folgt
would-see-restricted = dass es einen gibt und wen man fragt
would-see-hidden = nichts
would-see-could = Was man tun könnte
relation-own-file = Es geht um die Person selbst
relation-counsellor = Berät die Person
relation-covering = Vertritt die Beratungsfachkraft, die nicht da ist
relation-team = Gehört zum Fallteam der Person
relation-referral = Die Person wurde an die Organisation vermittelt
relation-release = Die Person lässt die Organisation einen Teil lesen
relation-keeper = Die Organisation führt einen Datensatz der Person
relation-named = Die Akte ist geschützt, und man ist dort genannt
relation-asked = Wurde zu der Person etwas gefragt
relation-emergency = Hat die Akte vor weniger als vier Stunden in einem Notfall geöffnet

# Requests, copies and what came with them
nav-requests = Anliegen
act-make-request = Ein Anliegen zu Daten
act-answer-requests = Ein Anliegen beantwortet
read-make-request = hat aufgeschrieben, worum Sie zu Ihren Daten bitten
read-answer-requests = worum Sie zu Ihren Daten bitten, um es zu beantworten
requests-mine = Worum Sie bitten
requests-lead = Sie können um eine Kopie von allem bitten, etwas berichtigen lassen oder verlangen, dass etwas nicht mehr genutzt oder gelöscht wird. Das kostet nichts.
requests-title = Anliegen
requests-desk-lead = Worum Menschen zu ihren Daten bitten. Was als Nächstes fällig ist, steht oben.
requests-late = { $n ->
    [one] Eines ist überfällig.
   *[other] { $n } sind überfällig.
  }
requests-waiting = Was wartet
requests-closed = Was abgeschlossen ist
requests-more = Weitere Anliegen
requests-none = Hier ist nichts
requests-none-text = Menschen bitten auf ihrer Seite „Meine Daten“. Was sie auf Papier oder mündlich sagen, wird unter „Wer nachgesehen hat“ oder von ihrer Beratungsfachkraft aufgeschrieben.
request-kind-copy = Eine Kopie von allem
request-kind-correction = Etwas berichtigen
request-kind-restriction = Etwas vorerst nicht nutzen
request-kind-objection = Ein Widerspruch
request-kind-erasure = Etwas löschen
request-means-copy = Was über Sie gespeichert ist, woher es kommt und wer es gelesen hat.
request-means-correction = Sagen Sie, was falsch ist und wie es richtig heißt.
request-means-restriction = Solange etwas strittig ist, bleibt es erhalten und wird nicht genutzt.
request-means-objection = Sagen Sie, warum Ihre Lage dagegen spricht.
request-means-erasure = Was nach dem Gesetz bleiben muss, bleibt für seine Zeit; Sie erfahren, was und warum.
request-waits = Wartet auf eine Antwort
request-outcome-granted = Erledigt
request-outcome-partly = Zum Teil erledigt
request-outcome-refused = Nicht erledigt
request-outcome-withdrawn = Zurückgenommen
request-asked-on = Gebeten am { $a }.
request-put-off = Verlängert am { $a }: Die Antwort kommt bis { $b }.
request-is-put-off = Verlängert
request-told-granted = Beantwortet am { $a }: Es ist erledigt.
request-told-partly = Beantwortet am { $a }: Es ist zum Teil erledigt. Was nicht, und warum:
request-told-refused = Beantwortet am { $a }: Es ist nicht erledigt. Der Grund:
request-told-withdrawn = Zurückgenommen am { $a }.
request-complain = Sie können sich darüber bei der Datenschutzbehörde Ihres Landes beschweren, und Sie können vor Gericht gehen. Beides kostet Sie hier kein Recht.
request-answer-by = Sie haben bis { $a } eine Antwort.
request-withdraw = Ich bitte nicht mehr darum
request-new = Um etwas bitten
request-what = Worum bitten Sie?
request-says = In Ihren eigenen Worten
request-clock = Die Datenschutzstelle antwortet innerhalb eines Monats. Ist es schwierig, darf es zwei Monate länger dauern; dann erfahren Sie den Grund.
request-do = Bitten
request-say-kind = Wählen Sie, worum gebeten wird.
request-say-what = Sagen Sie mit wenigen Worten, worum es geht.
said-request-made = Sie haben darum gebeten. Die Antwort kommt auf diese Seite.
said-request-withdrawn = Sie bitten nicht mehr darum.
request-write = Ein Anliegen aufschreiben
request-write-lead = Für jemanden, der auf Papier oder mündlich bittet. Der Monat läuft ab dem Tag, an dem gebeten wurde, nicht ab heute. Die Datenschutzstelle antwortet.
request-what-they = Worum wird gebeten?
request-says-they = In den Worten der Person
request-on-day = An welchem Tag wurde gebeten
request-language = In welcher Sprache liest die Person die Antwort
request-write-do = Aufschreiben
said-request-written = Es ist aufgeschrieben, und die Datenschutzstelle hat es.
request-of-nobody = Der Datensatz, um den es ging, wurde entfernt.
request-days-late = { $n ->
    [one] Einen Tag überfällig
   *[other] { $n } Tage überfällig
  }
request-days-left = { $n ->
    [0] Heute fällig
    [one] Noch ein Tag
   *[other] Noch { $n } Tage
  }
request-from-to = Gebeten am { $a }, fällig am { $b }
request-one = Ein Anliegen
request-asked = Worum gebeten wird
request-no-words = Die Person hat nichts dazugeschrieben.
request-written-by = Aufgeschrieben von { $a }, { $b }.
request-reads = Liest die Antwort auf: { $a }.
request-answer = Die Antwort
request-duty-copy = Die Person hat ein Recht darauf: was über sie gespeichert ist, woher es kommt, wer es bekommt und wie lange es bleibt.
request-duty-correction = Was falsch ist, wird dort berichtigt, wo es herkommt; was bleibt, wie es ist, wird mit Grund mitgeteilt.
request-duty-restriction = Die Person hat ein Recht darauf, solange etwas strittig ist, ein Widerspruch läuft oder sie es für einen Anspruch braucht.
request-duty-objection = Es wird nicht mehr genutzt, außer zwingende Gründe wiegen schwerer; nennen Sie diese.
request-duty-erasure = Gelöscht wird, was kein Gesetz zu behalten verlangt. Sagen Sie, was bleibt, wie lange und auf welcher Grundlage.
request-came = Was ist daraus geworden?
request-tell = Was die Person erfährt
request-tell-hint = In einfachen Worten. Sagen Sie bei dem, was nicht erledigt ist, warum. Wie man sich beschwert, steht von selbst dabei.
request-answer-do = Antworten
request-extend = Mehr Zeit
request-extend-text = Einmal, mit einem Grund, den die Person liest, darf die Antwort bis { $a } warten.
request-reason = Warum es länger dauert
request-extend-do = Frist verlängern
request-say-outcome = Sagen Sie, was daraus geworden ist: erledigt, zum Teil erledigt oder nicht erledigt.
request-say-told = Sagen Sie der Person, warum etwas nicht erledigt ist.
request-say-reason = Sagen Sie der Person, warum es länger dauert.
said-request-answered = Beantwortet. Die Person liest es auf ihrer Seite.
said-request-extended = Verlängert. Die Person liest den Grund.
my-data-requests = Worum Sie bitten können
my-data-requests-text = Eine Kopie von allem, eine Berichtigung, ein Widerspruch, eine Löschung: Sie haben innerhalb eines Monats eine Antwort.
my-data-requests-go = { $n ->
    [0] Um etwas bitten
    [one] Um etwas bitten und sehen, was noch wartet
   *[other] Um etwas bitten und die { $n } sehen, die warten
  }
oversight-requests = { $n ->
    [one] Ein Anliegen einer Person zu ihren Daten wartet auf eine Antwort
   *[other] { $n } Anliegen von Menschen zu ihren Daten warten auf eine Antwort
  }
request-about = Es geht um: { $a }, { $b }.
request-beside = Wird es nicht berichtigt, so steht daneben, was Sie hier schreiben, für alle, die es lesen.
request-right = Was dort ab jetzt steht
request-right-detail = Einzelheit „{ $a }“
request-right-hint = Was hier geschrieben wird, wird ein neuer Eintrag; der alte bleibt dahinter, als berichtigt gekennzeichnet. Wird nicht berichtigt, so stehen die Worte der Person daneben.
request-say-right = Schreiben Sie, was im Eintrag ab jetzt steht, oder wählen Sie „Zum Teil erledigt“ oder „Nicht erledigt“.
rule-restricted = Die Person hat die Nutzung ihrer Akte einschränken lassen oder ihr widersprochen.
request-in-force = Die Akte ist eingeschränkt.
request-in-force-text = Was über Sie geschrieben wurde, bleibt erhalten und wird niemandem gezeigt außer Ihnen, denen, denen Sie zustimmen, und im Notfall.
request-lifted = Die Einschränkung endete am { $a }:
request-lift-text = Was geschrieben wurde, bleibt erhalten und wird nicht genutzt. Bevor Sie das beenden, sagen Sie der Person, warum; sie liest es sofort.
request-lift-reason = Warum die Einschränkung endet
request-lift-do = Einschränkung beenden
request-say-lift = Sagen Sie der Person, warum die Einschränkung endet.
said-request-lifted = Die Einschränkung ist beendet. Die Person liest den Grund.

# Verletzungen des Schutzes personenbezogener Daten.
act-handle-breaches = Eine Datenpanne bearbeitet
read-handle-breaches = Ihren Namen, weil Ihre Daten von einer Datenpanne betroffen sind
breaches-title = Datenpannen
breaches-lead = Was an jemanden gelangt ist, der es nicht haben sollte. Die Aufsichtsbehörde muss es innerhalb von 72 Stunden nach dem Bemerken wissen. Die Frist, die zuerst endet, steht oben.
breaches-none = Keine Datenpanne ist erfasst
breaches-none-text = Sind Daten an jemanden gelangt, der sie nicht haben sollte, so schreiben Sie es hier auf, auch wenn noch nicht alles bekannt ist. Was später bekannt wird, kommt dazu.
breaches-more = Weitere Datenpannen
breach-new = Datenpanne erfassen
breach-new-lead = Schreiben Sie, was jetzt bekannt ist. Wer betroffen ist, wird aus dem Zugriffsprotokoll gelesen. Was Sie schreiben, wird nie geändert; später kommt mehr dazu.
breach-what = Was ist geschehen
breach-when-noticed = Wann wurde es bemerkt? Ab hier laufen die 72 Stunden
breach-when = Wann ist es geschehen?
breach-from = Von
breach-to = Bis
breach-utc = Alle Zeiten sind in koordinierter Weltzeit (UTC), wie überall in Throughline.
breach-actor = An wen sind Daten gelangt?
breach-actor-hint = Wählen Sie eines: ein Benutzerkonto, das missbraucht wurde, oder eine Organisation.
breach-user = Ein Benutzerkonto
breach-organisation = Alle einer Organisation
breach-new-do = Erfassen
breach-say-what = Schreiben Sie in wenigen Worten, was geschehen ist.
breach-say-noticed = Schreiben Sie, wann es bemerkt wurde: Tag und Uhrzeit, nicht in der Zukunft.
breach-say-window = Schreiben Sie, von wann bis wann es geschehen ist. Das Ende liegt nicht vor dem Anfang und nicht in der Zukunft.
breach-say-actor = Wählen Sie, an wen Daten gelangt sind: ein Benutzerkonto oder eine Organisation.
breach-say-step = Wählen Sie, was getan wurde.
breach-say-why = Schreiben Sie es in wenigen Worten auf.
breach-say-how = Schreiben Sie, wie sie benachrichtigt wurden und unter welchem Zeichen.
breach-say-when = Schreiben Sie, wann sie benachrichtigt wurden: nach dem Bemerken und nicht in der Zukunft.
breach-say-notice = Schreiben Sie die Benachrichtigung in jeder Sprache, auch was der Entwurf offen lässt: die Menschen lesen sie in ihrer.
breach-say-spared = Wählen Sie, warum die Betroffenen nicht benachrichtigt werden müssen.
breach-say-delay = Die Aufsichtsbehörde wurde nach mehr als 72 Stunden benachrichtigt. Schreiben Sie, warum es länger gedauert hat: das Gesetz verlangt es.
breach-first-authority = Sie kann noch nicht geschlossen werden. Benachrichtigen Sie die Aufsichtsbehörde, oder schreiben Sie, warum das nicht nötig ist.
breach-first-people = Sie kann noch nicht geschlossen werden. Benachrichtigen Sie die Betroffenen, oder schreiben Sie, warum das nicht nötig ist.
said-breach-recorded = Die Datenpanne ist erfasst. Wer betroffen ist, wurde aus dem Zugriffsprotokoll gelesen.
said-breach-step = Es ist aufgeschrieben.
breach-noticed = Bemerkt am { $a }
breach-settled = Gegenüber der Behörde erledigt
breach-hours-late = { $n ->
    [0] Verspätet
    [one] Eine Stunde verspätet
   *[other] { $n } Stunden verspätet
  }
breach-hours-left = { $n ->
    [0] Noch weniger als eine Stunde
    [one] Noch eine Stunde
   *[other] Noch { $n } Stunden
  }
breach-people = { $n ->
    [one] Eine Person
   *[other] { $n } Personen
  }
breach-readings = { $n ->
    [one] einmal gezeigt
   *[other] { $n }-mal gezeigt
  }
breach-window = { $a } bis { $b }
breach-people-title = Wen es betrifft
breach-people-lead = Alle, die ihnen in dieser Zeit gezeigt wurden, so wie es im Zugriffsprotokoll steht. In der Datei stehen Nummern statt Namen.
breach-people-more = Weitere Personen
breach-of-nobody = Von dieser Person ist nichts mehr bekannt
breach-nobody = Niemand wurde gezeigt
breach-nobody-text = Das Zugriffsprotokoll hat in dieser Zeit keine Zeile davon. Prüfen Sie die Zeit und wen Sie gewählt haben.
breach-texts = Texte für die Behörde und für die Betroffenen
breach-texts-lead = Entworfen aus dem, was hier steht. Lesen Sie sie, ergänzen Sie, was fehlt, und senden Sie sie auf Ihrem eigenen Weg.
breach-one = Eine Datenpanne
breach-due = Die Aufsichtsbehörde muss es bis { $a } wissen.
breach-overdue = Überfällig seit { $a }. Benachrichtigen Sie die Aufsichtsbehörde jetzt, und schreiben Sie, warum es länger gedauert hat.
breach-happened = Was geschehen ist
breach-steps = Was getan wurde
breach-told-at = Benachrichtigt am { $a }
breach-written-by = Geschrieben am { $a } von { $b }
breach-step-risk = Was es bedeuten kann
breach-step-measures = Maßnahmen
breach-step-authority-told = Die Behörde wurde benachrichtigt
breach-step-authority-not = Die Behörde muss nicht benachrichtigt werden
breach-step-delay = Warum es spät war
breach-step-people-told = Die Betroffenen wurden benachrichtigt
breach-step-notice = Die Benachrichtigung
breach-step-people-not = Die Betroffenen müssen nicht benachrichtigt werden
breach-step-closed = Geschlossen
breach-spared-no-high-risk = Es ist kein hohes Risiko für sie
breach-spared-unreadable = Niemand konnte lesen, was verloren ging
breach-spared-averted = Was seither getan wurde, lässt kein hohes Risiko
breach-spared-effort = Es wäre unverhältnismäßig; es wird öffentlich bekannt gemacht
breach-risk-text = Was es für die Betroffenen bedeuten kann
breach-measures-text = Was dagegen getan wurde und was noch getan wird
breach-add = Hinzufügen
breach-authority = Die Aufsichtsbehörde
breach-authority-on = Wann wurde sie benachrichtigt?
breach-authority-text = Ihr Zeichen, und wie sie benachrichtigt wurde
breach-delay-text = Warum sie nach mehr als 72 Stunden benachrichtigt wurde
breach-authority-do = Die Behörde wurde benachrichtigt
breach-authority-not-text = Warum es voraussichtlich für niemanden ein Risiko ist
breach-authority-not-do = Die Behörde muss nicht benachrichtigt werden
breach-concerned = Die Betroffenen
breach-people-on = Wann wurden sie benachrichtigt?
breach-people-how = Wie sie benachrichtigt wurden
breach-people-do = Sie wurden benachrichtigt
breach-people-not = Warum sie nicht benachrichtigt werden müssen
breach-people-not-text = Der Grund in Ihren Worten
breach-people-not-do = Sie müssen nicht benachrichtigt werden
breach-notice = Die Benachrichtigung in dieser Sprache: { $a }
breach-notice-hint = Das liest jede betroffene Person unter „Meine Daten“, sobald Sie benachrichtigt haben. Schreiben Sie einfach; lassen Sie weg, was andere nennt.
breach-close = Schließen
breach-close-text = Sie kann geschlossen werden, sobald Behörde und Betroffene benachrichtigt sind oder ein Grund sagt, warum nicht.
breach-close-note = Eine letzte Bemerkung (freiwillig)
breach-close-do = Schließen
breach-not-yet = [Noch nicht geschrieben]
breach-to-authority = Meldung an die Aufsichtsbehörde (DSGVO Artikel 33)
breach-to-people = Benachrichtigung der Betroffenen (DSGVO Artikel 34)
breach-head-nature = Art der Verletzung
breach-head-numbers = Wer und was ungefähr betroffen ist
breach-head-contact = Anlaufstelle
breach-head-consequences = Wahrscheinliche Folgen
breach-head-measures = Ergriffene und vorgeschlagene Maßnahmen
breach-head-clock = Wann es bemerkt wurde
breach-head-delay = Warum diese Meldung spät kommt
breach-text-nature = Von { $a } bis { $b } wurden personenbezogene Daten gezeigt an: { $c }.
breach-text-people = { $n ->
    [one] Ungefähr eine Person, die die Dienste für Arbeitsuchende nutzt.
   *[other] Ungefähr { $n } Personen, die die Dienste für Arbeitsuchende nutzen.
  }
breach-text-records = { $n ->
    [one] Das Zugriffsprotokoll hat eine Zeile davon.
   *[other] Das Zugriffsprotokoll hat { $n } Zeilen davon.
  }
breach-text-kinds = Was getan wurde: { $a }.
breach-text-contact = { $a }, Datenschutzstelle, { $b }. Verantwortlich: { $c }.
breach-text-clock = Bemerkt am { $a }; die 72 Stunden endeten oder enden am { $b }.
breach-plain-what = Was geschehen ist
breach-plain-shown = Zwischen { $a } und { $b } hat jemand Daten über Sie gesehen, der sie nicht hätte sehen sollen.
breach-plain-means = Was es für Sie bedeuten kann
breach-plain-do = Was wir dagegen tun
breach-plain-ask = Wen Sie fragen können
breach-mine = Ihre Daten waren von einer Datenpanne betroffen
breach-mine-told = Sie wurden am { $a } benachrichtigt.
oversight-breach-due = Eine Datenpanne ist offen: die Aufsichtsbehörde muss es bis { $a } wissen
oversight-breach-late = Eine Datenpanne ist offen: die Aufsichtsbehörde hätte es bis { $a } wissen müssen
