# Datenlieferungen, Übernahmen, Quarantäne.
feeds-lead = Was andere Organisationen uns schicken und wie es gelaufen ist.
feeds-add = Datenlieferung anlegen
feeds-none = Noch keine Datenlieferungen
feeds-none-text = Eine Datenlieferung sagt, wer welche Datei schickt und was ihre Spalten bedeuten. Legen Sie die erste an.
feeds-waiting = { $n ->
    [one] { $n } Zeile wartet darauf, verbessert zu werden
   *[other] { $n } Zeilen warten darauf, verbessert zu werden
 }
feeds-in-order = In Ordnung
feeds-last = letzte Datei: { $a }
feeds-never = noch keine Datei
feeds-last-run = Letzte Übernahme
feeds-says-people = Jede Zeile ist eine Person.
feeds-says-entries = Jede Zeile ist etwas, das geschehen ist.
feeds-send = Datei senden
feeds-file = Datei ({ $a })
feeds-send-hint = Dieselbe Datei zweimal ändert nichts. Zeilen, die nicht zu verstehen sind, warten; die anderen werden übernommen.
feeds-send-go = Datei übernehmen
feeds-runs = Übernahmen
feeds-columns = Spalten
feeds-in-file = In der Datei
feeds-becomes = Wird zu
feeds-key = Schlüssel der Zeile
feeds-configuration = Beschreibung einer Datenlieferung
feeds-configuration-label = Beschreibung (TOML)
feeds-save = Speichern
feeds-leave = Ohne Speichern verlassen
feeds-not-saved = Die Datenlieferung wurde nicht gespeichert
run-title = Übernahme
run-of = Übernahme von { $a }
run-took = { $a } Sekunden
run-when = Wann
run-file = Datei
run-state = Stand
run-rows = Zeilen
run-new = Neu
run-changed = Geändert
run-unchanged = Unverändert
run-refused = In Quarantäne
run-seconds = Sekunden
run-done = Fertig
run-done-waiting = { $n ->
    [one] Fertig, { $n } Zeile wartet
   *[other] Fertig, { $n } Zeilen warten
 }
run-running = Läuft
run-refused-file = Datei abgelehnt
run-rows-so-far = { $n ->
    [one] bisher { $n } Zeile gelesen
   *[other] bisher { $n } Zeilen gelesen
 }
run-look-again = Noch einmal nachsehen
quarantine-lead = Diese Zeilen waren nicht zu verstehen. Nichts davon steht schon im Fallverlauf, und nichts davon ist verloren.
quarantine-look = Zeilen verbessern
quarantine-steward = Die Datenpflege kann sie verbessern.
quarantine-none = Nichts wartet
quarantine-none-text = Jede gesendete Zeile war zu verstehen.
quarantine-all = Alle Datenlieferungen
quarantine-where = Wo
quarantine-row = Zeile { $n }
quarantine-field = Spalte
quarantine-value = Wie gesendet
quarantine-reason = Was nicht stimmt
quarantine-state = Stand
quarantine-mend = Zeile { $n } verbessern
quarantine-rows = Zeilen
quarantine-mend-title = Zeile verbessern
quarantine-still-wrong = Sie kann immer noch nicht übernommen werden
quarantine-take = Übernehmen
quarantine-set-aside = Beiseitelegen
quarantine-whole = Die Spalten dieser Zeile waren nicht auseinanderzuhalten. Bitten Sie die absendende Stelle, sie noch einmal zu schicken, oder legen Sie die Zeile beiseite.
quarantine-hidden = Wird Ihnen nicht gezeigt und bleibt, wie es gekommen ist.
quarantine-try-again = Diese noch einmal versuchen
quarantine-more = Weitere Zeilen
quarantine-state-waiting = Wartet
quarantine-state-mended = Verbessert und übernommen
quarantine-state-set-aside = Beiseitegelegt
error-before-title = Fehler:
save-as-file = Als Datei speichern
said-feed-saved = Die Datenlieferung ist gespeichert.
said-file-taken = Die Datei ist angekommen. Das ist der Bericht dazu.
said-file-under-way = Die Datei wird übernommen. Die Übernahme steht hier in der Liste.
said-row-mended = Die Zeile ist übernommen.
said-row-set-aside = Die Zeile liegt beiseite.
said-rows-taken = Was jetzt übernommen werden konnte, ist übernommen.
said-rows-still-wrong = Keine dieser Zeilen kann schon übernommen werden.
feeds-no-file-sent = In dem, was gesendet wurde, ist keine Datei.

# Systeme der Partner
systems-title = Systeme der Partner
systems-lead = Welche Systeme Partner führen, und welche ihrer Felder als was hereinkommen. Gemacht aus den Datenlieferungen.
systems-none = Es kommt noch nichts herein
systems-none-text = Sobald jemand aus der Administration eine Datenlieferung anlegt, steht ihr System hier.
systems-people = Personen
systems-entries = Was geschehen ist
systems-fields = { $n ->
    [one] Ein Feld wird gelesen
   *[other] { $n } Felder werden gelesen
  }
systems-theirs = Ihr Feld
systems-ours = Wird zu
system-use-key = Benennt die Zeile
system-use-person = Benennt die Person
system-use-observed = Sagt, wann die Zeile galt
system-use-withdrawn = Sagt, dass es den Datensatz nicht mehr gibt
