# Feeds, runs, quarantine.
feeds-lead = What other organisations send us, and how it went.
feeds-add = Add a feed
feeds-none = No feeds yet
feeds-none-text = A feed says who sends which file and what its columns mean. Add the first one.
feeds-waiting = { $n ->
    [one] { $n } row waits to be mended
   *[other] { $n } rows wait to be mended
 }
feeds-in-order = In order
feeds-last = last file: { $a }
feeds-never = no file yet
feeds-last-run = Last run
feeds-says-people = Each row is a person.
feeds-says-entries = Each row is something that happened.
feeds-send = Send a file
feeds-file = File ({ $a })
feeds-send-hint = The same file twice changes nothing. Rows that cannot be understood wait; the others go in.
feeds-send-go = Take the file in
feeds-runs = Runs
feeds-columns = Columns
feeds-in-file = In the file
feeds-becomes = Becomes
feeds-key = Key of the row
feeds-configuration = Configuration of a feed
feeds-configuration-label = Configuration (TOML)
feeds-save = Save
feeds-leave = Leave without saving
feeds-not-saved = The feed was not saved
run-title = Run
run-of = Run of { $a }
run-took = { $a } seconds
run-when = When
run-file = File
run-state = State
run-rows = Rows
run-new = New
run-changed = Changed
run-unchanged = Unchanged
run-refused = In quarantine
run-seconds = Seconds
run-done = Done
run-done-waiting = { $n ->
    [one] Done, { $n } row waits
   *[other] Done, { $n } rows wait
 }
run-running = Under way
run-refused-file = File refused
run-rows-so-far = { $n ->
    [one] { $n } row read so far
   *[other] { $n } rows read so far
 }
run-look-again = Look again
quarantine-lead = These rows could not be understood. Nothing of them is in the case history yet, and nothing of them is lost.
quarantine-look = Mend the rows
quarantine-steward = The data steward can mend them.
quarantine-none = Nothing waits
quarantine-none-text = Every row that was sent could be understood.
quarantine-all = All feeds
quarantine-where = Where
quarantine-row = row { $n }
quarantine-field = Column
quarantine-value = As sent
quarantine-reason = What is wrong
quarantine-state = State
quarantine-mend = Mend row { $n }
quarantine-rows = Rows
quarantine-mend-title = Mend a row
quarantine-still-wrong = It still cannot be taken in
quarantine-take = Take it in
quarantine-set-aside = Set aside
quarantine-whole = The columns of this row could not be told apart. Ask the sender for it again, or set it aside.
quarantine-hidden = Not shown to you, and kept as it came.
quarantine-try-again = Try these again
quarantine-more = Further rows
quarantine-state-waiting = Waits
quarantine-state-mended = Mended and taken in
quarantine-state-set-aside = Set aside
error-before-title = Error:
save-as-file = Save as a file
said-feed-saved = The feed is saved.
said-file-taken = The file has arrived. This is its report.
said-file-under-way = The file is being taken in. Its run is listed here.
said-row-mended = The row is in.
said-row-set-aside = The row is set aside.
said-rows-taken = What could be taken in now is in.
said-rows-still-wrong = None of these rows can be taken in yet.
feeds-no-file-sent = There is no file in what was sent.

# Partners' systems
systems-title = Partners’ systems
systems-lead = Which systems partners keep, and which of their fields come in and as what. Made from the feeds.
systems-none = Nothing comes in yet
systems-none-text = As soon as an administrator adds a feed, its system stands here.
systems-people = People
systems-entries = What happened
systems-fields = { $n ->
    [one] One field is read
   *[other] { $n } fields are read
  }
systems-theirs = Their field
systems-ours = Becomes
system-use-key = Names the row
system-use-person = Names the person
system-use-observed = Says when the row was true
system-use-withdrawn = Says that the record is gone
