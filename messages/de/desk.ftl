# Die Seite einer Person, Verknüpfungen, wer nachgesehen hat.
home-nothing = Für Ihre Rolle gibt es hier noch nichts
home-nothing-text = Kennzahlen und Auswertung sind noch nicht gebaut. Wenn es sie gibt, finden Sie sie hier.
client-title = Person
client-on-label = Stand der Anzeige
client-as-known = Wie am { $a } bekannt.
client-later = { $n ->
    [0] Seitdem ist nichts dazugekommen.
    [one] { $n } Eintrag, der später kam, wird nicht gezeigt.
   *[other] { $n } Einträge, die später kamen, werden nicht gezeigt.
 }
client-today = Zurück zu heute
client-age = Alter
client-born = geboren am { $a }
client-interpreter = Dolmetschen nötig
client-last-helper = Letzter Kontakt
client-weeks = { $n ->
    [one] { $n } Woche
   *[other] { $n } Wochen
 }
client-out-of-work-since = arbeitslos, seit { $a }
client-out-of-work-until = arbeitslos, bis { $a }
client-weeks-left = { $n ->
    [one] Noch { $n } Woche, um einen Plan zu vereinbaren,
   *[other] Noch { $n } Wochen, um einen Plan zu vereinbaren,
 }
client-by = bis { $a }
client-overdue = Der Plan war bis { $a } fällig
client-start = Beginn
client-months = { $n ->
    [one] { $n } Monat
   *[other] { $n } Monate
 }
client-mark-on = am { $a }
client-mark-passed = erreicht am { $a }
client-records = { $n ->
    [one] Eine Person aus { $n } Datensatz
   *[other] Eine Person aus { $n } Datensätzen
 }
client-who-looked = Wer in dieser Akte nachgesehen hat
client-history = Fallverlauf
client-entries = { $n ->
    [one] { $n } Eintrag
   *[other] { $n } Einträge
 }
client-filter-off = Filtern, suchen oder zu einem früheren Tag zurückgehen
client-filter-on = Der Verlauf ist eingegrenzt
client-organisations = Organisation
client-kinds = Art
client-word = Wort im Text
client-since = Von
client-until = Bis
client-on = Wie bekannt am
client-show = Anzeigen
client-show-all = Alles anzeigen
client-filter-empty = Kein Eintrag passt zu diesem Filter.
client-empty = Noch keine Einträge.
client-identity-only = Ihre Rolle kümmert sich um Identitäten. Von dem, was mit dieser Person geschehen ist, sehen Sie nur die Stammdaten.
client-pages = Seiten
client-newer = Neuere
client-older = Ältere
client-facts = Wichtige Angaben
client-people = Wer beteiligt ist
client-last-contact = letzter Kontakt: { $a }
client-records-title = Datensätze dieser Person
client-why-one = Warum das eine Person ist
fact-from = { $a }, { $b }
fact-stale = alt
fact-others = { $n ->
    [one] { $n } anderer Wert
   *[other] { $n } andere Werte
 }
fact-why-newest = neueste Angabe
fact-why-trusted = verlässlichste Quelle
fact-why-older = älter
fact-why-less-trusted = weniger verlässliche Quelle
entry-heading = { $a }: { $b }
entry-restricted = Eingeschränkter Eintrag
entry-restricted-person = Sie dürfen wissen, dass es ihn gibt, aber nicht, was darin steht: Die Person möchte, dass er nicht genutzt wird.
entry-restricted-text = Sie dürfen wissen, dass es ihn gibt, aber nicht, was darin steht. Fragen Sie { $a }.
entry-corrected = { $n ->
    [one] einmal berichtigt
   *[other] { $n }-mal berichtigt
 }
entry-details = Einzelheiten
entry-before = Galt bis zu einer Berichtigung, seit { $a }: { $b }
entry-recorded = Erfasst
entry-source = Quelle
entry-until = bis { $a }
entry-kind-status = Status
entry-kind-meeting = Gespräch
entry-kind-assessment = Bedarfseinschätzung
entry-kind-agreement = Eingliederungsvereinbarung
entry-kind-training = Kurs oder Maßnahme
entry-kind-benefit = Leistung
entry-kind-housing = Wohnen
entry-kind-health = Gesundheit
entry-kind-note = Notiz
entry-kind-link = Datensatz
entry-status-unemployed = arbeitslos
entry-status-employed = in Arbeit
entry-status-training = in Ausbildung oder Kurs
entry-status-sick = krankgeschrieben
entry-status-inactive = sucht keine Arbeit
entry-link-linked = mit dieser Person verknüpft
entry-link-unlinked = aus einer anderen Person herausgelöst
entry-link-taken-back = eine Entscheidung wurde zurückgenommen
entry-outcome-attended = war da
entry-outcome-no-show = ist nicht gekommen
entry-outcome-granted = bewilligt
entry-outcome-refused = abgelehnt
entry-outcome-ended = beendet
entry-outcome-completed = abgeschlossen
entry-outcome-signed = unterschrieben
entry-outcome-partly = zum Teil dabei
entry-outcome-office = im Büro
entry-outcome-phone = am Telefon
entry-outcome-video = per Video
entry-outcome-group = in einer Gruppe
entry-outcome-walk-in = ohne Termin
entry-outcome-home = zu Hause
entry-outcome-mobile-unit = an einer mobilen Stelle
entry-outcome-fact = eine Tatsache
entry-outcome-client = die Worte der Person
entry-outcome-opinion = eine Einschätzung
entry-outcome-decision = eine Entscheidung
entry-outcome-assessed = abgeschlossen
entry-outcome-assessed-part = abgeschlossen, ein Teil mit engerem Leserkreis
entry-outcome-offered = angeboten
entry-outcome-disagreed = womit die Person nicht einverstanden ist
entry-outcome-step = was aus einem Schritt wurde
entry-outcome-reviewed = überprüft
entry-detail-channel = Wie
entry-detail-minutes = Minuten
entry-detail-basis = Art der Aussage
entry-detail-outcome = Ausgang
entry-detail-result = Ergebnis
entry-detail-course = Kurs
entry-detail-amount = Betrag
links-title = Warum das eine Person ist
links-lead = Jeder Datensatz bleibt so, wie seine Organisation ihn geschickt hat. Verknüpfungen lassen sich genau zurücknehmen.
links-with = Verglichen mit { $a } ({ $b }).
links-by-itself = Am { $a } durch Vergleich verknüpft.
links-by-person = Am { $a } von einem Menschen verknüpft.
links-first = Der erste Datensatz dieser Person, seit { $a }.
links-near-certain = fast sicher
links-very-likely = sehr wahrscheinlich
links-likely = wahrscheinlich
links-unlink = Nicht diese Person: Datensatz herauslösen
links-decisions = Von Menschen entschieden
links-decision-same = Als eine Person bestätigt
links-decision-different = Als zwei Personen bestätigt
looked-title = Wer hat nachgesehen
looked-lead = Alle, die diese Akte geöffnet haben, und warum. Nichts ist ausgelassen.
looked-sound = { $n ->
    [one] { $n } Zeile. Die Kette des Protokolls ist lückenlos.
   *[other] { $n } Zeilen. Die Kette des Protokolls ist lückenlos.
 }
looked-whole = Alle Zeilen von der ersten an hat dieses Programm zuletzt { $a } geprüft; was seitdem dazukam, wurde eben geprüft.
looked-broken = Die Kette des Protokolls ist bei Zeile { $n } unterbrochen. Sagen Sie es der Administration, und bewahren Sie eine Kopie der Datenbank auf, wie sie jetzt ist.
looked-nobody = Niemand hat diese Akte geöffnet
looked-file = Akte
looked-lines = Zugriffsprotokoll
looked-when = Wann
looked-who = Wer
looked-organisation = Organisation
looked-what = Was
looked-why = Warum
looked-result = Ergebnis
looked-allowed = Erlaubt
looked-refused = Abgelehnt
wrong-link = Das kommt mir falsch vor
wrong-title = Das kommt mir falsch vor
wrong-lead = Sagen Sie es, dann prüft es die Datenschutzstelle. Hier lesen Sie, was dabei herausgekommen ist. Wer nachgesehen hat, erfährt nicht, dass Sie es gesagt haben.
wrong-why = Was kommt Ihnen falsch vor?
wrong-why-hint = Mit Ihren eigenen Worten, in jeder Sprache. Sie dürfen das Feld leer lassen.
wrong-do = Absenden
wrong-said = Am { $a } haben Sie gesagt, dass Ihnen das falsch vorkommt.
wrong-outcome-waits = Die Datenschutzstelle hat es erhalten und prüft es.
wrong-outcome-explained = Die Datenschutzstelle hat es geprüft: Es gab einen guten Grund.
wrong-outcome-false-alarm = Die Datenschutzstelle hat es geprüft: Es war alles in Ordnung.
wrong-outcome-breach = Die Datenschutzstelle hat es geprüft: Es war nicht in Ordnung. Fragen Sie dort, was daraus folgt.
said-looks-wrong = Die Datenschutzstelle hat es erhalten. Was dabei herauskommt, steht neben der Zeile.
well-known-mark = Ist diese Person allgemein bekannt?
well-known-why = Warum
well-known-do = Jedes Öffnen dieser Akte auflisten
act-enter = Angemeldet
act-own-session = Eigene Sitzung
act-home = Startseite
act-find-clients = Suche
act-register-client = Erfassung
act-change-model = Modell des Abgleichs
act-see-client = Seite der Person
act-see-links = Warum Datensätze eine Person sind
act-see-matches = Prüfung der Zuordnungen
act-decide-match = Entscheidung über eine Zuordnung
act-see-feeds = Datenlieferungen
act-run-feed = Datenübernahme
act-mend-rows = Quarantäne
act-identity-figures = Zahlen zur Identität
act-answer-sample = Blinde Stichprobe
act-match-encoded = Auskunft an einen Partner, ohne Namen
act-look-after-users = Benutzer
act-see-access-log = Zugriffsprotokoll
act-see-who-looked = Wer nachgesehen hat
act-say-wrong = Etwas kommt jemandem falsch vor
act-watch-access = Auffällige Zugriffe
act-flag-look-ups = Das Zugriffsprotokoll wird überwacht
act-answer-officer = Antwort an die Datenschutzstelle
purpose-casework = Unterstützung der Person
purpose-data-quality = Richtigkeit der Daten
purpose-oversight = Aufsicht
purpose-own-file = eigene Akte
act-second-decision = Zweite Prüfung einer Entscheidung
act-answer-questions = Frage zu zwei Datensätzen
act-answer-doubts = Zweifelhafter Wert
act-protect-client = Schutz einer Akte
entry-link-withdrawn = die Quelle hat den Datensatz zurückgezogen
links-decision-unlinked = Datensatz herausgelöst
links-decision-split = In zwei Personen getrennt
links-decision-disputed = Nummer als falsch gemeldet
links-decision-withdrawn = Datensatz von seiner Quelle zurückgezogen
links-decision-protected = Akte geschützt
links-decision-taken-back = Zurückgenommen
links-reason-seen-at-registration = beim Erfassen gesehen
links-reason-by-its-source = so steht es in einer Datei der Quelle
links-reason-sent-again = die Quelle hat den Datensatz noch einmal geschickt
withdraw-ask = Die Quelle hat diesen Datensatz nicht mehr oder hat ihn versehentlich geschickt
withdraw-means = Der Datensatz verschwindet bei der Person und aus jeder Suche. Nichts wird gelöscht: Er kommt wieder, wenn Sie das zurücknehmen oder wenn die Quelle ihn mit anderem Inhalt noch einmal schickt.
withdraw-why = Was die Quelle sagt
withdraw-do = Datensatz zurückziehen
withdraw-gone = Von ihren Quellen zurückgezogen
client-opened-label = Warum diese Akte offen ist
client-opened-for = Geöffnet für: { $a }.
client-opened-other = Anderer Grund
entry-conclusion = Das heißt für die Arbeit:
act-state-purpose = Grund genannt
act-open-in-emergency = Im Notfall geöffnet
act-review-emergency = Prüfung eines Notfalls
act-assign-counsellor = Beratungsfachkraft zugewiesen
act-arrange-cover = Vertretung geregelt
purpose-reception = Empfang oder Telefon
purpose-handover = Übernahme des Falls
purpose-referral = Vorbereitung einer Vermittlung an einen Dienst
purpose-emergency = Notfall
client-emergency-label = Im Notfall geöffnet
client-emergency = { $a } hat am { $b } Ihre Akte in einem Notfall geöffnet.
client-emergency-waits = Das wird noch geprüft.
client-emergency-right = Geprüft am { $a }: Es war in Ordnung.
client-emergency-wrong = Geprüft am { $a }: Es war nicht in Ordnung. Fragen Sie die Datenschutzstelle, was daraus folgt.
client-counsellor = Beratungsfachkraft
client-counsellor-assign = Zuweisen
client-counsellor-change = Ändern
entry-restricted-masked = Sie dürfen wissen, dass es ihn gibt, aber nicht, was darin steht und von wem er ist. Fragen Sie die Beratungsfachkraft der Person.
rule-no-rule = Keine Regel erlaubt das dieser Rolle.
rule-budget = Das waren mehr Personen, als jemandem an einem Tag gezeigt werden dürfen.
rule-protected = Die Akte ist geschützt: Nur namentlich Genannte können sie öffnen.
rule-only-ones-own = Arbeitsuchende öffnen nur ihre eigene Akte.
rule-no-relation = Eine Akte öffnet sich für die, deren Organisation mit der Person arbeitet.
rule-say-why = Eine Akte öffnet sich für die, die mit der Person arbeiten oder sagen, warum sie kommen.
rule-close = Das hat einen engen Leserkreis: nur wer mit der Person arbeitet.
rule-notes = Vertrauliche Notizen sind für die, die beraten.
rule-purpose = Die Akte wurde für etwas geöffnet, das diese Angabe nicht braucht.
ask-counsellor = Fragen Sie die Beratungsfachkraft der Person.
ask-manager = Fragen Sie die Teamleitung.
ask-protection = Fragen Sie die Datenschutzstelle.

## Meine Daten
nav-my-data = Meine Daten
my-data-lead = Wer Ihre Akte liest, warum das erlaubt ist und was Sie abschalten können.
my-data-read = Wer sie gelesen hat
my-data-can-read = Wer was lesen darf
my-data-health = Notizen über Ihre Gesundheit liest nur der Dienst, der sie geschrieben hat. Ihre Beratungsfachkraft liest, was daraus für die Arbeit folgt, wenn der Dienst das mitteilt.
my-data-emergency = In einem Notfall darf jemand Ihre Akte für vier Stunden öffnen. Sie sehen es hier, und es wird geprüft.
my-data-nobody = Noch niemand hat Ihre Akte geöffnet.
my-data-why = Zweck: { $a }
my-data-all = { $n ->
    [0] Die ganze Liste, mit allem, was abgelehnt wurde
    [one] Die ganze Liste: { $n } Zugriff und alles, was abgelehnt wurde
   *[other] Die ganze Liste: { $n } Zugriffe und alles, was abgelehnt wurde
  }
read = etwas über Sie
read-see-client = Ihre Seite: wer Sie sind, Ihr Status, Ihr Verlauf
read-see-links = warum Ihre Datensätze zu einer Person gehören
read-find-clients = Ihren Namen in einer Liste von Suchergebnissen
read-register-client = Ihren Namen, als jemand erfasst wurde
read-see-matches = Ihren Namen, um zu prüfen, ob zwei Datensätze von Ihnen sind
read-answer-questions = Ihren Namen, um eine Frage zu Ihren Datensätzen zu beantworten
read-see-consents = was Sie wem weitergeben
read-record-consent = hat aufgeschrieben, was Sie zur Weitergabe gesagt haben
read-assign-counsellor = wer Sie berät
read-open-in-emergency = hat Ihre Akte in einem Notfall geöffnet
read-state-purpose = hat gesagt, wofür Ihre Akte geöffnet wird
client-not-shared = Die Person gibt „{ $a }“ seit { $b } nicht mehr an Ihre Organisation weiter. Fragen Sie die Person selbst oder ihre Beratungsfachkraft bei der Arbeitsverwaltung.
act-see-consents = Was weitergegeben wird
act-record-consent = Weitergabe geändert
rule-not-shared = Die Person gibt das nicht an Ihre Organisation weiter.
rule-without-ground = Ihre Organisation hat keine Rechtsgrundlage, dies zu lesen.

# Requests, copies and what came with them
act-take-copy = Eine Kopie von allem
read-take-copy = eine Kopie von allem über Sie, weil Sie darum gebeten haben
copy-take = Jetzt eine Kopie von allem nehmen
copy-make = Kopie erstellen
copy-title = Eine Kopie von allem
copy-lead = Was in Throughline gespeichert ist, Stand { $a }.
copy-print = Drucken Sie diese Seite, wenn Sie sie auf Papier brauchen.
copy-file = Als Datei für Programme speichern
copy-hand-over = Sie ist übergeben: Anliegen abschließen
copy-about = Was das ist
copy-nothing = Davon ist nichts gespeichert.
copy-left = Was fehlt, und warum
copy-worker = jemand, der bei { $a } arbeitet
copy-another-person = eine andere Person
copy-by-oneself = die Person selbst
copy-by-program = das Programm
copy-section-identity = Wer Sie sind, wie jeder Dienst es angibt
copy-section-history = Was geschehen ist
copy-section-links = Warum Datensätze zu Ihnen gehören
copy-section-decisions = Was Menschen über Ihre Datensätze entschieden haben
copy-section-relations = Wer Sie berät und wer in Ihrem Fallteam sitzt
copy-section-meetings = Wann Sie Gespräche haben, und was daraus wurde
copy-section-consents = Was Sie zur Weitergabe gesagt haben
copy-section-requests = Worum Sie gebeten haben
copy-section-emergencies = Öffnungen im Notfall
copy-section-looked = Wer nachgesehen hat
copy-section-wrong = Was Ihnen nicht in Ordnung schien
copy-section-marks = Als allgemein bekannt gekennzeichnet
copy-section-account = Ihr Zugang
copy-why-identity = Um zu wissen, wer Sie sind. Es kommt aus den Dateien der Dienste und aus der Anmeldung; lesen dürfen es alle, denen die Regeln Ihre Akte öffnen.
copy-why-history = Um Ihnen gemeinsam zu helfen. Es kommt von den Diensten und von dem, was Beschäftigte schreiben; wer was liest, sagen die Regeln nach Art und Stufe.
copy-why-links = Damit Ihre Geschichte eine bleibt. Es kommt aus dem Vergleich der Datensätze und aus Entscheidungen von Menschen.
copy-why-decisions = Damit niemandes Datensätze verwechselt werden und geschützt ist, wer in Gefahr ist. Die Worte stehen hier, wenn es allein um Ihre Datensätze geht.
copy-why-relations = Damit alle wissen, wer für Sie da ist. Es kommt von Leitungen, von Ihrer Beratungsfachkraft und aus der Anmeldung.
copy-why-meetings = Damit niemand vergessen wird. Es kommt von denen, die in der Arbeitsverwaltung mit Ihnen arbeiten; was gesagt wurde, steht unter dem, was geschah.
copy-why-consents = Damit sich belegen lässt, wozu Sie Ja gesagt haben. Es kommt von Ihnen oder von denen, die aufgeschrieben haben, was Sie sagten.
copy-why-requests = Damit Sie rechtzeitig eine Antwort haben. Lesen können es Sie und die Datenschutzstelle.
copy-why-emergencies = Damit jede Öffnung im Notfall nachher geprüft wird.
copy-why-looked = Damit sich prüfen lässt, ob die Regeln eingehalten werden. Lesen können es Sie und die Datenschutzstelle; geändert wird es nie.
copy-why-wrong = Damit geprüft wird, was nicht in Ordnung scheint. Lesen können es Sie und die Datenschutzstelle.
copy-why-marks = Jede Öffnung einer solchen Akte sieht sich die Datenschutzstelle an.
copy-why-account = Damit Sie hereinkommen.
copy-left-names = Namen derer, die hier arbeiten: Bei Geschriebenem stehen stattdessen Rolle und Organisation. Unter „Wer nachgesehen hat“ stehen sie mit Namen.
copy-left-people = Andere Menschen: Nennt ein Text jemanden, der hier bekannt ist, so steht dort „eine andere Person“.
copy-left-others = Datensätze anderer, die Ihren ähnlich sahen, und Fragen dazu: Sie würden etwas über andere Menschen verraten.
copy-left-staff = Wer wen vertritt, was Beschäftigte gelesen haben und wie viele Menschen ihnen heute gezeigt wurden: Das betrifft sie selbst.
copy-left-drafts = Was jemand zu einem Gespräch getippt und nicht gespeichert hat: Es ist noch nichts, und nur wer es getippt hat, liest es.
copy-left-program = Was das Programm für sich braucht: wie weit es gelesen hat, welche Dateien wann kamen.
copy-left-secrets = Schlüssel, Passwörter und Codes: Sie sind so gespeichert, dass niemand sie lesen kann.
copy-left-search = Wörter, über die jemand gefunden wird und Datensätze verglichen werden: Sie entstehen aus dem, was hier steht, und sagen nicht mehr.
copy-left-rows = Zeilen aus Dateien, die nicht zu verstehen waren und warten: Noch hat niemand gesagt, zu wem sie gehören. Fragen Sie die Datenschutzstelle, ob welche von Ihnen sein könnten.
copy-left-figures = Zahlen darüber, wie richtig die Verknüpfungen sind: Sie nennen niemanden.
copy-organisation = Organisation
copy-key = Nummer dort
copy-version = Fassung
copy-true-on = Gültig am
copy-received = Eingegangen
copy-number = Nummer
copy-kind = Art
copy-from = Von
copy-to = Bis
copy-text = Text
copy-recorded = Erfasst
copy-by = Von wem
copy-ended-by = Beendet von
copy-level = Schutzstufe, 0 bis 4
copy-corrects = Berichtigt Nummer
copy-source = Herkunft
copy-linked = Verknüpft
copy-bits = Wie sicher, in Bit
copy-reason = Grund
copy-decision = Entscheidung
copy-decided = Entschieden
copy-second = Zugestimmt hat
copy-taken-back = Zurückgenommen
copy-counsellor = Beratungsfachkraft
copy-team = In Ihrem Fallteam
copy-part = Aufgabe
copy-begins = Beginn
copy-minutes = Minuten
copy-held-how = Wie es stattfindet
copy-held-by = Geführt von
copy-what-came = Was daraus wurde
copy-since = Seit
copy-until = Bis
copy-said = Gesagt
copy-when = Wann
copy-how = Wie
copy-asked = Gebeten um
copy-due = Fällig
copy-put-off = Warum es verlängert wurde
copy-outcome = Ergebnis
copy-answered = Beantwortet
copy-answer = Antwort
copy-who = Wer
copy-what = Was
copy-parts = Welcher Teil
copy-purpose = Wofür
copy-ground = Auf welcher Grundlage
copy-rule = Regel
copy-provider = Andere Anmeldung
copy-provider-name = Ihr Name dort
copy-sign-in = Anmeldename
copy-name = Name
copy-language = Sprache
copy-last-used = Zuletzt benutzt
copy-device = Gerät
copy-address = Adresse, von der es kam
copy-decision-same = Zwei Datensätze sind eine Person
copy-decision-different = Zwei Datensätze sind zwei Personen
copy-decision-unlinked = Ein Datensatz wurde herausgelöst
copy-decision-split = Datensätze wurden gemeinsam herausgelöst
copy-decision-disputed = Eine Angabe gehört wahrscheinlich zu jemand anderem
copy-decision-withdrawn = Eine Quelle hat einen Datensatz zurückgezogen
copy-decision-protected = Die Akte wurde geschützt
copy-decision-taken-back = Eine Entscheidung wurde zurückgenommen
copy-said-given = Ja
copy-said-refused = Nein
copy-said-withdrawn = Nicht mehr
copy-review-right = Es war richtig
copy-review-wrong = Es war nicht richtig
copy-access-granted = Gezeigt
copy-access-refused = Abgelehnt
field-street = Straße
field-house = Hausnummer
field-unit = Wohnung
field-postcode = Postleitzahl
entry-statement = Die Person sagt dazu:
entry-put-right = Das stimmt nicht: um Berichtigung bitten
client-restricted = Die Nutzung dieser Akte ist auf Wunsch der Person eingeschränkt. Was geschrieben wurde, bleibt erhalten und wird nur mit ihrer Einwilligung oder im Notfall gezeigt. Fragen Sie die Person oder die Datenschutzstelle.
copy-kept = { $n ->
    [0] Wird nicht länger aufbewahrt, als es gebraucht wird.
    [one] Wird nach dem Ende noch ein Jahr aufbewahrt.
   *[other] Wird nach dem Ende noch { $n } Jahre aufbewahrt.
  }
copy-section-breaches = Datenpannen, die Sie betrafen
copy-why-breaches = Damit Sie wissen, was mit Ihren Daten geschehen ist. Lesen können es Sie und die Datenschutzstelle.
copy-noticed = Bemerkt
copy-section-releases = Was freigegeben wurde, weil andere darum baten
copy-why-releases = Damit andere, die Ihnen helfen, für eine Zeit einen Teil Ihrer Akte lesen und Sie sehen, wer. Lesen können es Sie, Ihre Beratungsfachkraft und wer gebeten hat.
copy-guest = Gast
copy-release-approved = Freigegeben
copy-release-narrowed = Eingeschränkt
copy-release-refused = Abgelehnt
copy-release-ended = Beendet
copy-release-withdrawn = Nicht mehr erbeten

# Löschungen und Aufbewahrung
act-erase-client = Löschung: Vorschau, Wunsch, gesetzliche Sperre
act-agree-erasure = Löschung: die zweite Person
act-purge = Entfernen, was vorbei ist
erasures-title = Löschungen
erasures-lead = Zwei Personen löschen: Eine wünscht es, eine andere stimmt zu. Was wartet, steht zuerst.
erasures-none = Niemand wurde gelöscht
erasures-none-officer = Um jemanden zu löschen, öffnen Sie den Antrag auf Löschung, oder sehen Sie unter Aufbewahrung, wessen Zeit vorbei ist.
erasures-none-text = Wünscht die Datenschutzstelle eine Löschung, steht sie hier, damit Sie zustimmen oder nicht.
erasures-more = Weitere Löschungen
erasure-of = Löschung, gewünscht am { $a }
erasure-waits = Wartet auf Zustimmung
erasure-settled = Erledigt
erasure-people = { $n ->
    [one] Eine Person
   *[other] { $n } Personen
  }
erasure-wished-by = gewünscht von { $a }
erasure-why = Warum
erasure-why-not-needed = Für den Zweck nicht mehr nötig (Artikel 17 Absatz 1 Buchstabe a)
erasure-why-consent-withdrawn = Die Einwilligung, auf der es beruht, wurde widerrufen (b)
erasure-why-objection = Die Person hat widersprochen, und nichts wiegt schwerer (c)
erasure-why-unlawful = Es wurde ohne Grundlage aufbewahrt (d)
erasure-why-duty = Ein Gesetz verlangt die Löschung (e)
erasure-why-child = Es wurde online von einem Kind erhoben (f)
erasure-why-time-over = Die Zeit im Verzeichnis ist vorbei
erasure-choose = Auswählen
erasure-say-why = Sagen Sie, warum diese Person gelöscht werden soll: Wählen Sie einen Grund aus Artikel 17.
erasure-say-outcome = Sagen Sie, ob Sie zustimmen: mit einer der beiden Schaltflächen.
erasure-title = Alles über eine Person löschen
erasure-preview = Was gelöscht würde
erasure-is-held = Eine gesetzliche Sperre gilt: Nichts wird gelöscht, bis sie endet.
erasure-held-by = Nichts wird gelöscht: Seit { $a } gilt eine gesetzliche Sperre, „{ $b }“. Beenden Sie sie zuerst, oder warten Sie, bis sie endet.
erasure-goes = { $n ->
    [one] Eine Zeile würde gelöscht
   *[other] { $n } Zeilen würden gelöscht
  }
erasure-goes-text = Das Programm hat es eben versucht und zurückgenommen; das sind keine Schätzungen. Was gelöscht ist, kommt nicht zurück.
erasure-table = Zeilen, die gelöscht werden, nach Klassen des Verzeichnisses
erasure-class = Was
erasure-rows = Zeilen
erasure-stays = Was bleibt, und warum
erasure-stays-log = { $n ->
    [0] Das Zugriffsprotokoll hat keine Zeile über die Person.
    [one] Eine Zeile des Zugriffsprotokolls, die sagt, wer nachgesehen hat, und nichts von dem, was geschrieben steht. Sie geht, wenn ihre eigene Zeit vorbei ist.
   *[other] { $n } Zeilen des Zugriffsprotokolls, die sagen, wer nachgesehen hat, und nichts von dem, was geschrieben steht. Sie gehen, wenn ihre eigene Zeit vorbei ist.
  }
erasure-stays-certificate = Ein Nachweis: wann, warum, wer es wünschte und wer zustimmte, wie viele Zeilen. Er nennt niemanden.
erasure-stays-decisions = Entscheidungen, die auch etwas über Datensätze anderer sagen, und Datenpannen, die niemanden nennen.
erasure-stays-sources = Was diese Stellen selbst aufbewahren: { $a }. Sagen Sie es jeder von ihnen (Artikel 19); was sie von jetzt an über diese Person schicken, wird nicht aufgenommen.
erasure-wish = Die Löschung wünschen
erasure-wish-text = Hat die Person darum gebeten, beantworten Sie zuerst den Antrag: Danach kann sie sich nicht mehr anmelden, und nichts bleibt, um ihr zu schreiben. Dann muss die Datenpflege oder eine andere Datenschutzstelle zustimmen.
erasure-asked = Die Person bittet darum und wartet auf Antwort.
erasure-take-back = Ich wünsche es nicht mehr
erasure-wish-do = Löschung wünschen
erasure-already = Die Löschung ist gewünscht und wartet auf Zustimmung.
erasure-see = Ansehen
erasure-held-first = Nicht, solange die gesetzliche Sperre gilt.
said-erasure-wished = Die Löschung ist gewünscht. Jemand anderes muss zustimmen, bevor etwas gelöscht wird.
said-erasure-settled = Es ist getan. Was daraus für jede Person wurde, steht unten.
said-erasure-declined = Nichts wird gelöscht. Wer abgelehnt hat und wann, steht unten.
said-erasure-let-in = Die Stellen dürfen die Person wieder nennen. Die nächste Datei bringt sie, als jemand Neues.
said-hold-set = Die gesetzliche Sperre gilt.
said-hold-ended = Die gesetzliche Sperre ist beendet.
holds-title = Gesetzliche Sperren
holds-none = Kein Gesetz hält etwas von dieser Person fest.
hold-says = Was aufzubewahren ist und wofür: Gericht und Aktenzeichen, oder die Behörde
hold-say-why = Sagen Sie, wofür die Sperre ist: Gericht und Aktenzeichen, oder die Behörde.
hold-do = Gesetzliche Sperre setzen
hold-set-by = Gilt seit { $a }, gesetzt von { $b }.
hold-ended-by = Beendet am { $a } von { $b }.
hold-end-do = Diese Sperre beenden
erasure-one = Eine Löschung
erasure-certificate = Nachweis der Löschung
erasure-waiting = { $n ->
    [one] Eine Person soll gelöscht werden
   *[other] { $n } Personen sollen gelöscht werden
  }
erasure-records = { $n ->
    [0] kein Datensatz
    [one] ein Datensatz
   *[other] { $n } Datensätze
  }
erasure-unknown = Jemand, der nicht mehr hier ist
erasure-agree-text = Stimmen Sie zu, wird alles, was über sie aufbewahrt wird, sofort gelöscht und kommt nicht zurück. Wessen Akte sich geändert hat, seit Sie diese Seite geöffnet haben, wird nicht gelöscht.
erasure-agree-do = Ich stimme zu: löschen
erasure-decline-do = Ich stimme nicht zu
erasure-second-person = Sie haben diese Löschung selbst gewünscht: Die Datenpflege oder eine andere Datenschutzstelle muss zustimmen.
erasure-outcome-erased = Gelöscht
erasure-outcome-declined = Abgelehnt
erasure-outcome-held = Behalten: gesetzliche Sperre
erasure-outcome-changed = Behalten: Die Akte hat sich geändert
erasure-done = { $n ->
    [0] Niemand wurde gelöscht
    [one] Eine Person wurde gelöscht
   *[other] { $n } Personen wurden gelöscht
  }
erasure-done-text = Alles, was aufbewahrt war, ist aus allen Tabellen entfernt, und die Schlüssel, die es versiegelten, sind vernichtet. Die Kennung neben jeder Zeile steht auch im Zugriffsprotokoll; sie führt zu niemandem.
erasure-let-in-title = Wenn sie wiederkommen
erasure-let-in-text = Was Stellen über Gelöschte schicken, wird nicht aufgenommen. Ist jemand wiedergekommen und soll wieder Hilfe erhalten, lassen Sie die Person ein: Die nächste Datei bringt sie, und nichts von früher.
erasure-let-in-do = Wieder einlassen
retention-title = Aufbewahrung
retention-lead = { $n ->
    [one] Was nach dem Verzeichnis vorbei ist. Personen stehen hier ein Jahr, nachdem zuletzt etwas von ihnen zu hören war.
   *[other] Was nach dem Verzeichnis vorbei ist. Personen stehen hier { $n } Jahre, nachdem zuletzt etwas von ihnen zu hören war.
  }
retention-due = Personen, deren Zeit vorbei ist
retention-none = Niemandes Zeit ist vorbei. Nicht aufgeführt ist, wer einen offenen Zeitraum, eine Beratung oder ein Fallteam, einen offenen Antrag oder eine gesetzliche Sperre hat.
retention-last = zuletzt von einer Stelle genannt am { $a }
retention-wish-text = Jemand anderes muss zustimmen, bevor etwas gelöscht wird. Von wem bis dahin wieder zu hören ist, wird behalten.
retention-wish-do = { $n ->
    [one] Die Löschung dieser Person wünschen
   *[other] Die Löschung dieser { $n } Personen wünschen
  }
retention-more = Weitere Personen
retention-classes = Wie alles zu seinem Ende kommt
retention-kept = Aufbewahrt
retention-years = { $n ->
    [0] bis dahin
    [one] ein Jahr
   *[other] { $n } Jahre
  }
retention-end = Wie es endet
retention-end-person = Mit der Person: Zwei Personen löschen
retention-end-rows = Zeile für Zeile, von selbst, jeden Tag
retention-end-front = Zeile für Zeile von vorn, von selbst, jeden Tag; was eine Sperre hält, bleibt, und alles danach
retention-end-itself = Das Programm vergisst es nebenbei
retention-end-by-hand = Das Programm beendet es noch nicht
retention-over = Jetzt vorbei
copy-section-erasures = Löschung, und was sie aufhält
copy-why-erasures = Damit Sie wissen, ob jemand Ihre Akte löschen wollte und was sie davon abhält. Lesen können es die Datenschutzstelle und die Datenpflege.
copy-hold = Gesetzliche Sperre

## Ausfuhren des Zugriffsprotokolls

act-wish-log-export = Ausfuhr des ganzen Zugriffsprotokolls: Wunsch und Abholung
act-agree-log-export = Ausfuhr des ganzen Zugriffsprotokolls: die zweite Person
log-exports-title = Ausfuhren des Protokolls
log-exports-lead = Das ganze Zugriffsprotokoll verlässt das Haus nur als Datei, wenn zwei Personen es wollen.
log-export-wish = Eine Ausfuhr wünschen
log-export-wish-text = Sagen Sie, wofür, zum Beispiel für eine Prüfung der Aufsichtsbehörde. Eine Datenpflegerin oder jemand anderes aus dem Datenschutz muss zustimmen.
log-export-reason = Wofür sie ist
log-export-not-yet = Es ist noch nichts gewünscht
log-export-no-reason = Sagen Sie, wofür die Ausfuhr ist.
log-export-wish-do = Ausfuhr wünschen
log-exports-none = Das Protokoll wurde nicht ausgeführt
log-exports-none-text = Hier steht, was gewünscht wird und was jemand an der Maschine ausgeführt hat.
log-exports-more = Weitere Ausfuhren
log-export-one = Eine Ausfuhr des Protokolls
log-export-of = Ausfuhr vom { $a }
log-export-by = gewünscht von { $a }
log-export-outcome-waits = Wartet auf eine zweite Person
log-export-outcome-agreed = Zugestimmt
log-export-outcome-declined = Abgelehnt
log-export-outcome-withdrawn = Zurückgenommen
log-export-outcome-machine = An der Maschine gemacht, von einer Person
log-export-machine-text = Gemacht mit dem Befehl „audit export“ von jemandem, der die Schlüssel der Maschine hat. Fragen Sie, wer es war und wofür.
log-export-lines = { $n ->
    [one] Eine Zeile
   *[other] { $n } Zeilen
  }
log-export-speak = Es wartet auf eine zweite Person
log-export-second-person = Sie haben es selbst gewünscht: Jemand anderes muss zustimmen.
log-export-agree-text = { $n ->
    [one] Wenn Sie zustimmen, darf, wer es gewünscht hat, das Protokoll bis jetzt eine Stunde lang abholen. Sie selbst sehen dabei nichts vom Protokoll.
   *[other] Wenn Sie zustimmen, darf, wer es gewünscht hat, das Protokoll bis jetzt { $n } Stunden lang abholen. Sie selbst sehen dabei nichts vom Protokoll.
  }
log-export-agree-do = Ich stimme zu
log-export-decline-do = Ich stimme nicht zu
log-export-withdraw-do = Ich wünsche es nicht mehr
log-export-take = Die Datei abholen
log-export-take-text = Bis { $a }. Jeder Teil, den Sie abholen, ist eine Zeile des Zugriffsprotokolls. Nach ihrer Nummer aneinandergefügt, sind die Teile eine Datei; sie wird mit „audit verify --export“ geprüft.
log-export-part = { $n ->
   *[other] Teil { $n }
  }
said-log-export-wished = Die Ausfuhr ist gewünscht. Jemand anderes muss zustimmen.
said-log-export-agreed = Zugestimmt. Wer sie gewünscht hat, darf die Datei jetzt abholen.
said-log-export-declined = Die Ausfuhr wird nicht gemacht.
caseload-elsewhere = von anderen gemeldet
caseload-title = Meine Fälle
caseload-of-most = von höchstens { $a }
caseload-too-many = zu viele für eine Person
caseload-as-file = Als Datei (CSV)
caseload-views = Wer gezeigt wird
caseload-orders = In welcher Reihenfolge
caseload-view-all = alle
caseload-view-needs = brauchen etwas
caseload-view-late = etwas ist überfällig
caseload-view-contact = zu treffen
caseload-view-no-agreement = keine gültige Vereinbarung
caseload-view-intensive = intensiv
caseload-order-urgent = Dringendes zuerst
caseload-order-name = nach Namen
caseload-order-weeks = am längsten arbeitslos zuerst
caseload-order-met = am längsten nicht getroffen zuerst
caseload-none = In dieser Ansicht ist niemand.
caseload-show-all = Alle zeigen
caseload-name = Name
caseload-weeks = Wochen ohne Arbeit
caseload-track = Betreuung
caseload-met = Zuletzt getroffen
caseload-next = Nächstes Gespräch
caseload-needs = Braucht
caseload-nothing = zurzeit nichts
caseload-not-out-of-work = nicht arbeitslos
caseload-not-assessed = noch keine Bedarfseinschätzung
caseload-never-met = noch nie
caseload-no-agreement = keine
caseload-review = Überprüfung { $a }
caseload-restricted = Die Nutzung dieser Akte ist eingeschränkt: Aus ihr wird nichts berechnet.
my-day-title = Mein Tag
my-day-waiting = { $n ->
    [one] Bei einem Gespräch fehlt, was daraus wurde
   *[other] Bei { $n } Gesprächen fehlt, was daraus wurde
}
my-day-today = { $n ->
    [0] Heute keine Gespräche mehr
    [one] Ein Gespräch heute
   *[other] { $n } Gespräche heute
}
my-day-no-meeting = Es ist kein Gespräch geplant.
my-day-no-more-today = Für heute ist nichts mehr geplant.
my-day-next = Das nächste:
my-day-drafts = { $n ->
    [one] Ein Entwurf
   *[other] { $n } Entwürfe
}
my-day-needs = { $n ->
    [0] Niemand braucht Sie
    [one] Eine Person braucht Sie
   *[other] { $n } Personen brauchen Sie
}
my-day-no-clients = Sie beraten noch niemanden. Eine Leitung weist Ihnen Menschen zu, und wen Sie aufnehmen, den beraten Sie.
my-day-nobody-needs = { $n ->
    [one] Sie beraten eine Person. Sie hatte rechtzeitig ein Gespräch, und keine Vereinbarung ist fällig.
   *[other] Sie beraten { $n } Personen. Alle hatten rechtzeitig ein Gespräch, und keine Vereinbarung ist fällig.
}
my-day-covering = in Vertretung für { $a }
my-day-late = zu spät
my-day-need-contact = Ein Gespräch ist nötig bis { $a }.
my-day-need-contact-late = Ein Gespräch war nötig bis { $a }.
my-day-need-agreement = Es gibt keine Vereinbarung; fällig ist sie am { $a }.
my-day-need-agreement-late = Es gibt keine Vereinbarung; fällig war sie am { $a }.
my-day-need-assessment = Es gibt keine eingehende Bedarfseinschätzung; sie ist bis { $a } fällig.
my-day-need-assessment-late = Es gibt keine eingehende Bedarfseinschätzung; fällig war sie am { $a }.
my-day-need-reassessment = Die Bedarfseinschätzung ist bis { $a } zu erneuern.
my-day-need-reassessment-late = Die Bedarfseinschätzung war bis { $a } zu erneuern.
my-day-need-signature = Was angeboten wurde, ist bis { $a } von beiden Seiten zu unterschreiben.
my-day-need-review = Die Vereinbarung ist am { $a } zu überprüfen.
my-day-need-review-late = Die Vereinbarung war am { $a } zu überprüfen.
my-day-need-promise-late = Ein Schritt von uns war bis { $a } fällig.
my-day-need-step-late = Ein Schritt der Person war bis { $a } fällig.
client-agreed = Eine Vereinbarung gilt.
client-agreement = Vereinbarung
client-agreement-client = Als Nächstes für die Person: { $a }, bis { $b }
client-agreement-provider = Als Nächstes für uns: { $a }, bis { $b }
client-agreement-nothing = Nichts ist offen.
my-day-draft-meeting = ein Gespräch
my-day-draft-assessment = eine Bedarfseinschätzung
my-day-draft-agreement = eine Vereinbarung
my-day-last-met = Zuletzt am { $a }.
my-day-never-met = Kein Gespräch ist bekannt.
my-day-more = { $n ->
    [one] Eine weitere Person zeigen, die Sie braucht
   *[other] { $n } weitere zeigen, die Sie brauchen
}
client-meetings = Gespräche
client-next-meeting = Nächstes Gespräch
client-no-meeting = keines geplant
client-met-by = Gespräch nötig bis { $a }
client-met-late = Gespräch war nötig bis { $a }
client-news = { $n ->
    [one] Ein neuer Eintrag, seit Sie zuletzt hier waren
   *[other] { $n } neue Einträge, seit Sie zuletzt hier waren
}
client-news-on = Zuletzt waren Sie am { $a } hier.
entry-new = neu
