# Signing in, roles, navigation.
office-sign-in = Sign in
office-sign-in-name = Sign-in name
office-password = Password
office-sign-in-failed = You could not be signed in
office-sign-in-failed-text = The name and the password do not belong together. Type both again, or ask your administrator for a new link.
office-welcome = One case history, shared by every service that helps
office-welcome-demo = A demonstration with invented people. Choose who you want to be. The clock stands at Monday 23 November 2026.
office-about-text = Throughline gives every long-term unemployed person one case history, shared by every service that helps them. Everything that is opened here is logged, and the person it is about can read that log.
office-licences = Licences
office-role-jobseeker = Jobseeker
office-role-counsellor = Counsellor
office-role-partner = Partner worker
office-role-manager = Team manager
office-role-steward = Data steward
office-role-protection = Data-protection officer
office-role-analyst = Analyst
office-role-administrator = Administrator
office-try-jobseeker = See your own file and who looked at it
office-try-counsellor = Find Ilona Lakatos, even misspelt
office-try-partner = See the same person with other rights
office-try-manager = Open a person of your team
office-try-steward = Decide doubtful matches
office-try-protection = Read who looked at whom
office-try-analyst = See what is not built yet
office-try-administrator = Look after the feeds
nav-my-file = My file
nav-my-day = My day
nav-caseload = Caseload
nav-find = Find
nav-matches = Match review
nav-identity = Identity figures
nav-model = Model
nav-feeds = Feeds
nav-quarantine = Quarantine
nav-looked = Access log
said-signed-out = You are signed out.
nav-second = Second look
nav-questions = Questions
nav-corrections = Values in doubt
organisation-masked = Another service
organisation-masked-clinic = A health service
office-wait = Too many tries did not fit. Try again in { $n ->
    [one] { $n } second
   *[other] { $n } seconds
 }. If you have forgotten your password, ask your administrator for a new link.
office-by-password = Sign in with a name and a password
office-go-on = Go on
office-another = Sign in as somebody else
office-link-title = You have been invited
office-link-text = This link brings you in once. Then you choose a password of your own.
office-link-go = Come in
nav-users = Users
password-choose = Choose a password
password-new = New password
password-keep = Keep this password
password-change = Change the password
password-refused = Choose another password
password-hint = { $n ->
    [one] At least { $n } character.
   *[other] At least { $n } characters.
 } Four words that do not belong together are easy to keep. Spaces and every script are welcome; no digits or signs are asked for. Everywhere else you will be signed out.
password-short = { $n ->
    [one] It needs at least { $n } character.
   *[other] It needs at least { $n } characters.
 } A sentence is easier to remember than a word.
password-long = It is longer than 256 characters. Choose a shorter one.
password-common = Many people use this password, and those who break in try it first. Choose one that nobody else would think of.
password-own = It is hardly more than your name or that of your organisation. Choose something that does not speak of you.
password-pattern = The same characters again and again, or keys in a row, are guessed first. Choose several words.
second-title = Second factor
second-lead = Besides your password, a code from another device of yours is asked for. Whoever learns your password then still cannot come in.
second-needed-lead = Your role opens the files of others. Besides your password, a code from another device of yours is needed.
second-needed = Your role comes in only with a second factor. If the device is lost, ask your administrator for a new link.
second-scan = 1. Let your device read the picture
second-picture = Picture with the secret, for the camera of your other device
second-type = Or type this into an app that makes codes of six digits:
second-confirm = 2. Type the code it shows
second-six = Code of six digits
second-set-up = Set up the second factor
second-old = Your second factor is from before an update and does not work any more. Ask your administrator for a new link: with it you set up a new one.
second-code-title = The code of your other device
second-code-text = Type the six digits your app shows now. Without the device, type one of your recovery codes.
second-code = Code
second-code-wrong = This code does not fit
second-code-wrong-text = Each code works once and for half a minute. Wait for the next one and type that.
second-codes-title = Your recovery codes
second-codes-lead = Each of these brings you in once when your device is lost. Print them or write them down: they are not shown again.
second-codes-kept = I have kept them
second-on = { $n ->
    [one] It is set up. You have { $n } recovery code left.
   *[other] It is set up. You have { $n } recovery codes left.
 }
second-new-codes = New recovery codes
second-remove = Remove the second factor
again-title = Is it still you?
again-lead = Before a list leaves as a file or rights change, your password is asked for once more.
again-wrong = This is not your password
again-wrong-text = Type it again. If you have forgotten it, ask your administrator for a new link.
again-demo = In this demonstration nobody has a password. An installation for real people asks for it here.
lock-title = The screen is locked
lock-lead = { $a }, your work is kept. Show that it is you, and you are back on the same page.
account-title = Your account
account-sessions = Where you are signed in
account-here = This is here
account-since = since { $a }
account-seen = last used { $a }
account-end = End it
account-end-others = End all others
users-lead = Who can come in, as what, for whom. Everything you change here stands in the access log. You see no case from here.
users-count = { $n ->
    [one] { $n } user
   *[other] { $n } users
 }
users-name = Name
users-role = Role
users-organisation = Organisation
users-state = State
users-state-in = Can come in
users-state-invited = No password yet
users-state-ended = Has left
users-second = set up
users-no-second = not set up
users-add = Add a user
users-add-lead = They choose their password themselves, through a link that works once.
users-add-go = Add and make a link
users-new-organisation = Or an organisation that is not in the list
users-change = Keep the changes
users-since = added { $a }
users-not-kept = This user was not kept
users-wrong-name = Write a name of at most 100 characters.
users-wrong-role = Choose a role from the list.
users-wrong-organisation = Choose an organisation from the list, or write the name of a new one.
users-wrong-sign-in = Write a sign-in name of letters, digits, dots and hyphens, at most 60.
users-taken = Somebody has this sign-in name. Choose another one.
users-own = This is your own account. Nobody changes their own rights: ask another administrator.
users-renew = New link to come in
users-renew-text = For somebody who has forgotten their password. With the link they choose a new one; until then the old one works.
users-renew-second = Their device is lost: remove the second factor too
users-end = They have left
users-end-text = Every session ends at once, and nobody comes in by this name any more. What they did stays under their name.
users-back = They are back
users-back-text = They come in as before, with the password they had.
users-link-title = Link to come in
users-link-lead = Give this link to { $a } in person or by letter. It works once, within three days, and is not shown again.
users-sessions = { $n ->
    [one] Signed in at { $n } place
   *[other] Signed in at { $n } places
 }
users-end-sessions = End all sessions
said-password-changed = Your password is changed. Everywhere else you are signed out.
said-session-ended = That session has ended.
said-sessions-ended = Those sessions have ended.
said-second-removed = The second factor is removed.
said-user-changed = The changes are kept. If rights changed, they come in anew.
said-user-ended = They cannot come in any more.
said-user-back = They can come in again.
passkey-title = Passkeys
passkey-lead = A passkey stands on a device of yours and opens with a finger, a face or a number. It takes the place of password and code, and no false page can ask for it.
passkey-enter-lead = Your device knows who you are, and opens with a finger, a face or a number.
passkey-enter = Sign in with a passkey
passkey-again = Go on with a passkey
passkey-again-failed = That did not work. Try again, or use your password.
passkey-add = Add a passkey
passkey-name = What you call the device
passkey-unnamed = A device
passkey-since = added { $a }
passkey-remove = Remove
passkey-failed = That did not work. Try again, or sign in with your password.
said-passkey-added = The passkey is added. Next time you can sign in with it alone.
said-passkey-removed = The passkey is removed. It opens nothing any more.

nav-processing = Processing
processing-title = Record of processing
processing-lead = What is kept about whom, for what, on which ground and how long. It is made from the register of the policy pack, in which every column of the database stands. What is over, and how it ends, stands under retention.
processing-whole = For everything
processing-controller = Who decides
processing-transfers = Transfers abroad
processing-security = How it is guarded
processing-people = About whom
processing-people-clients = Clients
processing-people-users = People who work here
processing-people-nobody = Nobody
processing-purposes = What for
processing-ground = Legal ground
processing-level = Sensitivity
processing-levels = { $n } of 4
processing-sealed = Sealed at rest
processing-sealed-yes = Yes
processing-sealed-partly = What is said; not what is looked for
processing-sealed-no = No
processing-from = Comes from
processing-to = Goes to
processing-keep = Kept
processing-right = What the person can ask for
processing-columns = Columns
processing-then-erase = erased
processing-then-anonymise = made anonymous
processing-then-archive = archived
act-export-access-log = Access log as a file
act-look-after-keys = Keys
act-see-register = Record of processing
processing-years =
    { $n ->
        [0] At once
        [one] { $n } year
       *[other] { $n } years
    }
ground-public-task = a public task (GDPR article 6(1)(e))
ground-law = a duty by law (article 6(1)(c))
ground-consent = the person’s consent (article 6(1)(a))
ground-contract = an agreement with the person (article 6(1)(b))
ground-vital-interest = somebody’s life or health (article 6(1)(d))
ground-own-right = the person’s own right

# Single sign-on
sso-title = Another way in
sso-with = Sign in with { $a }
sso-away = The other sign-in does not answer
sso-away-text = { $a } cannot be reached now. Try again in some minutes, or sign in with your name and password.
sso-untrue = That did not work
sso-untrue-text = What { $a } says of you could not be trusted, or took too long. Begin again; if it happens once more, tell your administrator.
sso-unknown = You are not known here yet
sso-unknown-text = { $a } knows you, but nobody has added you here. Ask your administrator.

# The policy
nav-policies = Policy
policy-title = Policy
policy-lead = What is kept and why, who may do what, and the rules for everybody who works here.
policy-version = Version { $n }
policy-in-force = in force since { $a }.
policy-from = from { $a }
policy-review-by = To be reviewed by { $a }.
policy-earlier = You are reading an earlier version.
policy-comes = This version comes into force on { $a }.
policy-to-current = Read version { $n }, which is in force
policy-topics = On this page
policy-changes = What has changed
policy-none = No version of the policy is in force yet. Ask your data-protection officer.
policy-signature = Signature of the organisation
policy-sign-text = You sign for everybody who works for your organisation: they know these rules and keep to them. Read the whole page first.
policy-sign-do = For { $a } I sign version { $b }
policy-signed-by = Signed for { $a } by { $b } on { $c }
policy-acknowledged-on = You acknowledged this version on { $a }. That holds until { $b }; then you are asked again when you come in.
policy-standing-holds = Signed
said-policy-signed = Your organisation has signed this version.
acknowledge-title = Before you come in: the rules for use
acknowledge-lead = { $n ->
    [one] Everybody who works here reads these rules, and again every month.
    [12] Everybody who works here reads these rules, and again once a year.
   *[other] Everybody who works here reads these rules, and again every { $n } months.
 }
acknowledge-do = I have read this and keep to it
acknowledge-not = Not now: sign out
acknowledge-rest = The rest of the policy
policies-title = Policy: who has signed and acknowledged
policies-read = Read the policy
policies-review-late = The review of this version was due on { $a }. Look at the policy, and have the day of the next review, or a new version, put into policy.toml.
policies-signed = { $a } of { $b } organisations have signed the version in force
policies-when = When
policies-by = By whom
policies-organisation-never = Not signed
policies-organisation-earlier = Earlier version
policies-organisation-holds = Signed
policies-acknowledgement = Rules for use
policies-user-never = Not acknowledged
policies-user-earlier = Earlier version
policies-user-run-out = Too long ago
policies-user-holds = Acknowledged
policies-open = { $a } of { $b } users have the rules still to acknowledge
policies-all-acknowledged = { $n ->
    [one] The one user has acknowledged the rules
   *[other] All { $n } users have acknowledged the rules
 }
policies-more = More users
act-read-policy = Policy read
act-sign-policy = Policy signed for the organisation
act-watch-policy = Who has signed and acknowledged the policy
act-keep-arrangements = Register of arrangements

# Arrangements
arrangements-title = Arrangements and contracts
arrangements-lead = Under what others work with the data: joint controllers (GDPR article 26) and processors (article 28).
arrangements-none = Nothing is registered yet
arrangements-none-text = Add the first arrangement or contract, with its day and whom to ask there.
arrangements-gaps = { $n ->
    [one] { $n } organisation keeps records and has no arrangement in force
   *[other] { $n } organisations keep records and have no arrangement in force
 }
arrangements-gaps-text = Choose one to add its arrangement. Your own organisation is not among them.
arrangement-add = Add an arrangement
arrangement-add-lead = What is registered here is never changed. When something changes, end it and add the new one.
arrangement-add-do = Add it to the register
arrangement-wrong = Something is missing or does not fit
arrangement-wrong-kind = Choose what it is.
arrangement-wrong-with = Choose an organisation, or write a name.
arrangement-wrong-title = Write what it is called.
arrangement-wrong-signed = Write the day it was signed; it cannot be in the future.
arrangement-wrong-ends = Its last day cannot be before the day it was signed.
arrangement-wrong-covers = Write what it covers.
arrangement-wrong-contact = Write whom to ask there.
arrangement-wrong-end = The end cannot be before the day it was signed, nor in the future. Go back and choose another day.
arrangement-what = What is it?
arrangement-kind-joint-controller = Joint-controller arrangement
arrangement-kind-processor = Contract with a processor
arrangement-means-joint-controller = They decide with others what the data is used for (article 26).
arrangement-means-processor = They work with the data on instruction (article 28).
arrangement-with = With whom?
arrangement-organisation = An organisation that takes part here
arrangement-other = Or somebody else: name
arrangement-called = Title
arrangement-signed-on = Signed on
arrangement-ends-on = Last day (leave empty if it has none)
arrangement-covers = What it covers
arrangement-contact = Contact
arrangement-contact-hint = An office, a telephone number or a mailbox, rather than one person.
arrangement-signed = Signed on { $a }
arrangement-until = until { $a }
arrangement-open = without an end
arrangement-ended-on = ended on { $a }
arrangement-ends-in = { $n ->
    [0] Ends today
    [one] Ends in { $n } day
   *[other] Ends in { $n } days
 }
arrangement-state-run-out = Has run out
arrangement-state-in-force = In force
arrangement-state-ended = Ended
arrangement-more = What it covers, and ending it
arrangement-end-on = Ended on
arrangement-end-do = End it
said-arrangement-added = It stands in the register.
said-arrangement-ended = It has been ended.

# Impact assessment
impact-title = Impact assessment
impact-lead = What is done with data about people, why it is needed, what could go wrong for them, and what holds it off (article 35).
impact-late = The day by which this was to be looked at again is over. Look at it, and write the new day into the policy pack.
impact-whole = The assessment
impact-assessed = Made on
impact-review = To be looked at again by
impact-asked = Who was asked
impact-needed = Why it is needed
impact-before = Without measures
impact-measures = What the program does
impact-promises = Promises to people that hold it to this
impact-by = What people have to do
impact-after = What is left
impact-likelihood-low = unlikely
impact-likelihood-medium = possible
impact-likelihood-high = likely
impact-severity-low = little harm
impact-severity-medium = harm for a time
impact-severity-high = grave harm
