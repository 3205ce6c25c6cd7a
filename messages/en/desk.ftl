# The client page, links, who looked.
home-nothing = There is nothing here for your role yet
home-nothing-text = Indicators and evaluation are not built yet. When they are, they will be here.
client-title = Client
client-on-label = Date of what is shown
client-as-known = As known on { $a }.
client-later = { $n ->
    [0] Nothing has been added since.
    [one] { $n } entry that came later is not shown.
   *[other] { $n } entries that came later are not shown.
 }
client-today = Back to today
client-age = Age
client-born = born { $a }
client-interpreter = interpreter needed
client-last-helper = Last contact
client-weeks = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
 }
client-out-of-work-since = out of work, since { $a }
client-out-of-work-until = out of work, until { $a }
client-weeks-left = { $n ->
    [one] { $n } week left to agree a plan,
   *[other] { $n } weeks left to agree a plan,
 }
client-by = by { $a }
client-overdue = The plan was due by { $a }
client-start = Start
client-months = { $n ->
    [one] { $n } month
   *[other] { $n } months
 }
client-mark-on = on { $a }
client-mark-passed = passed on { $a }
client-records = { $n ->
    [one] One client from { $n } record
   *[other] One client from { $n } records
 }
client-who-looked = Who looked at this file
client-history = Case history
client-entries = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
 }
client-filter-off = Filter, search, or go back to a past day
client-filter-on = The timeline is narrowed
client-organisations = Organisation
client-kinds = Kind
client-word = Word in the text
client-since = From
client-until = To
client-on = As known on
client-show = Show
client-show-all = Show everything
client-filter-empty = No entry fits this filter.
client-empty = No entries yet.
client-identity-only = Your role looks after identities. Of what happened to this person you see the register only.
client-pages = Pages
client-newer = Newer
client-older = Older
client-facts = Key facts
client-people = People around
client-last-contact = last contact: { $a }
client-records-title = Records of this client
client-why-one = Why these are one person
fact-from = { $a }, { $b }
fact-stale = old
fact-others = { $n ->
    [one] { $n } other value
   *[other] { $n } other values
 }
fact-why-newest = newest
fact-why-trusted = most trusted
fact-why-older = older
fact-why-less-trusted = less trusted source
entry-heading = { $a }: { $b }
entry-restricted = Restricted entry
entry-restricted-person = You may know that it exists, not what it says: the person has asked that it is not used.
entry-restricted-text = You may know that it exists, not what it says. Ask { $a }.
entry-corrected = { $n ->
    [one] corrected once
   *[other] corrected { $n } times
 }
entry-details = Details
entry-before = Known until a correction, since { $a }: { $b }
entry-recorded = Recorded
entry-source = Source
entry-until = until { $a }
entry-kind-status = Status
entry-kind-meeting = Meeting
entry-kind-assessment = Assessment
entry-kind-agreement = Agreement
entry-kind-training = Training
entry-kind-benefit = Benefit
entry-kind-housing = Housing
entry-kind-health = Health
entry-kind-note = Note
entry-kind-link = Record
entry-status-unemployed = unemployed
entry-status-employed = in work
entry-status-training = in training
entry-status-sick = on sick leave
entry-status-inactive = not looking for work
entry-link-linked = linked to this client
entry-link-unlinked = taken out of another client
entry-link-taken-back = a decision was taken back
entry-outcome-attended = attended
entry-outcome-no-show = did not come
entry-outcome-granted = granted
entry-outcome-refused = refused
entry-outcome-ended = ended
entry-outcome-completed = completed
entry-outcome-signed = signed
entry-outcome-partly = there for a part of it
entry-outcome-office = at the office
entry-outcome-phone = by telephone
entry-outcome-video = by video
entry-outcome-group = in a group
entry-outcome-walk-in = without an appointment
entry-outcome-home = at their home
entry-outcome-mobile-unit = at a mobile unit
entry-outcome-fact = a fact
entry-outcome-client = the words of the client
entry-outcome-opinion = an opinion
entry-outcome-decision = a decision
entry-outcome-assessed = finished
entry-outcome-assessed-part = finished, a part kept closer
entry-outcome-offered = offered
entry-outcome-disagreed = what the client does not agree with
entry-outcome-step = what became of a step
entry-outcome-reviewed = reviewed
entry-detail-channel = How
entry-detail-minutes = Minutes
entry-detail-basis = Kind of statement
entry-detail-outcome = Outcome
entry-detail-result = Result
entry-detail-course = Course
entry-detail-amount = Amount
links-title = Why these are one person
links-lead = Each record stays as its organisation sent it. Links can be taken back, exactly.
links-with = Compared with { $a } ({ $b }).
links-by-itself = Linked on { $a } by comparison.
links-by-person = Linked on { $a } by a person.
links-first = The first record of this client, since { $a }.
links-near-certain = near certain
links-very-likely = very likely
links-likely = likely
links-unlink = Not this person: take this record out
links-decisions = Decided by people
links-decision-same = Said to be one person
links-decision-different = Said to be two people
looked-title = Who looked
looked-lead = Everybody who opened this file, and why. Nothing is left out.
looked-sound = { $n ->
    [one] { $n } line. The chain of the log is unbroken.
   *[other] { $n } lines. The chain of the log is unbroken.
 }
looked-whole = Every line from the first on was last checked by this program { $a }; what came since was checked just now.
looked-broken = The chain of the log is broken at line { $n }. Tell the administrator and keep a copy of the database as it is.
looked-nobody = Nobody has opened this file
looked-file = File
looked-lines = Access log
looked-when = When
looked-who = Who
looked-organisation = Organisation
looked-what = What
looked-why = Why
looked-result = Result
looked-allowed = Allowed
looked-refused = Refused
wrong-link = This looks wrong
wrong-title = This looks wrong
wrong-lead = Say so, and the data-protection officer looks at it. You read here what came of it. Whoever looked is not told that you said it.
wrong-why = What looks wrong?
wrong-why-hint = In your own words, in any language. You may leave it empty.
wrong-do = Send it
wrong-said = On { $a } you said that this looks wrong.
wrong-outcome-waits = The data-protection officer has received it and is looking at it.
wrong-outcome-explained = The data-protection officer has looked at it: there was a good reason.
wrong-outcome-false-alarm = The data-protection officer has looked at it: nothing was wrong.
wrong-outcome-breach = The data-protection officer has looked at it: it was not right. Ask them what follows.
said-looks-wrong = The data-protection officer has received it. What comes of it stands beside the line.
well-known-mark = Is this person well known?
well-known-why = Why
well-known-do = List every opening of this file
act-enter = Came in
act-own-session = Own session
act-home = Start page
act-find-clients = Search
act-register-client = Registration
act-change-model = Model of linkage
act-see-client = Client page
act-see-links = Why records are one person
act-see-matches = Match review
act-decide-match = Decision on a match
act-see-feeds = Feeds
act-run-feed = Import
act-mend-rows = Quarantine
act-identity-figures = Identity figures
act-answer-sample = Blind sample
act-match-encoded = Partner told, without names
act-look-after-users = Users
act-see-access-log = Access log
act-see-who-looked = Who looked
act-say-wrong = Something looks wrong
act-watch-access = Look-ups that were flagged
act-flag-look-ups = The access log is watched
act-answer-officer = Answer to the data-protection officer
purpose-casework = helping the client
purpose-data-quality = keeping data right
purpose-oversight = oversight
purpose-own-file = own file
act-second-decision = Second look at a decision
act-answer-questions = Question about two records
act-answer-doubts = Value in doubt
act-protect-client = Protection of a file
entry-link-withdrawn = its source has taken the record away
links-decision-unlinked = Record taken out
links-decision-split = Split into two people
links-decision-disputed = Number said to be wrong
links-decision-withdrawn = Record taken away by its source
links-decision-protected = File protected
links-decision-taken-back = Taken back
links-reason-seen-at-registration = seen while registering
links-reason-by-its-source = a file of its source says so
links-reason-sent-again = its source has sent the record again
withdraw-ask = Its source no longer has this record, or sent it by mistake
withdraw-means = The record leaves the client and every search. Nothing is deleted: it comes back when you take this back, or when its source sends it again saying something else.
withdraw-why = What the source says
withdraw-do = Take this record away
withdraw-gone = Taken away by their sources
client-opened-label = Why this file is open
client-opened-for = Opened for: { $a }.
client-opened-other = Another reason
entry-conclusion = For work it means:
act-state-purpose = Reason stated
act-open-in-emergency = Opened in an emergency
act-review-emergency = Review of an emergency
act-assign-counsellor = Counsellor assigned
act-arrange-cover = Cover arranged
purpose-reception = at the door or on the telephone
purpose-handover = taking over the case
purpose-referral = preparing a referral
purpose-emergency = an emergency
client-emergency-label = Opened in an emergency
client-emergency = { $a } opened your file in an emergency, { $b }.
client-emergency-waits = It is being reviewed.
client-emergency-right = Reviewed on { $a }: it was right.
client-emergency-wrong = Reviewed on { $a }: it was not right. Ask the data-protection officer what follows.
client-counsellor = Counsellor
client-counsellor-assign = Assign
client-counsellor-change = Change
entry-restricted-masked = You may know that it exists, not what it says or whose it is. Ask the person's counsellor.
rule-no-rule = No rule lets this role do this.
rule-budget = This was more people than somebody may be shown on one day.
rule-protected = The file is protected: it opens to those who are named.
rule-only-ones-own = A jobseeker opens their own file and no other.
rule-no-relation = A file opens to those whose organisation works with its person.
rule-say-why = A file opens to those who work with its person, or who say why.
rule-close = This is kept close: for those who work with the person.
rule-notes = Confidential notes are for those who counsel.
rule-purpose = The file was opened for something that does not need this.
ask-counsellor = Ask the person's counsellor.
ask-manager = Ask the manager.
ask-protection = Ask the data-protection officer.

## My data
nav-my-data = My data
my-data-lead = Who reads your file, why they may, and what you can switch off.
my-data-read = Who read it
my-data-can-read = Who can read what
my-data-health = Notes about health are read by the service that wrote them and by nobody else. Your counsellor reads what follows from them for work, where the service says so.
my-data-emergency = In an emergency somebody may open your file for four hours. You see it here, and it is reviewed.
my-data-nobody = Nobody has opened your file yet.
my-data-why = for { $a }
my-data-all = { $n ->
    [0] The whole list, with everything that was refused
    [one] The whole list: { $n } opening, and everything that was refused
   *[other] The whole list: { $n } openings, and everything that was refused
  }
read = something about you
read-see-client = your page: who you are, your status, your history
read-see-links = why your records are one person
read-find-clients = your name in a list of search results
read-register-client = your name, when somebody was registered
read-see-matches = your name, to see whether two records are yours
read-answer-questions = your name, to answer a question about your records
read-see-consents = what you share with whom
read-record-consent = wrote down what you said about sharing
read-assign-counsellor = who your counsellor is
read-open-in-emergency = opened your file in an emergency
read-state-purpose = said why they open your file
client-not-shared = The person no longer shares “{ $a }” with your organisation, since { $b }. Ask them, or their counsellor at the employment service.
act-see-consents = What is shared
act-record-consent = Sharing changed
rule-not-shared = The client does not share this with your organisation.
rule-without-ground = Your organisation has no legal ground to read this.

## A copy of everything
act-take-copy = A copy of everything
read-take-copy = a copy of everything about you, because you asked for one
copy-take = Take a copy of everything now
copy-make = Make the copy
copy-title = A copy of everything
copy-lead = What is kept in Throughline, as it stands on { $a }.
copy-print = To have it on paper, print this page.
copy-file = Save as a file for machines
copy-hand-over = It is handed over: close the request
copy-about = What this is
copy-nothing = Nothing is kept of this kind.
copy-left = What is left out, and why
copy-worker = somebody who works at { $a }
copy-another-person = another person
copy-by-oneself = the person themselves
copy-by-program = the program
copy-section-identity = Who you are, as each service says it
copy-section-history = What happened
copy-section-links = Why records are yours
copy-section-decisions = What people decided about your records
copy-section-relations = Who counsels you, and who sits in your case team
copy-section-meetings = When you are met, and what came of it
copy-section-consents = What you said about sharing
copy-section-requests = What you asked for
copy-section-emergencies = Openings in an emergency
copy-section-looked = Who looked
copy-section-wrong = What you said looks wrong
copy-section-marks = Marked as well known
copy-section-account = Your account
copy-why-identity = To know who you are. It comes from the services' files and from registration, and is read by those whom the rules let open your file.
copy-why-history = To help you, together. It comes from the services and from what staff write, and is read by those whom the rules let read it, by kind and level.
copy-why-links = So that your history is one. It comes from comparing records and from people's decisions.
copy-why-decisions = So that nobody's records are mixed up, and that whoever is in danger is protected. The words stand here when they are about your records alone.
copy-why-relations = So that everybody knows who is there for you. It comes from managers, from your counsellor and from registration.
copy-why-meetings = So that nobody is forgotten. It comes from those at the service who work with you; what was said stands in what happened.
copy-why-consents = So that it can be proved what you agreed to. It comes from you, or from whoever wrote down what you said.
copy-why-requests = So that you have your answer in time. Read by you and the data-protection officer.
copy-why-emergencies = So that every opening in an emergency is looked at afterwards.
copy-why-looked = So that it can be checked that the rules are kept. Read by you and the data-protection officer; never changed.
copy-why-wrong = So that what looks wrong is looked at. Read by you and the data-protection officer.
copy-why-marks = Every opening of such a file is looked at by the data-protection officer.
copy-why-account = So that you can come in.
copy-left-names = Names of those who work here: what was written shows their role and organisation instead. In “Who looked” they stand by name.
copy-left-people = Other people: where a text names somebody else who is known here, it says “another person”.
copy-left-others = Records of others that looked like yours, and questions about them: they would tell about other people.
copy-left-staff = Who stands in for whom, what staff have read, and how many people they were shown today: it is about them.
copy-left-drafts = What somebody has typed about a meeting and not saved: it is nothing yet, and only whoever typed it reads it.
copy-left-program = What the program needs of itself: how far it has read, which files came when.
copy-left-secrets = Keys, passwords and codes: they are kept so that nobody can read them.
copy-left-search = Words one is found by and records are compared by: they are made from what stands here, and say nothing more.
copy-left-rows = Rows of files that could not be understood and wait: nobody has said yet whose they are. Ask the data-protection officer whether any may be yours.
copy-left-figures = Figures of how right the links are: they name nobody.
copy-organisation = Organisation
copy-key = Number there
copy-version = Version
copy-true-on = True on
copy-received = Received
copy-number = Number
copy-kind = Kind
copy-from = From
copy-to = To
copy-text = Text
copy-recorded = Recorded
copy-by = By
copy-ended-by = Ended by
copy-level = Sensitivity, 0 to 4
copy-corrects = Corrects number
copy-source = Where it came from
copy-linked = Linked
copy-bits = How sure, in bits
copy-reason = Reason
copy-decision = Decision
copy-decided = Decided
copy-second = Agreed by
copy-taken-back = Taken back
copy-counsellor = Counsellor
copy-team = In your case team
copy-part = Part
copy-begins = Begins
copy-minutes = Minutes
copy-held-how = How it is held
copy-held-by = Held by
copy-what-came = What came of it
copy-since = Since
copy-until = Until
copy-said = Said
copy-when = When
copy-how = How
copy-asked = Asked for
copy-due = Due
copy-put-off = Why it was put off
copy-outcome = Outcome
copy-answered = Answered
copy-answer = Answer
copy-who = Who
copy-what = What
copy-parts = Which part
copy-purpose = What for
copy-ground = On which ground
copy-rule = Rule
copy-provider = Other sign-in
copy-provider-name = Its name for you
copy-sign-in = Name to sign in
copy-name = Name
copy-language = Language
copy-last-used = Last used
copy-device = Device
copy-address = Address it came from
copy-decision-same = Two records are one person
copy-decision-different = Two records are two people
copy-decision-unlinked = A record was taken out
copy-decision-split = Records were taken out together
copy-decision-disputed = A value is probably somebody else's
copy-decision-withdrawn = A source took a record away
copy-decision-protected = The file was protected
copy-decision-taken-back = A decision was taken back
copy-said-given = Yes
copy-said-refused = No
copy-said-withdrawn = No longer
copy-review-right = It was right
copy-review-wrong = It was not right
copy-access-granted = Shown
copy-access-refused = Refused
field-street = Street
field-house = House
field-unit = Flat
field-postcode = Postcode
entry-statement = The person says:
entry-put-right = This is wrong: ask to put it right
client-restricted = The use of this file is restricted at the person’s request. What was written is kept, and shown with their consent or in an emergency alone. Ask the person, or the data-protection officer.
copy-kept = { $n ->
    [0] Kept no longer than it is needed.
    [one] Kept one year after it ends.
   *[other] Kept { $n } years after it ends.
  }
copy-section-breaches = Breaches that concerned you
copy-why-breaches = So that you know what happened to your data. You and the data-protection officer can read it.
copy-noticed = Noticed
copy-section-releases = What was released when others asked
copy-why-releases = So that others who help you read a part of your file for a time, and you see who. Read by you, your counsellor and whoever asked.
copy-guest = Guest
copy-release-approved = Released
copy-release-narrowed = Made less
copy-release-refused = Refused
copy-release-ended = Ended
copy-release-withdrawn = No longer asked for

# Erasures and retention
act-erase-client = Erasure: preview, wish, legal hold
act-agree-erasure = Erasure: the second of two
act-purge = Removal of what is over
erasures-title = Erasures
erasures-lead = Two people erase: one wishes it, another agrees. What waits stands first.
erasures-none = Nobody has been erased
erasures-none-officer = To erase somebody, open their request for erasure, or see under retention whose time is over.
erasures-none-text = When the data-protection officer wishes an erasure, it stands here for you to agree or not.
erasures-more = Further erasures
erasure-of = Erasure wished on { $a }
erasure-waits = Waits for somebody to agree
erasure-settled = Settled
erasure-people = { $n ->
    [one] One person
   *[other] { $n } people
  }
erasure-wished-by = wished by { $a }
erasure-why = Why
erasure-why-not-needed = No longer needed for what it was kept for (article 17(1)(a))
erasure-why-consent-withdrawn = The consent it rests on was withdrawn (b)
erasure-why-objection = The person has objected, and nothing outweighs it (c)
erasure-why-unlawful = It was kept without a ground (d)
erasure-why-duty = A law demands the erasure (e)
erasure-why-child = It was collected from a child online (f)
erasure-why-time-over = The time in the register is over
erasure-choose = Choose
erasure-say-why = Say why this person is to be erased: choose one of the grounds of article 17.
erasure-say-outcome = Say whether you agree: use one of the two buttons.
erasure-title = Erase everything about a person
erasure-preview = What would go
erasure-is-held = A legal hold is in force: nothing is erased until it ends.
erasure-held-by = Nothing is erased: a legal hold of { $a } is in force, “{ $b }”. End it first, or wait until it ends.
erasure-goes = { $n ->
    [one] One row would go
   *[other] { $n } rows would go
  }
erasure-goes-text = The program has just tried it and taken it back; these are no guesses. What goes cannot be brought back.
erasure-table = Rows that go, by class of the register
erasure-class = What
erasure-rows = Rows
erasure-stays = What stays, and why
erasure-stays-log = { $n ->
    [0] The access log has no line about them.
    [one] One line of the access log, which says who looked and nothing of what is written. It goes when its own time is over.
   *[other] { $n } lines of the access log, which say who looked and nothing of what is written. They go when their own time is over.
  }
erasure-stays-certificate = A certificate: when, why, who wished and who agreed, how many rows. It names nobody.
erasure-stays-decisions = Decisions that also say something of somebody else’s records, and breaches of personal data, which name nobody.
erasure-stays-sources = What these services keep themselves: { $a }. Tell each of them (article 19); what they send of this person from now on is not taken in.
erasure-wish = Wish the erasure
erasure-wish-text = If the person asked for it, answer the request first: afterwards they cannot sign in, and nothing is left to write to them by. Then a steward or another officer has to agree.
erasure-asked = The person asks for this and waits for an answer.
erasure-take-back = I no longer wish it
erasure-wish-do = Wish the erasure
erasure-already = The erasure is wished and waits for somebody to agree.
erasure-see = See it
erasure-held-first = Not while the legal hold is in force.
said-erasure-wished = The erasure is wished. Somebody else has to agree before anything goes.
said-erasure-settled = It is done. What came of it for each person stands below.
said-erasure-declined = Nothing is erased. Who declined, and when, stands below.
said-erasure-let-in = Their services may name them again. The next file brings them, as somebody new.
said-hold-set = The legal hold is in force.
said-hold-ended = The legal hold has ended.
holds-title = Legal holds
holds-none = No law holds anything of this person.
hold-says = What has to be kept, and for what: the court and file number, or the authority
hold-say-why = Say what the hold is for: the court and file number, or the authority.
hold-do = Set a legal hold
hold-set-by = In force since { $a }, set by { $b }.
hold-ended-by = Ended on { $a } by { $b }.
hold-end-do = End this hold
erasure-one = An erasure
erasure-certificate = Certificate of erasure
erasure-waiting = { $n ->
    [one] One person is to be erased
   *[other] { $n } people are to be erased
  }
erasure-records = { $n ->
    [0] no record
    [one] one record
   *[other] { $n } records
  }
erasure-unknown = Somebody who is here no longer
erasure-agree-text = If you agree, everything that is kept about them goes at once and cannot be brought back. Whose file has changed since you opened this page is not erased.
erasure-agree-do = I agree: erase
erasure-decline-do = I do not agree
erasure-second-person = You wished this erasure yourself: a steward or another officer has to agree.
erasure-outcome-erased = Erased
erasure-outcome-declined = Declined
erasure-outcome-held = Kept: a legal hold
erasure-outcome-changed = Kept: the file has changed
erasure-done = { $n ->
    [0] Nobody was erased
    [one] One person was erased
   *[other] { $n } people were erased
  }
erasure-done-text = Everything that was kept went from all tables, and the keys that sealed it are destroyed. The reference beside each line stands in the access log too; it leads to nobody.
erasure-let-in-title = If they come back
erasure-let-in-text = What services send of whoever was erased is not taken in. When somebody has come back and is to be helped again, let them in: the next file brings them, and nothing of before.
erasure-let-in-do = Let them in again
retention-title = Retention
retention-lead = { $n ->
    [one] What is over by the field register. People are listed one year after anything was last heard of them.
   *[other] What is over by the field register. People are listed { $n } years after anything was last heard of them.
  }
retention-due = People whose time is over
retention-none = Nobody’s time is over. Not listed is who has an open period, a counsellor or a case team, an open request or a legal hold.
retention-last = last named by a source on { $a }
retention-wish-text = Somebody else has to agree before anything goes. Whoever is heard of again until then is kept.
retention-wish-do = { $n ->
    [one] Wish the erasure of this person
   *[other] Wish the erasure of these { $n } people
  }
retention-more = Further people
retention-classes = How everything comes to its end
retention-kept = Kept
retention-years = { $n ->
    [0] until then
    [one] one year
   *[other] { $n } years
  }
retention-end = How it ends
retention-end-person = With the person: two people erase
retention-end-rows = Row by row, by itself, every day
retention-end-front = Line by line from the front, by itself, every day; what a law holds stays, and all after it
retention-end-itself = The program forgets it in passing
retention-end-by-hand = Nothing of the program ends it yet
retention-over = Over now
copy-section-erasures = Erasure, and what holds it up
copy-why-erasures = So that you know whether somebody wished to erase your file, and what keeps it from being erased. The officer and the stewards can read it.
copy-hold = Legal hold

# Exports of the access log

act-wish-log-export = Export of the whole access log: wish and take
act-agree-log-export = Export of the whole access log: the second of two
log-exports-title = Exports of the log
log-exports-lead = The whole access log leaves as a file only when two people want it.
log-export-wish = Wish an export
log-export-wish-text = Say what it is for, such as a check by the data-protection authority. A steward or another officer has to agree.
log-export-reason = What it is for
log-export-not-yet = Nothing is wished yet
log-export-no-reason = Say what the export is for.
log-export-wish-do = Wish the export
log-exports-none = The log has not been exported
log-exports-none-text = What is wished stands here, and what somebody exported at the machine.
log-exports-more = Further exports
log-export-one = An export of the log
log-export-of = Export of { $a }
log-export-by = wished by { $a }
log-export-outcome-waits = Waits for somebody to agree
log-export-outcome-agreed = Agreed
log-export-outcome-declined = Declined
log-export-outcome-withdrawn = Taken back
log-export-outcome-machine = Made at the machine, by one person
log-export-machine-text = Made with the command “audit export” by somebody who holds the keys of the machine. Ask who it was, and what for.
log-export-lines = { $n ->
    [one] One line
   *[other] { $n } lines
  }
log-export-speak = It waits for a second person
log-export-second-person = You wished it yourself: somebody else has to agree.
log-export-agree-text = { $n ->
    [one] When you agree, whoever wished it may take the log up to now, for one hour. You see nothing of the log by agreeing.
   *[other] When you agree, whoever wished it may take the log up to now, for { $n } hours. You see nothing of the log by agreeing.
  }
log-export-agree-do = I agree
log-export-decline-do = I do not agree
log-export-withdraw-do = I no longer wish it
log-export-take = Take the file
log-export-take-text = Until { $a }. Each part you take is a line of the access log. Put together by their number, the parts are one file, which is checked with “audit verify --export”.
log-export-part = { $n ->
   *[other] Part { $n }
  }
said-log-export-wished = The export is wished. Somebody else has to agree.
said-log-export-agreed = Agreed. Whoever wished it may take the file now.
said-log-export-declined = The export will not be made.
caseload-elsewhere = told by others
caseload-title = Caseload
caseload-of-most = of at most { $a }
caseload-too-many = too many for one
caseload-as-file = As a file (CSV)
caseload-views = Whom to show
caseload-orders = In which order
caseload-view-all = everybody
caseload-view-needs = need something
caseload-view-late = something is late
caseload-view-contact = to be met
caseload-view-no-agreement = no agreement that holds
caseload-view-intensive = intensive
caseload-order-urgent = most urgent first
caseload-order-name = by name
caseload-order-weeks = longest out of work first
caseload-order-met = longest not met first
caseload-none = Nobody is in this view.
caseload-show-all = Show everybody
caseload-name = Name
caseload-weeks = Weeks out of work
caseload-track = Track
caseload-met = Last met
caseload-next = Next meeting
caseload-needs = Needs
caseload-nothing = nothing now
caseload-not-out-of-work = not out of work
caseload-not-assessed = not assessed
caseload-never-met = not yet
caseload-no-agreement = none
caseload-review = review { $a }
caseload-restricted = The use of this file is restricted: nothing is reckoned from it.
my-day-title = My day
my-day-waiting = { $n ->
    [one] One meeting waits for a word of what came of it
   *[other] { $n } meetings wait for a word of what came of them
}
my-day-today = { $n ->
    [0] No more meetings today
    [one] One meeting today
   *[other] { $n } meetings today
}
my-day-no-meeting = No meeting is planned.
my-day-no-more-today = Nothing more is planned for today.
my-day-next = The next one:
my-day-drafts = { $n ->
    [one] One draft
   *[other] { $n } drafts
}
my-day-needs = { $n ->
    [0] Nobody needs you
    [one] One person needs you
   *[other] { $n } people need you
}
my-day-no-clients = You are nobody's counsellor yet. A manager assigns people to you, and whoever you register is yours.
my-day-nobody-needs = { $n ->
    [one] You counsel one person. They were met in time, and no agreement is due.
   *[other] You counsel { $n } people. All were met in time, and no agreement is due.
}
my-day-covering = covering for { $a }
my-day-late = late
my-day-need-contact = Meet them by { $a }.
my-day-need-contact-late = They should have been met by { $a }.
my-day-need-agreement = There is no agreement; it is due by { $a }.
my-day-need-agreement-late = There is no agreement; it was due by { $a }.
my-day-need-assessment = There is no in-depth assessment; it is due by { $a }.
my-day-need-assessment-late = There is no in-depth assessment; it was due by { $a }.
my-day-need-reassessment = The assessment is to be made anew by { $a }.
my-day-need-reassessment-late = The assessment was to be made anew by { $a }.
my-day-need-signature = What was offered is to be signed by both sides by { $a }.
my-day-need-review = The agreement is to be reviewed on { $a }.
my-day-need-review-late = The agreement was to be reviewed on { $a }.
my-day-need-promise-late = A step of ours was due by { $a }.
my-day-need-step-late = A step of the client was due by { $a }.
client-agreed = An agreement holds.
client-agreement = Agreement
client-agreement-client = Next for the client: { $a }, by { $b }
client-agreement-provider = Next for us: { $a }, by { $b }
client-agreement-nothing = Nothing is open.
my-day-draft-meeting = a meeting
my-day-draft-assessment = an assessment
my-day-draft-agreement = an agreement
my-day-last-met = Last met on { $a }.
my-day-never-met = No meeting is known.
my-day-more = { $n ->
    [one] Show one more who needs you
   *[other] Show { $n } more who need you
}
client-meetings = Meetings
client-next-meeting = Next meeting
client-no-meeting = none planned
client-met-by = to be met by { $a }
client-met-late = should have been met by { $a }
client-news = { $n ->
    [one] One new entry since you last looked
   *[other] { $n } new entries since you last looked
}
client-news-on = You last looked on { $a }.
entry-new = new
