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
