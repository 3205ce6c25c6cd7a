# Anmelden, Rollen, Menü.
office-sign-in = Anmelden
office-sign-in-name = Anmeldename
office-password = Passwort
office-sign-in-failed = Die Anmeldung ist nicht gelungen
office-sign-in-failed-text = Name und Passwort gehören nicht zusammen. Geben Sie beides noch einmal ein, oder bitten Sie Ihre Administration um einen neuen Link.
office-welcome = Ein Fallverlauf, gemeinsam für alle Dienste, die helfen
office-welcome-demo = Eine Vorführung mit erfundenen Personen. Wählen Sie, wer Sie sein möchten. Die Uhr steht auf Montag, dem 23. November 2026.
office-about-text = Throughline führt für jeden langzeitarbeitslosen Menschen einen einzigen Fallverlauf, gemeinsam für alle Dienste, die helfen. Alles, was hier geöffnet wird, wird protokolliert. Die betroffene Person kann dieses Protokoll lesen.
office-licences = Lizenzen
office-role-jobseeker = Arbeitsuchende Person
office-role-counsellor = Beratungsfachkraft
office-role-partner = Fachkraft eines Partners
office-role-manager = Teamleitung
office-role-steward = Datenpflege
office-role-protection = Datenschutzstelle
office-role-analyst = Auswertung
office-role-administrator = Administration
office-try-jobseeker = Die eigene Akte ansehen und wer darin nachgesehen hat
office-try-counsellor = Ilona Lakatos finden, auch falsch geschrieben
office-try-partner = Dieselbe Person mit anderen Rechten sehen
office-try-manager = Eine Person des eigenen Teams öffnen
office-try-steward = Über zweifelhafte Zuordnungen entscheiden
office-try-protection = Lesen, wer bei wem nachgesehen hat
office-try-analyst = Sehen, was noch nicht gebaut ist
office-try-administrator = Sich um die Datenlieferungen kümmern
nav-my-file = Meine Akte
nav-my-day = Mein Tag
nav-caseload = Fälle
nav-find = Suchen
nav-matches = Zuordnungen
nav-identity = Zahlen zur Identität
nav-model = Modell
nav-feeds = Datenlieferungen
nav-quarantine = Quarantäne
nav-looked = Zugriffsprotokoll
said-signed-out = Sie sind abgemeldet.
nav-second = Zweite Prüfung
nav-questions = Fragen
nav-corrections = Zweifelhafte Werte
organisation-masked = Ein anderer Dienst
organisation-masked-clinic = Ein Gesundheitsdienst
office-wait = Zu viele Versuche waren falsch. Versuchen Sie es in { $n ->
    [one] { $n } Sekunde
   *[other] { $n } Sekunden
 } noch einmal. Wenn Sie Ihr Passwort vergessen haben, bitten Sie Ihre Administration um einen neuen Link.
office-by-password = Mit Name und Passwort anmelden
office-go-on = Weiter
office-another = Als jemand anderes anmelden
office-link-title = Sie sind eingeladen
office-link-text = Mit diesem Link kommen Sie einmal herein. Danach wählen Sie ein eigenes Passwort.
office-link-go = Eintreten
nav-users = Benutzer
password-choose = Passwort wählen
password-new = Neues Passwort
password-keep = Dieses Passwort nehmen
password-change = Passwort ändern
password-refused = Wählen Sie ein anderes Passwort
password-hint = { $n ->
    [one] Mindestens { $n } Zeichen.
   *[other] Mindestens { $n } Zeichen.
 } Vier Wörter, die nicht zusammengehören, sind leicht zu merken. Leerzeichen und jede Schrift sind willkommen; Ziffern und Sonderzeichen sind nicht nötig. Überall sonst werden Sie abgemeldet.
password-short = { $n ->
    [one] Es braucht mindestens { $n } Zeichen.
   *[other] Es braucht mindestens { $n } Zeichen.
 } Ein Satz ist leichter zu merken als ein Wort.
password-long = Es ist länger als 256 Zeichen. Wählen Sie ein kürzeres.
password-common = Viele Menschen verwenden dieses Passwort, und wer einbrechen will, probiert es zuerst. Wählen Sie eines, auf das sonst niemand kommt.
password-own = Es ist kaum mehr als Ihr Name oder der Ihrer Organisation. Wählen Sie etwas, das nicht auf Sie hinweist.
password-pattern = Immer dieselben Zeichen oder Tasten, die nebeneinander liegen, werden zuerst erraten. Wählen Sie mehrere Wörter.
second-title = Zweiter Faktor
second-lead = Zusätzlich zum Passwort wird ein Code von einem anderen Gerät verlangt, das Ihnen gehört. Wer Ihr Passwort erfährt, kommt dann trotzdem nicht herein.
second-needed-lead = Ihre Rolle öffnet die Akten anderer Menschen. Deshalb brauchen Sie zusätzlich zum Passwort einen Code von einem anderen Gerät, das Ihnen gehört.
second-needed = Mit Ihrer Rolle kommen Sie nur mit einem zweiten Faktor herein. Wenn das Gerät verloren ist, bitten Sie Ihre Administration um einen neuen Link.
second-scan = 1. Lassen Sie Ihr Gerät das Bild lesen
second-picture = Bild mit dem Geheimnis für die Kamera Ihres anderen Geräts
second-type = Oder geben Sie dies in eine App ein, die sechsstellige Codes erzeugt:
second-confirm = 2. Geben Sie den Code ein, den sie zeigt
second-six = Sechsstelliger Code
second-set-up = Zweiten Faktor einrichten
second-old = Ihr zweiter Faktor stammt aus der Zeit vor einer Aktualisierung und funktioniert nicht mehr. Bitten Sie Ihre Administration um einen neuen Link: Damit richten Sie einen neuen ein.
second-code-title = Der Code Ihres anderen Geräts
second-code-text = Geben Sie die sechs Ziffern ein, die Ihre App jetzt zeigt. Ohne das Gerät geben Sie einen Ihrer Ersatzcodes ein.
second-code = Code
second-code-wrong = Dieser Code passt nicht
second-code-wrong-text = Jeder Code gilt einmal und eine halbe Minute lang. Warten Sie auf den nächsten und geben Sie diesen ein.
second-codes-title = Ihre Ersatzcodes
second-codes-lead = Mit jedem dieser Codes kommen Sie einmal herein, wenn Ihr Gerät verloren ist. Drucken Sie die Codes aus oder schreiben Sie sie auf: Sie werden nicht noch einmal gezeigt.
second-codes-kept = Ich habe sie aufbewahrt
second-on = { $n ->
    [one] Er ist eingerichtet. Sie haben noch { $n } Ersatzcode.
   *[other] Er ist eingerichtet. Sie haben noch { $n } Ersatzcodes.
 }
second-new-codes = Neue Ersatzcodes
second-remove = Zweiten Faktor entfernen
again-title = Sind Sie es noch?
again-lead = Bevor eine Liste als Datei hinausgeht oder Rechte geändert werden, wird Ihr Passwort noch einmal verlangt.
again-wrong = Das ist nicht Ihr Passwort
again-wrong-text = Geben Sie es noch einmal ein. Wenn Sie es vergessen haben, bitten Sie Ihre Administration um einen neuen Link.
again-demo = In dieser Vorführung hat niemand ein Passwort. Eine Anlage für echte Menschen verlangt es an dieser Stelle.
lock-title = Der Bildschirm ist gesperrt
lock-lead = { $a }, Ihre Arbeit ist aufgehoben. Zeigen Sie, dass Sie es sind, dann sind Sie wieder auf derselben Seite.
account-title = Ihr Konto
account-sessions = Wo Sie angemeldet sind
account-here = Das ist hier
account-since = seit { $a }
account-seen = zuletzt benutzt: { $a }
account-end = Beenden
account-end-others = Alle anderen beenden
users-lead = Wer hereinkommt, in welcher Rolle und für wen. Alles, was Sie hier ändern, steht im Zugriffsprotokoll. Fälle sehen Sie von hier aus nicht.
users-count = { $n ->
    [one] { $n } Benutzer
   *[other] { $n } Benutzer
 }
users-name = Name
users-role = Rolle
users-organisation = Organisation
users-state = Stand
users-state-in = Kann hereinkommen
users-state-invited = Noch kein Passwort
users-state-ended = Ausgeschieden
users-second = eingerichtet
users-no-second = nicht eingerichtet
users-add = Benutzer anlegen
users-add-lead = Das Passwort wählt die Person selbst, über einen Link, der einmal gilt.
users-add-go = Anlegen und Link erzeugen
users-new-organisation = Oder eine Organisation, die nicht in der Liste steht
users-change = Änderungen speichern
users-since = angelegt: { $a }
users-not-kept = Der Benutzer wurde nicht gespeichert
users-wrong-name = Geben Sie einen Namen mit höchstens 100 Zeichen ein.
users-wrong-role = Wählen Sie eine Rolle aus der Liste.
users-wrong-organisation = Wählen Sie eine Organisation aus der Liste, oder geben Sie den Namen einer neuen ein.
users-wrong-sign-in = Geben Sie einen Anmeldenamen aus Buchstaben, Ziffern, Punkten und Bindestrichen ein, höchstens 60 Zeichen.
users-taken = Diesen Anmeldenamen hat schon jemand. Wählen Sie einen anderen.
users-own = Das ist Ihr eigenes Konto. Niemand ändert die eigenen Rechte: Bitten Sie jemand anderen aus der Administration.
users-renew = Neuer Link zum Anmelden
users-renew-text = Für alle, die ihr Passwort vergessen haben. Mit dem Link wählen sie ein neues; bis dahin gilt das alte.
users-renew-second = Das Gerät ist verloren: auch den zweiten Faktor entfernen
users-end = Ist ausgeschieden
users-end-text = Alle Sitzungen enden sofort, und unter diesem Namen kommt niemand mehr herein. Was die Person getan hat, bleibt unter ihrem Namen stehen.
users-back = Ist wieder da
users-back-text = Die Person kommt herein wie vorher, mit demselben Passwort.
users-link-title = Link zum Anmelden
users-link-lead = Geben Sie diesen Link persönlich oder per Brief an { $a }. Er gilt einmal, innerhalb von drei Tagen, und wird nicht noch einmal gezeigt.
users-sessions = { $n ->
    [one] An { $n } Ort angemeldet
   *[other] An { $n } Orten angemeldet
 }
users-end-sessions = Alle Sitzungen beenden
said-password-changed = Ihr Passwort ist geändert. Überall sonst sind Sie abgemeldet.
said-session-ended = Diese Sitzung ist beendet.
said-sessions-ended = Diese Sitzungen sind beendet.
said-second-removed = Der zweite Faktor ist entfernt.
said-user-changed = Die Änderungen sind gespeichert. Wenn sich Rechte geändert haben, muss sich die Person neu anmelden.
said-user-ended = Die Person kommt nicht mehr herein.
said-user-back = Die Person kommt wieder herein.
passkey-title = Passkeys
passkey-lead = Ein Passkey liegt auf einem Gerät von Ihnen und öffnet sich mit Finger, Gesicht oder PIN. Er ersetzt Passwort und Code, und keine gefälschte Seite kann ihn abfragen.
passkey-enter-lead = Ihr Gerät weiß, wer Sie sind, und öffnet mit Finger, Gesicht oder PIN.
passkey-enter = Mit einem Passkey anmelden
passkey-again = Mit einem Passkey weiter
passkey-again-failed = Das hat nicht geklappt. Versuchen Sie es noch einmal, oder geben Sie Ihr Passwort ein.
passkey-add = Passkey hinzufügen
passkey-name = Wie Sie das Gerät nennen
passkey-unnamed = Ein Gerät
passkey-since = hinzugefügt: { $a }
passkey-remove = Entfernen
passkey-failed = Das hat nicht geklappt. Versuchen Sie es noch einmal, oder melden Sie sich mit Ihrem Passwort an.
said-passkey-added = Der Passkey ist hinzugefügt. Beim nächsten Mal genügt er zum Anmelden.
said-passkey-removed = Der Passkey ist entfernt. Er öffnet nichts mehr.

nav-processing = Verarbeitung
processing-title = Verzeichnis der Verarbeitungstätigkeiten
processing-lead = Was über wen gespeichert wird, wofür, auf welcher Rechtsgrundlage und wie lange. Es entsteht aus dem Register des Regelwerks, in dem jede Spalte der Datenbank steht. Was davon vorbei ist, und wie es endet, steht unter Aufbewahrung.
processing-whole = Für alles
processing-controller = Verantwortlich
processing-transfers = Übermittlung ins Ausland
processing-security = Wie es geschützt wird
processing-people = Über wen
processing-people-clients = Betreute Personen
processing-people-users = Beschäftigte, die hier arbeiten
processing-people-nobody = Niemand
processing-purposes = Wofür
processing-ground = Rechtsgrundlage
processing-level = Schutzbedarf
processing-levels = { $n } von 4
processing-sealed = Verschlüsselt gespeichert
processing-sealed-yes = Ja
processing-sealed-partly = Was gesagt wird; nicht, wonach gesucht wird
processing-sealed-no = Nein
processing-from = Kommt von
processing-to = Geht an
processing-keep = Aufbewahrt
processing-right = Was die Person verlangen kann
processing-columns = Spalten
processing-then-erase = dann gelöscht
processing-then-anonymise = dann anonymisiert
processing-then-archive = dann archiviert
act-export-access-log = Zugriffsprotokoll als Datei
act-look-after-keys = Schlüssel
act-see-register = Verzeichnis der Verarbeitungstätigkeiten
processing-years =
    { $n ->
        [0] Sofort
        [one] { $n } Jahr
       *[other] { $n } Jahre
    }
ground-public-task = öffentliche Aufgabe (Artikel 6 Absatz 1 Buchstabe e DSGVO)
ground-law = rechtliche Verpflichtung (Artikel 6 Absatz 1 Buchstabe c DSGVO)
ground-consent = Einwilligung der Person (Artikel 6 Absatz 1 Buchstabe a DSGVO)
ground-contract = Vereinbarung mit der Person (Artikel 6 Absatz 1 Buchstabe b DSGVO)
ground-vital-interest = Leben oder Gesundheit eines Menschen (Artikel 6 Absatz 1 Buchstabe d DSGVO)
ground-own-right = eigenes Recht der Person

# Single sign-on
sso-title = Ein anderer Weg herein
sso-with = Anmelden mit { $a }
sso-away = Die andere Anmeldung antwortet nicht
sso-away-text = { $a } ist gerade nicht erreichbar. Versuchen Sie es in einigen Minuten noch einmal, oder melden Sie sich mit Name und Passwort an.
sso-untrue = Das hat nicht geklappt
sso-untrue-text = Was { $a } über Sie sagt, war nicht vertrauenswürdig oder kam zu spät. Beginnen Sie noch einmal; geschieht es wieder, sagen Sie es Ihrer Administration.
sso-unknown = Sie sind hier noch nicht bekannt
sso-unknown-text = { $a } kennt Sie, aber niemand hat Sie hier hinzugefügt. Fragen Sie Ihre Administration.

# Die Datenschutzordnung
nav-policies = Datenschutzordnung
policy-title = Datenschutzordnung
policy-lead = Was aufbewahrt wird und warum, wer was darf, und die Regeln für alle, die hier arbeiten.
policy-version = Fassung { $n }
policy-in-force = in Kraft seit { $a }.
policy-from = ab { $a }
policy-review-by = Zu überprüfen bis { $a }.
policy-earlier = Sie lesen eine frühere Fassung.
policy-comes = Diese Fassung tritt am { $a } in Kraft.
policy-to-current = Fassung { $n } lesen, die in Kraft ist
policy-topics = Auf dieser Seite
policy-changes = Was sich geändert hat
policy-none = Noch ist keine Fassung der Datenschutzordnung in Kraft. Fragen Sie Ihre Datenschutzstelle.
policy-signature = Unterschrift der Organisation
policy-sign-text = Sie unterschreiben für alle, die für Ihre Organisation arbeiten: Sie kennen diese Regeln und halten sie ein. Lesen Sie zuerst die ganze Seite.
policy-sign-do = Für { $a } unterschreibe ich Fassung { $b }
policy-signed-by = Für { $a } unterschrieben von { $b } am { $c }
policy-acknowledged-on = Sie haben diese Fassung am { $a } bestätigt. Das gilt bis { $b }; danach werden Sie beim Anmelden wieder gefragt.
policy-standing-holds = Unterschrieben
said-policy-signed = Ihre Organisation hat diese Fassung unterschrieben.
acknowledge-title = Bevor Sie hineingehen: die Nutzungsregeln
acknowledge-lead = { $n ->
    [one] Wer hier arbeitet, liest diese Regeln, und jeden Monat wieder.
    [12] Wer hier arbeitet, liest diese Regeln, und einmal im Jahr wieder.
   *[other] Wer hier arbeitet, liest diese Regeln, und alle { $n } Monate wieder.
 }
acknowledge-do = Ich habe das gelesen und halte mich daran
acknowledge-not = Jetzt nicht: abmelden
acknowledge-rest = Der Rest der Datenschutzordnung
policies-title = Datenschutzordnung: wer unterschrieben und bestätigt hat
policies-read = Datenschutzordnung lesen
policies-review-late = Die Überprüfung dieser Fassung war am { $a } fällig. Sehen Sie sie durch und lassen Sie den Tag der nächsten Überprüfung oder eine neue Fassung in policy.toml eintragen.
policies-signed = { $a } von { $b } Organisationen haben die geltende Fassung unterschrieben
policies-when = Wann
policies-by = Von wem
policies-organisation-never = Nicht unterschrieben
policies-organisation-earlier = Frühere Fassung
policies-organisation-holds = Unterschrieben
policies-acknowledgement = Nutzungsregeln
policies-user-never = Nicht bestätigt
policies-user-earlier = Frühere Fassung
policies-user-run-out = Zu lange her
policies-user-holds = Bestätigt
policies-open = { $a } von { $b } Benutzern müssen die Regeln noch bestätigen
policies-all-acknowledged = { $n ->
    [one] Die einzige Person hat die Regeln bestätigt
   *[other] Alle { $n } Benutzer haben die Regeln bestätigt
 }
policies-more = Weitere Benutzer
act-read-policy = Datenschutzordnung gelesen
act-sign-policy = Datenschutzordnung für die Organisation unterschrieben
act-watch-policy = Wer die Datenschutzordnung unterschrieben und bestätigt hat
act-keep-arrangements = Verzeichnis der Vereinbarungen

# Vereinbarungen
arrangements-title = Vereinbarungen und Verträge
arrangements-lead = Worunter andere mit den Daten arbeiten: gemeinsam Verantwortliche (Artikel 26 DSGVO) und Auftragsverarbeiter (Artikel 28).
arrangements-none = Noch ist nichts verzeichnet
arrangements-none-text = Tragen Sie die erste Vereinbarung oder den ersten Vertrag ein, mit Tag und Ansprechstelle.
arrangements-gaps = { $n ->
    [one] { $n } Organisation führt Datensätze und hat keine geltende Vereinbarung
   *[other] { $n } Organisationen führen Datensätze und haben keine geltende Vereinbarung
 }
arrangements-gaps-text = Wählen Sie eine, um ihre Vereinbarung einzutragen. Ihre eigene Organisation steht nicht dabei.
arrangement-add = Vereinbarung eintragen
arrangement-add-lead = Was hier verzeichnet ist, wird nie geändert. Ändert sich etwas, beenden Sie es und tragen das Neue ein.
arrangement-add-do = In das Verzeichnis eintragen
arrangement-wrong = Etwas fehlt oder passt nicht
arrangement-wrong-kind = Wählen Sie, was es ist.
arrangement-wrong-with = Wählen Sie eine Organisation, oder schreiben Sie einen Namen.
arrangement-wrong-title = Schreiben Sie, wie es heißt.
arrangement-wrong-signed = Schreiben Sie den Tag der Unterschrift; er kann nicht in der Zukunft liegen.
arrangement-wrong-ends = Der letzte Tag kann nicht vor dem Tag der Unterschrift liegen.
arrangement-wrong-covers = Schreiben Sie, was es umfasst.
arrangement-wrong-contact = Schreiben Sie, an wen man sich dort wendet.
arrangement-wrong-end = Das Ende kann weder vor dem Tag der Unterschrift noch in der Zukunft liegen. Gehen Sie zurück und wählen Sie einen anderen Tag.
arrangement-what = Was ist es?
arrangement-kind-joint-controller = Vereinbarung gemeinsam Verantwortlicher
arrangement-kind-processor = Vertrag zur Auftragsverarbeitung
arrangement-means-joint-controller = Sie entscheiden mit anderen, wofür die Daten genutzt werden (Artikel 26).
arrangement-means-processor = Sie arbeiten auf Weisung mit den Daten (Artikel 28).
arrangement-with = Mit wem?
arrangement-organisation = Eine Organisation, die hier teilnimmt
arrangement-other = Oder jemand anderes: Name
arrangement-called = Titel
arrangement-signed-on = Unterschrieben am
arrangement-ends-on = Letzter Tag (leer lassen, wenn es keinen gibt)
arrangement-covers = Was sie umfasst
arrangement-contact = Ansprechstelle
arrangement-contact-hint = Eine Stelle, eine Telefonnummer oder ein Postfach statt einer einzelnen Person.
arrangement-signed = Unterschrieben am { $a }
arrangement-until = bis { $a }
arrangement-open = ohne Ende
arrangement-ended-on = beendet am { $a }
arrangement-ends-in = { $n ->
    [0] Endet heute
    [one] Endet in { $n } Tag
   *[other] Endet in { $n } Tagen
 }
arrangement-state-run-out = Abgelaufen
arrangement-state-in-force = In Kraft
arrangement-state-ended = Beendet
arrangement-more = Was sie umfasst, und beenden
arrangement-end-on = Beendet am
arrangement-end-do = Beenden
said-arrangement-added = Es steht im Verzeichnis.
said-arrangement-ended = Es wurde beendet.

# Folgenabschätzung
impact-title = Folgenabschätzung
impact-lead = Was mit Daten über Menschen geschieht, warum es nötig ist, was für sie schiefgehen könnte und was davor schützt (Artikel 35).
impact-late = Der Tag, bis zu dem sie überprüft werden sollte, ist vorbei. Überprüfen Sie sie und tragen Sie den neuen Tag in das Regelwerk ein.
impact-whole = Die Abschätzung
impact-assessed = Gemacht am
impact-review = Zu überprüfen bis
impact-asked = Wer gefragt wurde
impact-needed = Warum es nötig ist
impact-before = Ohne Maßnahmen
impact-measures = Was das Programm tut
impact-promises = Zusagen an die Menschen, die es daran binden
impact-by = Was Menschen tun müssen
impact-after = Was bleibt
impact-likelihood-low = unwahrscheinlich
impact-likelihood-medium = möglich
impact-likelihood-high = wahrscheinlich
impact-severity-low = geringer Schaden
impact-severity-medium = Schaden auf Zeit
impact-severity-high = schwerer Schaden
