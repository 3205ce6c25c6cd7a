# Was jede Seite umgibt.
web-skip = Zum Inhalt springen
web-hidden = Verdeckt. Mit einer beliebigen Taste geht es zurück.
web-hide = Bildschirm verdecken:
web-find-label = Person suchen
web-find-hint = Name, Geburtsdatum, Telefon oder Nummer
web-find-go = Suchen
web-synthetic = Erfundene Daten
web-language = Sprache:
web-what-you-open = Was Sie öffnen, wird protokolliert. Die betroffene Person kann es lesen.
web-sign-out = Abmelden
web-main-navigation = Hauptmenü
web-about = Über dieses Programm
web-back-home = Zurück zur Startseite
web-and-where = { $a }, { $b }
web-moment = { $a }, { $b } Uhr
web-today = heute
web-days-ago = { $n ->
    [one] vor { $n } Tag
   *[other] vor { $n } Tagen
 }
web-weeks-ago = { $n ->
    [one] vor { $n } Woche
   *[other] vor { $n } Wochen
 }
web-months-ago = { $n ->
    [one] vor { $n } Monat
   *[other] vor { $n } Monaten
 }
web-years-ago = { $n ->
    [one] vor { $n } Jahr
   *[other] vor { $n } Jahren
 }
web-language-en = Englisch
web-language-ar = Arabisch
web-language-lt = Litauisch
web-language-hu = Ungarisch
web-language-uk = Ukrainisch
web-language-ru = Russisch
web-language-tr = Türkisch
web-language-pl = Polnisch
web-language-fr = Französisch
web-language-de = Deutsch
web-not-found = Diese Seite gibt es hier nicht
web-not-found-text = Es gibt die Seite nicht, oder sie ist nicht für Sie bestimmt. Wenn Sie einem Link gefolgt sind, fragen Sie die Person, von der Sie ihn haben. Ihr Versuch steht im Zugriffsprotokoll.
web-broken = Bei uns ist etwas schiefgegangen
web-broken-text = Was schon gespeichert war, ist nicht verloren. Bitte versuchen Sie es in einer Minute noch einmal. Wenn es wieder passiert, nennen Sie Ihrer Administration die Uhrzeit.
web-bad = Das war nicht zu verstehen
web-bad-text = { $a } Gehen Sie zurück, verbessern Sie es und senden Sie es noch einmal.
web-already = Jemand war schneller
web-already-text = Hier wurde etwas geändert, während Sie die Seite offen hatten. Öffnen Sie sie noch einmal und sehen Sie, wie es jetzt steht.
web-spent = Das sind genug Personen für einen Tag
web-spent-text = Ihnen wurden heute { $a } verschiedene Personen gezeigt. Für Ihre Rolle sind höchstens { $b } erlaubt. Bis morgen wird niemand mehr gezeigt. Wen Sie heute schon geöffnet haben, können Sie weiter öffnen. Brauchen Sie heute mehr für Ihre Arbeit, fragen Sie die Datenschutzstelle; sie ist schon benachrichtigt. Wenn Sie das nicht selbst waren, sperren Sie Ihr Konto und sagen Sie der Administration Bescheid.
web-comma = { ", " }
web-colon = { ": " }
web-not-found-jobseeker = Sie können Ihre eigene Akte öffnen. Für alles andere fragen Sie Ihre Beratungsfachkraft.
web-not-found-counsellor = Eine Akte, die sich nicht öffnet, kann geschützt sein: Fragen Sie Ihre Teamleitung oder die Datenschutzstelle.
web-not-found-partner = Sie können die Akten der Personen öffnen, mit denen Ihre Organisation arbeitet. Bei anderen fragen Sie deren Beratungsfachkraft bei der Arbeitsverwaltung.
web-not-found-manager = Sie können die Akten der Personen öffnen, mit denen Ihre Organisation arbeitet. Bei anderen fragen Sie die Datenschutzstelle.
web-not-found-steward = Ihre Rolle kümmert sich um Identitäten und Datenlieferungen. Für alles andere fragen Sie die Datenschutzstelle.
web-not-found-protection = Ihre Rolle kümmert sich um den Schutz von Akten und um das Zugriffsprotokoll. Für alles andere fragen Sie die Administration.
web-not-found-analyst = Ihre Rolle sieht Zahlen und keine Personen. Für alles andere fragen Sie die Administration.
web-not-found-administrator = Ihre Rolle betreibt die Anlage und sieht keine Personen. Für alles andere fragen Sie die Datenschutzstelle.
web-lock = Bildschirm sperren
web-account = Ihr Konto
web-bad-sent = Was gesendet wurde, passt nicht zu dieser Seite.
web-places = Bereiche
web-quote-open = „
web-quote-close = “
