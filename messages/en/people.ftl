# Finding people, their fields, and match review.
find-title = Find a person
find-label = Name, birth date, phone, number or e-mail
find-hint = In any order, spelling or script. Every search is logged, and so is each person it shows.
find-start = Type a name, a birth date or the end of a phone number. A birth year beside a name helps: “lakatos 88”.
find-count = { $n ->
    [one] { $n } person found
   *[other] { $n } people found
 }
find-for = for “{ $a }”
find-nobody = Nobody fits
find-nobody-fewer = Type fewer words: the family name alone finds more.
find-nobody-number = Try the end of a phone or case number, or a birth date.
find-nobody-feed = If a partner knows this person, their file may not have arrived yet. Ask the data steward.
find-born = born { $a }
find-why-name = Name “{ $a }”
find-why-begins = Begins as typed: “{ $a }”
find-why-spelt = Spelt a little differently: “{ $a }”
find-why-form = Other form of the name: “{ $a }”
find-why-born = Same birth date{ $a }
find-why-born-in = Same birth year{ $a }
find-why-number = Number ends the same{ $a }
find-why-email = Same e-mail{ $a }
field-given_name = First name
field-family_name = Family name
field-full_name = Whole name
field-former_name = Former name
field-birth_date = Birth date
field-sex = Sex
field-national_id = Personal number
field-phone = Phone
field-email = E-mail
field-city = Town
field-address = Address
field-language = Language
field-interpreter = Interpreter
sex-woman = woman
sex-man = man
sex-other = other
yes = yes
no = no
matches-title = Match review
matches-open = { $n ->
    [0] No pair is open.
    [one] { $n } pair may be one person and waits for you.
   *[other] { $n } pairs may be one person and wait for you, the most harmful first.
 }
matches-first = Start with the first
matches-none = No open pairs
matches-none-text = When two records may be one person but the evidence is not enough, they appear here. Nothing is linked without you in that band.
matches-and = and
matches-waiting = waiting since: { $a }
matches-bits = { $a } bits
matches-verdict-likely = Rather one person
matches-verdict-even = Could be either
matches-verdict-unlikely = Rather two people
matches-question = Are these one person?
matches-one-pair = One pair
matches-side = Side by side
matches-side-hint = Values as each source sent them
matches-agreement = Agreement
matches-not-given = not given
matches-agree-same = same
matches-agree-close = close
matches-agree-differs = differs
matches-agree-missing = nothing to compare
matches-for-and-against = What speaks for and against
matches-prior = Before looking: few pairs of records are one person
matches-start = start
matches-line = { $a }: { $b }
matches-together = Together
matches-compared-given_name = First name
matches-compared-family_name = Family name
matches-compared-middle_name = Second name
matches-compared-birth_date = Birth date
matches-compared-sex = Sex
matches-compared-national_id = Personal number
matches-compared-phone = Phone
matches-compared-email = E-mail
matches-compared-address = Address
matches-compared-source = Organisation
matches-level-missing = nothing to compare
matches-level-same = the same
matches-level-form = two forms of one name
matches-level-near = almost the same spelling
matches-level-swapped = first and family name have changed places
matches-level-other_name = the first name of one is the second name of the other
matches-level-contained = one is part of the other
matches-level-similar = alike
matches-level-initial = the initial agrees
matches-level-loose = a little alike
matches-level-womans_other = different, as after a marriage
matches-level-different = different
matches-level-day_month_swapped = day and month have changed places
matches-level-one_slip = one slip apart
matches-level-two_slips = two slips apart
matches-level-two_parts = two of day, month and year agree
matches-level-same_year = the year agrees
matches-level-age_agrees = the age agrees
matches-level-age_differs = the age differs
matches-level-same_home = the same home
matches-level-crowded_home = the same address, shared by many
matches-level-near_home = the same home, the street spelt differently
matches-level-other_flat = same house, another flat or town
matches-level-same_house = same house number and postcode
matches-level-same_street = the same street
matches-level-same_postcode = the same postcode
matches-level-same_place = the same town
matches-level-one_source = both from one organisation
matches-level-two_sources = from two organisations
matches-slightly-for = slightly for
matches-plainly-for = for
matches-strongly-for = strongly for
matches-very-strongly-for = very strongly for
matches-slightly-against = slightly against
matches-plainly-against = against
matches-strongly-against = strongly against
matches-very-strongly-against = very strongly against
matches-effect-back = Nothing is moved or merged. You can take it back at any time, exactly.
matches-decision = Decision
matches-note = Note, if you want to say why
matches-same = Same person
matches-two = Two people
matches-later = Decide later
matches-undo = Take this back
matches-say-which = Choose “same person”, “two people”, “ask” or “decide later”.
said-match-same = They are one client now.
said-match-different = They stay two people, whatever later runs say.
said-match-later = The pair stays open.
said-unlinked = The record is a client of its own now.
said-taken-back = Taken back. Everything is as it was before.
matches-month = Last 30 days: { $a } joined, { $b } undone.
matches-filter = Which pairs to show
matches-by-harm = By harm
matches-by-organisation = By organisation
matches-all = All pairs
matches-left = { $n ->
    [one] { $n } pair
   *[other] { $n } pairs
 }
matches-filtered-out = No pair fits
matches-show-all = Show all pairs
matches-pages = Pages of the queue
matches-previous = Previous pairs
matches-next = Next pairs
matches-lately = Decided in the last 30 days
matches-waits = Waits for a second person
matches-waits-second = A decision about this pair waits for a second person.
matches-waiting-second = { $n ->
    [one] { $n } decision about somebody protected waits for a second person
   *[other] { $n } decisions about people who are protected wait for a second person
 }
matches-whom = Whom to ask
matches-ask = Ask the counsellor
matches-say-whom = Choose the counsellor you want to ask.
matches-sees-more = Who would see more if they become one
matches-harm-grave = Grave harm if wrong
matches-harm-serious = Serious harm if wrong
matches-harm-some = Some harm if wrong
matches-harm-little = Little harm if wrong
matches-harm-reads = Would let { $c } read what { $a } wrote ({ $b }).
matches-harm-exists = Would tell { $c } that { $a } has entries ({ $b }), not what they say.
matches-harm-knows = Would tell { $b } that { $a } knows this person.
matches-harm-nobody = Nobody would see more than now.
matches-harm-protected = One of them is protected: two people decide.
pair-short = In short
pair-called = Both are called { $a }.
pair-nearly-called = Their names are almost the same: { $a } and { $b }.
pair-otherwise-called = Their names differ: { $a } and { $b }.
pair-nameless = One of the records has no name.
pair-born-same = Both were born on { $a }.
pair-born-close = Their birth dates are close: { $a } and { $b }.
pair-born-differs = Their birth dates differ: { $a } and { $b }.
pair-born-missing = Only one of them gives a birth date.
pair-same = The same: { $a }.
pair-close = Partly the same: { $a }.
pair-part = { $a } ({ $b })
pair-differs = Different: { $a }.
pair-adds-up = The lines add up to the last one. Above zero they speak for one person.
pair-past = What was said before
pair-past-none = Nobody has decided anything about these records before.
pair-asked = { $a } was asked.
pair-answered = { $a } answered: { $b }.
pair-unanswered = not answered yet
pair-by = { $a }, { $b }
pair-gone = taken back on { $a }
pair-borrowed = One number at two people
pair-borrowed-text = The personal number is the same, but the name or the birth date is not. One of the two numbers is probably wrong. Say which: linking ignores it from then on, and the organisation is asked to correct it. The record itself stays as it was sent.
pair-dispute = The number is wrong at: { $a } { $b }
pair-disputed = { $a } has been asked about the number in { $b }.
questions-answer-same = the same person
questions-answer-different = two people
questions-answer-unknown = I do not know
said-match-asked = The question has been sent. The pair stays open.
said-match-waits = Nothing has changed yet: a second person has to agree.
said-disputed = Linking ignores this number from now on. The organisation has been asked.
questions-lead-questions = A steward asks whether two records are one person you know. You answer for this pair only; the steward decides.
questions-lead-second = About somebody protected two people decide. Nothing has changed yet.
questions-lead-corrections = These values in your records are probably somebody else's. The records stay as you sent them; please check and correct them in your own system.
questions-none = Nothing waits for you
questions-none-questions = When a steward asks you about two records, the question appears here.
questions-none-second = When somebody proposes a decision about a protected person, it appears here.
questions-none-corrections = When a value in a record of yours is in doubt, it appears here.
questions-your-answer = Your answer
questions-unknown = I do not know
questions-say-which = Choose “same person”, “two people” or “I do not know”.
second-own = You proposed this. Somebody else has to agree.
second-agree = Agree: do it
second-refuse = Refuse
second-say-which = Choose “agree” or “refuse”.
corrections-corrected = We have corrected it
corrections-right = It is right
corrections-say-which = Choose “we have corrected it” or “it is right”.
split-title = Split into two people
split-lead = One client was two people. Choose the records that leave; they become a client of their own and stay apart from the rest.
split-choose = Which records leave?
split-preview = See what would happen
split-after = What would happen
split-stays = Stays
split-goes = Leaves
split-entries = What was written about the client
split-entries-lead = Each entry is proposed to one side. Confirm it or choose the other.
split-entries-none = Nothing was written about the client itself. What the organisations sent goes with their records.
split-why-own-file = When it was written, only records of this side belonged to the client.{ $a }
split-why-mentions = It mentions “{ $a }”, which only this side says.
split-why-organisation = Its organisation has a record on this side only.{ $a }
split-why-nothing = Nothing speaks for either side, so it stays.{ $a }
split-do = Split into two
split-not = Leave as it is
protection-title = Protection
protection-lead = A protected file does not appear in search and cannot be opened, except by those named here, stewards and data protection. Decisions about it take two people.
protection-on = This file is protected
protection-off = This file is not protected
protection-readers = Who works with this person and may open the file
protection-do = Protect this file
protection-change = Change who may open it
protection-lift = End the protection (a second person has to agree)
said-answered = Thank you. Your answer has been kept.
said-second-agreed = Agreed: it is done.
said-second-refused = Refused: nothing has changed.
said-split = Two clients now.
said-split-first = Something was written about this client. See to whom it belongs first.
said-protected = The file is protected.
numbers-title = Numbers that stand at two people
numbers-none = Every personal number stands at one person
second-wish-same = Say that they are one person
second-wish-different = Say that they are two people
second-wish-unlinked = Take this record out of its client
second-wish-split = Split the client into two people
second-wish-disputed = Say that the personal number is wrong
second-wish-taken-back = Take a decision back
quality-title = How right the links are
quality-lead = Estimated from what people said without knowing what the machine had decided, and counted from the records. No person is shown here.
quality-fields = What the records lack, and what has changed
quality-sample = Blind sample
quality-sample-lead = Up to two hundred pairs of records, in random order; pairs near the cut are asked about more often. Say of each whether it is one person; you are not told what was decided. A new sample starts from nothing.
quality-drawn = Drawn { $a }.
quality-answered = { $a } of { $b } answered.
quality-go-on = Go on answering
quality-draw = Draw a new sample
quality-question = One person or two?
quality-pair = Pair { $a } of { $b }.
quality-blind = What each source says. What the machine made of it is not shown.
quality-answer-same = Same person
quality-answer-different = Two people
quality-answer-unsure = Cannot tell
quality-you-said = You said: { $a }. Choose again to change it.
quality-say-which = Choose “same person”, “two people” or “cannot tell”.
quality-before = Pair before
quality-after = Pair after
quality-not-enough = Not enough answers: { $a }, needs { $b }.
quality-one-model = There is only one model yet, so there is nothing to compare with.
quality-from = { $n ->
    [0] Made from no cases,
    [one] Made from { $n } case,
   *[other] Made from { $n } cases,
 }
quality-file = Save “{ $a }” as a file
quality-as-of = As of
quality-n = Cases
quality-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
 }
quality-week = { $n ->
    [0] waiting less than a week
    [one] waiting { $n } week
   *[other] waiting { $n } weeks
 }
quality-estimates = Precision and recall
quality-means-estimates = Precision: of the linked pairs of records, the share that is one person. Recall: of the pairs that are one person, the share that is linked, among pairs that come within eight bits below the cut. With intervals of 95 %.
quality-strata = The sample by kind of pair
quality-means-strata = How many pairs there were when the sample was drawn, how many of them are asked about, and the answers. “Cannot tell” is left out of the estimates.
quality-queue = Open pairs and their age
quality-means-queue = Pairs that wait in match review, and since when.
quality-duplicates = Repeats within a source
quality-means-duplicates = Records of one organisation that belong to a client it already has a record of.
quality-alone = Records that found nobody
quality-means-alone = Records that are the only one of their client.
quality-undone = Decisions that moved records
quality-means-undone = False links that people undid, and pairs that people joined. Decisions taken back are not counted.
quality-weights = Weights of this model and the one before
quality-means-weights = m is how often one person’s records agree like this, u how often two people’s do. The change is in bits.
quality-missing = Records without key fields
quality-means-missing = The share of a source’s records, as they stand, that lack it. Contact is a phone number or an e-mail address.
quality-drift = Fields now and when the model was learnt
quality-means-drift = The share of records that lack a field, and of the values that are there the share of the ten most frequent ones. No value is shown.
quality-row-precision = Precision
quality-row-recall = Recall
quality-row-open = open pairs
quality-row-median-age = median age
quality-row-oldest = oldest
quality-row-undone = False links undone
quality-row-joined = Pairs joined by people
quality-column-measure = Measure
quality-column-estimate = Estimate
quality-column-low = From
quality-column-high = To
quality-column-stratum = Kind of pair
quality-column-pairs = Pairs
quality-column-drawn = Drawn
quality-column-same = One person
quality-column-different = Two people
quality-column-unsure = Cannot tell
quality-column-age = Age
quality-column-source = Source
quality-column-records = Records
quality-column-repeats = Repeats
quality-column-share = Share
quality-column-unmatched = Alone
quality-column-decision = Decision
quality-column-thirty-days = Last 30 days
quality-column-total = In all
quality-column-level = Comparison
quality-column-m-before = m before
quality-column-m-now = m now
quality-column-u-before = u before
quality-column-u-now = u now
quality-column-bits-change = Change in bits
quality-column-no-name = No whole name
quality-column-no-birth = No birth date
quality-column-no-id = No personal number
quality-column-no-address = No address
quality-column-no-contact = No contact
quality-column-source-field = Source and field
quality-column-missing-then = Missing then
quality-column-missing-now = Missing now
quality-column-top-then = Ten most frequent then
quality-column-top-now = Ten most frequent now
quality-stratum-linked-sure = Linked, nine bits or more above the cut
quality-stratum-linked-clear = Linked, three to nine bits above
quality-stratum-linked-near = Linked, up to three bits above
quality-stratum-linked-below = Linked through others, below the cut
quality-stratum-apart-above = Not linked, above the cut
quality-stratum-apart-near = Not linked, up to three bits below
quality-stratum-apart-under = Not linked, three to eight bits below
said-sample-drawn = The sample is drawn.
said-sample-answered = Kept. To change an answer, go back to the pair.
find-not-here = Not here?
register-title = Register a person
register-intro = Nobody should have to tell their story twice: while you type, people who may be the same appear below.
register-go = Register
register-not-yet = The registration needs something more
register-needs-name = Enter a family name or a first name.
register-needs-more = Enter a birth date or a phone number: a name alone cannot be told from others.
register-bad-date = Enter a birth date that is not in the future, as year-month-day: 1988-03-14.
register-known = Is it one of these people?
register-known-text = If so, open their page: no second record is made. What agrees and what differs stands beside each name.
register-sure = Very probably the same person.
register-perhaps = Perhaps the same person.
register-different = None of them: register
register-unsure = Not sure: register, compare later
register-unsure-hint = “Not sure” makes a record as well. If it is doubtful whose it is, the data steward looks at both.
register-count = { $n ->
    [0] Nobody known is alike
    [one] { $n } person may be the same
   *[other] { $n } people may be the same
 }
said-registered = The person is registered.
model-title = The model of linkage
model-intro = Every night the weights are learnt anew from all records. What that would change stands here; nothing changes before you accept it.
model-estimate-now = Estimate now
model-none = No estimate yet
model-none-text = The first is made tonight. You can also have one made now; with many records it takes some minutes.
model-of = Estimate of { $a }
model-records = { $n ->
    [one] Learnt from { $n } record.
   *[other] Learnt from { $n } records.
 }
model-joined = Clients that become part of another
model-parted = Clients that fall apart
model-moved = Records that move
model-possible = Pairs that wait for you
model-accept = Accept the new model
model-decline = Keep the present one
model-accept-hint = Accepting links everybody anew. What people have decided stays as it is, and each record that moves can be taken back.
model-say-which = Say whether to accept the new model or to keep the present one.
model-examples = Records that would move
model-from = from this client
model-to = to this one
model-to-own = to a client of its own
model-earlier = Earlier estimates
model-when = Made
model-what = What became of it
model-state-open = Waits for your word.
model-state-nothing = Nobody would move.
model-state-accepted = Accepted.
model-state-declined = Declined.
model-state-outdated = Replaced by a later one.
said-model-estimated = The estimate is made.
said-model-accepted = The new model is in use; everybody is linked by it.
said-model-declined = The present model stays.
said-model-under-way = This takes a while. It goes on; look here again in some minutes.
said-withdrawn = The record is taken away. It can be taken back below.
withdraw-say-why = Say what the source told you: without a reason nobody can judge later whether this was right.
second-one = One side, all its records
second-other = The other side, all its records
links-one-client-now = These two records are one client now: take one of them out on the client’s page.
links-all-records = These are all records the client has: at least one has to stay.
matches-column-one = One
matches-column-organisation = Organisation
matches-column-other = Other
matches-column-harm = Harm
matches-column-why = Why
matches-column-says = Linking says
matches-column-bits = Bits
matches-column-since = Since
quality-few = These figures rest on { $a } answers, fewer than the { $b } that are planned: there are no more pairs to ask about. One more answer may still move them.
numbers-more = Further numbers
numbers-first = From the beginning
door-title = Why do you open this file?
door-lead = You do not work with this person. Say why you open the file: the reason stands in the access log, which the person can read, and holds for four hours.
door-say-which = Say why you open the file: choose one of the reasons.
door-open = Open the file
door-reception = They are at the door or on the telephone
door-handover = I take the case over, or prepare to
door-referral = I prepare a referral or a place
door-shows-reception = You see who they are, their status and their meetings.
door-shows-handover = You see the history, but nothing confidential.
door-shows-referral = You see status, meetings, agreements and training, but nothing confidential.
door-shows-emergency = You see what a counsellor sees, until the emergency is over. It will be reviewed.
door-emergency = It is an emergency and none of these is enough
emergency-title = Open a file in an emergency
emergency-lead = For when somebody's life, health or home cannot wait for whoever works with them. One person, four hours.
emergency-told = The person and your manager are told at once, with your reason. It will be reviewed.
emergency-number = Personal number or telephone
emergency-reason = What has happened
emergency-reason-hint = In your own words. The person can read this.
emergency-do = Open the file now
emergency-number-wrong = Enter the whole number, at least eight digits.
emergency-reason-wrong = Say what has happened, in ten letters or more.
emergency-nobody = Nobody can be opened under this number. Check it, or ask the data-protection officer.
emergency-say-which = Say whether it was right or not.
emergency-link = Cannot wait? Open a file in an emergency
nav-emergencies = Emergencies
nav-team = Team
reviews-lead = Files that were opened in an emergency and that nobody has reviewed yet.
reviews-none = Nobody has opened a file in an emergency.
reviews-late = { $n ->
    [one] { $n } has waited for more than three days.
   *[other] { $n } have waited for more than three days.
 }
reviews-overdue = overdue
reviews-opened = Opened the file of { $a }, { $b }:
reviews-own = You opened this. Somebody else has to review it.
reviews-right = It was right
reviews-wrong = It was not right
said-emergency-open = The file is open for four hours. The person and your manager have been told.
said-emergency-reviewed = Your review has been kept. The person can read it.
team-lead = Who counsels how many people, and who stands in for whom.
team-members = Counsellors
team-clients = { $n ->
    [one] { $n } client
   *[other] { $n } clients
 }
team-covers = Covers
team-no-covers = Nobody stands in for anybody.
team-cover = { $a } stands in for { $b }
team-cover-end = End now
team-absent = Who is away
team-colleague = Who stands in
team-cover-add = Add cover
team-say-who = Choose somebody of your team.
team-say-two = Choose two different people.
team-say-when = Enter a first and a last day; the last day cannot be past.
said-cover-added = The cover has been kept.
said-cover-ended = The cover has ended.
counsellor-title = Whose client
counsellor-now = { $a }, since { $b }.
counsellor-none = Nobody counsels this person yet.
counsellor-new = Counsellor
counsellor-do = Assign
said-assigned = The counsellor has been assigned.
emergency-not-yet = The file is not open yet

# Watching the access log.
nav-oversight = Look-ups
nav-asked = Asked
oversight-title = Look-ups to check
oversight-waiting = { $n ->
    [0] Nothing waits for you.
    [one] One waits for an outcome.
   *[other] { $n } wait for an outcome.
  }
oversight-reached = The access log has been watched up to line { $n }.
oversight-emergencies = { $n ->
    [one] One opening in an emergency has not been reviewed
   *[other] { $n } openings in an emergency have not been reviewed
  }
oversight-filter = Filter
oversight-by-state = How far
oversight-by-rule = Why
oversight-none = Nothing fits
oversight-none-text = What the rules find in the access log, and what people say looks wrong, appears here within a minute.
oversight-show-all = Show everything that waits
flag-filter-waiting = Not closed
flag-filter-open = New
flag-filter-asked = Asked
flag-filter-answered = Answered
flag-filter-closed = Closed
flag-filter-all = Everything
oversight-any-rule = Every reason
flag-state-open = New
flag-state-asked = Asked
flag-state-answered = Answered
flag-state-closed = Closed
flag-outcome-explained = Explained
flag-outcome-false-alarm = False alarm
flag-outcome-breach = Breach
flag-rule-looks-wrong = The person says: this looks wrong
flag-rule-budget = Stopped: more people than one may be shown on a day
flag-rule-own-file = A file under their own name
flag-rule-same-surname = Same family name
flag-rule-same-address = Same address
flag-rule-well-known = A well-known person
flag-rule-burst = Many people in a short time
flag-rule-without-relation = Files of people they do not work with
flag-rule-off-hours = Outside working hours
flag-rule-after-closure = Long after the person ceased to be unemployed
flag-means-looks-wrong = The person read in “Who looked” that their file was opened, and said that it looks wrong. They read your outcome.
flag-means-budget = Nothing more is shown to this user today. The account may be in wrong hands: ask by telephone, or have the administrator end it.
flag-means-own-file = The person is called as the user is, word for word.
flag-means-same-surname = The person has a family name that the user has too. They may be related, or not.
flag-means-same-address = The person lives where somebody lives who is called as the user is.
flag-means-well-known = You have marked this person as well known. Every opening of their file is listed.
flag-means-burst = So many different people were shown for the first time today within minutes.
flag-means-without-relation = The user opened so many people's files on one day for a reason stated at the door.
flag-means-off-hours = Somebody was shown to the user outside the working hours of the policy pack.
flag-means-after-closure = The person's last time of unemployment ended long ago, and their file was opened.
flag-quiet = { $n ->
    [one] Closed as explained or as a false alarm, the same is not listed again for this user for one day.
   *[other] Closed as explained or as a false alarm, the same is not listed again for this user for { $n } days.
  }
flag-people = { $n ->
    [one] one person
   *[other] { $n } people
  }
flag-lines = { $n ->
    [one] One line of the access log
   *[other] { $n } lines of the access log
  }
flag-one = One look-up
flag-found = What was found
flag-person = Whose file:
flag-says = In the person's words:
flag-ask = Ask for the reason
flag-ask-do = Ask
flag-ask-hint = The user reads this when they come in, with the person's name, and answers in their own words.
flag-question = The question
flag-question-usual = Please say in a few words what you needed this for ({ $a }).
flag-answer = The answer
flag-waits-answer = Asked { $a }. There is no answer yet.
flag-close = Close it
flag-close-hint = The user reads the outcome, and not your note. Of a breach say in the note what follows.
flag-note = Your note
flag-tell-person = What the person is told besides the outcome
flag-told-person = The person was told:
flag-more = Let this user be shown as many people again today
flag-closed-on = Closed { $a }.
flag-own = This is about yourself. Somebody else has to look at it.
flag-say-question = Write what you want to know.
flag-say-outcome = Say what came of it: explained, false alarm or breach.
flag-say-note = Say in the note what follows from the breach.
said-flag-asked = The user has been asked. The question stands on their start page.
said-flag-closed = It is closed, and the user has been told.
asked-title = Asked by the data-protection officer
asked-lead = Look-ups are looked at by rule, and most have a good reason. Say yours in your own words.
asked-none = The data-protection officer asks nothing of you.
asked-look-up = What you looked up
asked-why = Why it is looked at: { $a }.
asked-question = The data-protection officer asks:
asked-answered = You answered:
asked-your-answer = Your answer
asked-do = Send the answer
asked-say = Write your answer first.
asked-waits = The data-protection officer has your answer.
asked-outcome-explained = Closed: there was a good reason.
asked-outcome-false-alarm = Closed: it was a false alarm.
asked-outcome-breach = Closed: it was not right. The data-protection officer will talk to you.
said-asked-answered = Your answer has been sent.
well-known-title = Well-known people
well-known-lead = Every opening of these people's files is listed among the look-ups. Mark somebody on their page “Who looked”.
well-known-none = Nobody is marked
well-known-none-text = Find the person in the access log, open “Who looked” and mark them there.
well-known-marked = Marked
well-known-since = since { $a }
well-known-end = Take the mark away
said-well-known-marked = Every opening of this person's file is listed from now on.
said-well-known-ended = The mark is taken away.

## What is shared
sharing-title = What is shared
sharing-lead-staff = What each organisation may read about this person, and why. Write down here what they say on paper or aloud.
sharing-question = What may { $a } read?
sharing-own = What it wrote itself, it reads anyway.
sharing-yours = Only with consent
sharing-is-on = Shared
sharing-is-off = Not shared
sharing-since-until = since { $a }, until { $b }
sharing-not-since = not since { $a }
sharing-ended = ended by itself on { $a }
sharing-never = not agreed to yet
sharing-stop = Stop sharing
sharing-start = Share
sharing-receipts = What was said, with receipts
sharing-receipt = Receipt
sharing-ask-off = Stop sharing “{ $a }” with { $b }?
sharing-ask-on = Share “{ $a }” with { $b }?
sharing-consequence = From now on { $b } does not see what others write about “{ $a }”; what it has read already it may remember, what it wrote itself it keeps, and its help may take longer because it has to ask again.
sharing-on-until = It ends by itself on { $a }.
sharing-do-off = Yes, stop sharing
sharing-do-on = Yes, share
sharing-leave = Leave it as it is
sharing-how = How did the person say so?
sharing-how-paper = On paper, signed
sharing-how-voice = Aloud, to me
sharing-on-day = On which day
sharing-say-how = Say how the person said so: on paper or aloud.
sharing-say-when = The day cannot be after today. Write it as year-month-day.
sharing-kind-status = Work and registration
sharing-kind-meeting = Meetings
sharing-kind-assessment = Assessment of needs
sharing-kind-agreement = Agreement and steps
sharing-kind-training = Courses and services
sharing-kind-benefit = Benefits
sharing-kind-housing = Housing
sharing-kind-health = Health
sharing-kind-note = Notes of the counsellor
sharing-kind-link = Records
sharing-ground-law = A law says so. There is nothing to switch off.
sharing-ground-public-task = It is its task by law, or it does that task for the employment service. There is nothing to switch off.
sharing-ground-contract = The integration agreement says so. It changes when the agreement does.
sharing-said-given = “{ $a }” is shared with { $b }.
sharing-said-refused = “{ $a }” is not to be shared with { $b }.
sharing-said-withdrawn = “{ $a }” is no longer shared with { $b }.
sharing-said-ended = It ended by itself.
sharing-channel-portal = Said in the portal.
sharing-channel-paper = Said on paper.
sharing-channel-voice = Said aloud.
said-sharing-on = It is shared now.
said-sharing-late = Written down. It is not shared: the person has said no since, and the later word counts.
said-sharing-off = It is no longer shared, from this moment on. Whoever counsels the person is told.
said-notice-read = Marked as read.
consent-text-sharing-1 = { $b } may read what other organisations write about “{ $a }” in the file, to help together. This is a free choice: a no has no effect on benefits or rights, and a yes can be taken back at any time.
consent-purpose-casework = Helping the person, together
consent-retention = The statement and this receipt are kept as proof as long as the file is kept.
consent-withdrawal = At any time: in the portal under “My data”, or by telling the counsellor.
consent-rights = See, correct, restrict, object, complain to the data-protection authority.
receipt-title = Receipt
receipt-lead = What was agreed or refused, in the words that were read.
receipt-for = What for
receipt-answers = Who answers for the data
receipt-until = Until
receipt-withdraw = How to take it back
receipt-rights = Rights
receipt-kept = How long this is kept
receipt-number = Number
receipt-events = What happened
nav-notices = Changes by clients
notices-lead = What your clients have changed themselves. It holds already; you are told so that you can talk about it.
notices-none = Nothing new.
notices-read = I have read it

## Requests of people about their data
nav-requests = Requests
act-make-request = A request about data
act-answer-requests = A request answered
read-make-request = wrote down what you ask about your data
read-answer-requests = what you ask about your data, to answer it
requests-mine = What you ask for
requests-lead = You can ask for a copy of everything, have something put right, or ask that something is no longer used or is erased. It costs nothing.
requests-title = Requests
requests-desk-lead = What people ask for about their data. The answer that is due next stands first.
requests-late = { $n ->
    [one] One is late.
   *[other] { $n } are late.
  }
requests-waiting = What waits
requests-closed = What is closed
requests-more = More requests
requests-none = Nothing here
requests-none-text = People ask on their own page “My data”. What they ask on paper or aloud is written down from “Who looked”, or by their counsellor.
request-kind-copy = A copy of everything
request-kind-correction = Put something right
request-kind-restriction = Do not use something for now
request-kind-objection = An objection
request-kind-erasure = Erase something
request-means-copy = What is kept about you, where it comes from and who read it.
request-means-correction = Say what is wrong and what is right.
request-means-restriction = While something is in doubt it is kept, and not used.
request-means-objection = Say why your situation speaks against it.
request-means-erasure = What the law says must be kept, stays for its time; you are told what and why.
request-waits = Waits for an answer
request-outcome-granted = Done
request-outcome-partly = Done in part
request-outcome-refused = Not done
request-outcome-withdrawn = Taken back
request-asked-on = Asked on { $a }.
request-put-off = Put off on { $a }: the answer comes by { $b }.
request-is-put-off = Put off
request-told-granted = Answered on { $a }: it is done.
request-told-partly = Answered on { $a }: it is done in part. What is not done, and why:
request-told-refused = Answered on { $a }: it is not done. Why:
request-told-withdrawn = Taken back on { $a }.
request-complain = You can complain about this to the data-protection authority of your country, and you can go to court. Neither costs you any right here.
request-answer-by = You have an answer by { $a }.
request-withdraw = I no longer ask for this
request-new = Ask for something
request-what = What do you ask for?
request-says = In your own words
request-clock = The data-protection officer answers within one month. If it is difficult it may take two months more; then you are told why.
request-do = Ask
request-say-kind = Choose what is asked for.
request-say-what = Say in a few words what it is about.
said-request-made = You have asked. The answer comes on this page.
said-request-withdrawn = You no longer ask for this.
request-write = Write down a request
request-write-lead = For somebody who asks on paper or aloud. The month runs from the day they asked, not from today. The data-protection officer answers.
request-what-they = What do they ask for?
request-says-they = In their own words
request-on-day = On which day did they ask
request-language = In which language do they read the answer
request-write-do = Write it down
said-request-written = It is written down, and the data-protection officer has it.
request-of-nobody = The record it was asked about has been taken away.
request-days-late = { $n ->
    [one] One day late
   *[other] { $n } days late
  }
request-days-left = { $n ->
    [0] Due today
    [one] One day left
   *[other] { $n } days left
  }
request-from-to = Asked on { $a }, due by { $b }
request-one = One request
request-asked = What is asked
request-no-words = They added no words.
request-written-by = Written down by { $a }, { $b }.
request-reads = They read the answer in: { $a }.
request-answer = The answer
request-duty-copy = They have a right to what is kept about them, where it comes from, who gets it and how long it is kept.
request-duty-correction = What is wrong is put right where it comes from; what stays as it is, is told with the reason.
request-duty-restriction = They have a right to it while something is in doubt or under objection, or when they need it for a claim.
request-duty-objection = It is no longer used, unless there are compelling reasons that weigh more; say which.
request-duty-erasure = Erased is what no law says must be kept. Say what stays, for how long, and on which ground.
request-came = What came of it?
request-tell = What the person is told
request-tell-hint = In plain words. Of what is not done say why. How to complain is told by itself.
request-answer-do = Answer
request-extend = More time
request-extend-text = Once, with a reason that the person reads, the answer may wait until { $a }.
request-reason = Why it takes longer
request-extend-do = Put the answer off
request-say-outcome = Say what came of it: done, done in part, or not done.
request-say-told = Of what is not done, tell the person why.
request-say-reason = Tell the person why it takes longer.
said-request-answered = Answered. The person reads it on their page.
said-request-extended = Put off. The person reads why.
my-data-requests = What you can ask for
my-data-requests-text = A copy of everything, a correction, an objection, erasure: you have an answer within a month.
my-data-requests-go = { $n ->
    [0] Ask for something
    [one] Ask for something, and see the one that waits
   *[other] Ask for something, and see the { $n } that wait
  }
oversight-requests = { $n ->
    [one] One request of a person about their data waits for an answer
   *[other] { $n } requests of people about their data wait for an answer
  }
request-about = About: { $a }, { $b }.
request-beside = If it is not put right, what you write here stands beside it, for everybody who reads it.
request-right = What it says from now on
request-right-detail = Detail “{ $a }”
request-right-hint = What is written here becomes a new entry; the old one stays behind it, marked as corrected. If it is not done, the person's words stand beside it.
request-say-right = Write what the entry says from now on, or choose “done in part” or “not done”.
# What somebody would see
would-see-title = What would they see?
would-see-lead = Choose who might come. You read what the rules would show them of this person today, and which rule says no. Nothing of what stands in the file is shown here.
would-see-role = Somebody whose role is
would-see-purpose = Who says they come for
would-see-nothing-said = nothing in particular
would-see-ties = And what would tie them to the person, besides what ties their organisation
would-see-do = Try it out
would-see-who = { $a }, { $b }
would-see-opens = The file opens
would-see-shut = The file stays shut
would-see-for = For { $a }, on the ground of { $b }.
would-see-because = What ties them to this person
would-see-no-tie = Nothing.
would-see-agreed = The person has agreed to share: { $a }
would-see-masked = Organisations whose mere name says too much are shown to them without it.
would-see-reads = What they would read, if there is any
would-see-kind = Kind of entry
would-see-own = Written by their own organisation
would-see-others = Written by others
would-see-whole = all of it
would-see-conclusion = only what follows for work
would-see-restricted = that there is one, and whom to ask
would-see-hidden = nothing
would-see-could = What they could do
relation-own-file = It is about themselves
relation-counsellor = They counsel the person
relation-covering = They stand in for the counsellor, who is away
relation-team = They sit in the person’s case team
relation-referral = The person was referred to their organisation
relation-release = The person lets their organisation read a part
relation-keeper = Their organisation keeps a record of the person
relation-named = The file is protected, and they are named
relation-asked = They were asked a question about the person
relation-emergency = They opened the file in an emergency, less than four hours ago
rule-restricted = The person has had the use of their file restricted, or has objected to it.
request-in-force = The file is restricted.
request-in-force-text = What was written about you is kept, and shown to nobody but you, those you agree to, and in an emergency.
request-lifted = The restriction ended on { $a }:
request-lift-text = What was written is kept and not used. To end it, tell the person why first; they read it at once.
request-lift-reason = Why the restriction ends
request-lift-do = End the restriction
request-say-lift = Tell the person why the restriction ends.
said-request-lifted = The restriction has ended. The person reads why.

# Breaches of personal data.
act-handle-breaches = A breach handled
read-handle-breaches = your name, because your data were part of a breach
breaches-title = Breaches
breaches-lead = What went to somebody who should not have had it. The authority is to know within 72 hours of noticing. The clock that ends first stands on top.
breaches-none = No breach is recorded
breaches-none-text = When data has gone to somebody who should not have had it, write it down here, also when you do not yet know everything. What is known later is added.
breaches-more = More breaches
breach-new = Record a breach
breach-new-lead = Write what is known now. Whom it concerns is read from the access log. What you write is never changed; more is added later.
breach-what = What happened
breach-when-noticed = When was it noticed? The 72 hours run from here
breach-when = When did it happen?
breach-from = From
breach-to = Until
breach-utc = All times are in coordinated universal time (UTC), as everywhere in Throughline.
breach-actor = To whom did data go?
breach-actor-hint = Choose one: a user whose account was misused, or an organisation.
breach-user = One user
breach-organisation = Everybody of one organisation
breach-new-do = Record it
breach-say-what = Say in a few words what happened.
breach-say-noticed = Say when it was noticed: a day and a time that are not in the future.
breach-say-window = Say from when until when it happened. The end is not before the beginning, and not in the future.
breach-say-actor = Choose to whom data went: one user, or one organisation.
breach-say-step = Choose what was done.
breach-say-why = Write it down in a few words.
breach-say-how = Write how they were told, and under which reference.
breach-say-when = Say when they were told: after it was noticed, and not in the future.
breach-say-notice = Write the notice in every language, and write what its draft leaves open: people read it in theirs.
breach-say-spared = Choose why those concerned need not be told.
breach-say-delay = The authority was told after 72 hours. Write why it took longer: the law asks for it.
breach-first-authority = It cannot be closed yet. Tell the authority, or write why it need not be told.
breach-first-people = It cannot be closed yet. Tell those concerned, or write why they need not be told.
said-breach-recorded = The breach is recorded. Whom it concerns has been read from the access log.
said-breach-step = It is written down.
breach-noticed = Noticed on { $a }
breach-settled = The authority is settled
breach-hours-late = { $n ->
    [0] Late
    [one] One hour late
   *[other] { $n } hours late
  }
breach-hours-left = { $n ->
    [0] Less than an hour left
    [one] One hour left
   *[other] { $n } hours left
  }
breach-people = { $n ->
    [one] One person
   *[other] { $n } people
  }
breach-readings = { $n ->
    [one] shown once
   *[other] shown { $n } times
  }
breach-window = { $a } to { $b }
breach-people-title = Whom it concerns
breach-people-lead = Everybody who was shown to them in that time, as the access log says. The file has numbers instead of names.
breach-people-more = More people
breach-of-nobody = Nothing is known of this person any more
breach-nobody = Nobody was shown
breach-nobody-text = The access log has no line of theirs in that time. Look at the time and at whom you chose.
breach-texts = Texts for the authority and for people
breach-texts-lead = Drafted from what is written here. Read them, add what is missing, and send them your own way.
breach-one = One breach
breach-due = The authority is to know by { $a }.
breach-overdue = Overdue since { $a }. Tell the authority now, and say why it took longer.
breach-happened = What happened
breach-steps = What was done
breach-told-at = Told on { $a }
breach-written-by = Written on { $a } by { $b }
breach-step-risk = What it may mean
breach-step-measures = Measures
breach-step-authority-told = The authority was told
breach-step-authority-not = The authority need not be told
breach-step-delay = Why it was late
breach-step-people-told = Those concerned were told
breach-step-notice = The notice
breach-step-people-not = Those concerned need not be told
breach-step-closed = Closed
breach-spared-no-high-risk = It is no high risk to them
breach-spared-unreadable = Nobody could read what was lost
breach-spared-averted = What was done since leaves no high risk
breach-spared-effort = It would be out of proportion; it is told in public
breach-risk-text = What it may mean for those concerned
breach-measures-text = What was done against it, and what will be
breach-add = Add
breach-authority = The authority
breach-authority-on = When was it told?
breach-authority-text = Its reference, and how it was told
breach-delay-text = Why it was told after 72 hours
breach-authority-do = The authority was told
breach-authority-not-text = Why it is unlikely to be a risk to anybody
breach-authority-not-do = The authority need not be told
breach-concerned = Those concerned
breach-people-on = When were they told?
breach-people-how = How they were told
breach-people-do = They were told
breach-people-not = Why they need not be told
breach-people-not-text = The reason in your words
breach-people-not-do = They need not be told
breach-notice = The notice in this language: { $a }
breach-notice-hint = This is what each of them reads in “My data” once you have told them. Make it plain; leave out what would name others.
breach-close = Close it
breach-close-text = It can be closed once the authority and those concerned have been told, or a reason says why not.
breach-close-note = A last remark (optional)
breach-close-do = Close
breach-not-yet = [Not written yet]
breach-to-authority = Notification to the data-protection authority (GDPR article 33)
breach-to-people = Notice to those concerned (GDPR article 34)
breach-head-nature = Nature of the breach
breach-head-numbers = Who and what is concerned, approximately
breach-head-contact = Contact
breach-head-consequences = Likely consequences
breach-head-measures = Measures taken and proposed
breach-head-clock = When it was noticed
breach-head-delay = Why this notification is late
breach-text-nature = From { $a } to { $b } personal data were shown to { $c }.
breach-text-people = { $n ->
    [one] About one person who uses the services for jobseekers.
   *[other] About { $n } people who use the services for jobseekers.
  }
breach-text-records = { $n ->
    [one] The access log has one line of it.
   *[other] The access log has { $n } lines of it.
  }
breach-text-kinds = What was done: { $a }.
breach-text-contact = { $a }, data-protection officer, { $b }. Controller: { $c }.
breach-text-clock = Noticed on { $a }; 72 hours ended, or end, on { $b }.
breach-plain-what = What happened
breach-plain-shown = Between { $a } and { $b } somebody saw data about you who should not have seen it.
breach-plain-means = What it can mean for you
breach-plain-do = What we do about it
breach-plain-ask = Whom you can ask
breach-mine = Your data were part of a breach
breach-mine-told = You were told on { $a }.
oversight-breach-due = A breach is open: the authority is to know by { $a }
oversight-breach-late = A breach is open: the authority should have known by { $a }
