# What surrounds every page.
web-skip = Skip to main content
web-hidden = Hidden. Press any key to return.
web-hide = Hide the screen:
web-find-label = Find a person
web-find-hint = Name, birth date, phone or number
web-find-go = Find
web-synthetic = Synthetic data
web-language = Language:
web-what-you-open = What you open is logged, and the person can read it.
web-sign-out = Sign out
web-main-navigation = Main
web-about = About this program
web-back-home = Back to the start
web-and-where = { $a }, { $b }
web-moment = { $a }, { $b }
web-today = today
web-days-ago = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
 }
web-weeks-ago = { $n ->
    [one] { $n } week ago
   *[other] { $n } weeks ago
 }
web-months-ago = { $n ->
    [one] { $n } month ago
   *[other] { $n } months ago
 }
web-years-ago = { $n ->
    [one] { $n } year ago
   *[other] { $n } years ago
 }
web-language-en = English
web-language-ar = Arabic
web-language-lt = Lithuanian
web-language-hu = Hungarian
web-language-uk = Ukrainian
web-language-ru = Russian
web-language-tr = Turkish
web-language-pl = Polish
web-language-fr = French
web-language-de = German
web-not-found = This page is not here
web-not-found-text = There is no such page, or it is not for you. If you followed a link, ask the person who gave it to you. What you tried is in the access log.
web-broken = Something went wrong on our side
web-broken-text = Nothing you did was lost that had been saved before. Please try again in a minute; if it happens again, tell your administrator the time it happened.
web-bad = This could not be understood
web-bad-text = { $a } Go back, mend it and send it again.
web-already = Somebody was faster
web-already-text = This was changed while you were looking at it. Open it again to see how it stands now.
web-spent = That is enough people for one day
web-spent-text = You have been shown { $a } different people today, of { $b } that are the most for your role. Nothing more is shown until tomorrow. People you have opened today still open. If your work needs more today, ask the data-protection officer, who has been told. If this was not you, lock your account and tell the administrator.
web-comma = { ", " }
web-colon = { ": " }
web-not-found-jobseeker = You can open your own file. For anything else, ask your counsellor.
web-not-found-counsellor = A file that does not open may be protected: ask your manager or the data-protection officer.
web-not-found-partner = You can open the files of people your organisation works with. For others, ask their counsellor at the employment service.
web-not-found-manager = You can open the files of people your organisation works with. For others, ask the data-protection officer.
web-not-found-steward = Your role looks after identities and feeds. For anything else, ask the data-protection officer.
web-not-found-protection = Your role looks after protection and the access log. For anything else, ask the administrator.
web-not-found-analyst = Your role sees figures and no person. For anything else, ask the administrator.
web-not-found-administrator = Your role runs the installation and sees no person. For anything else, ask the data-protection officer.
web-lock = Lock the screen
web-account = Your account
web-bad-sent = What was sent is not what this page asks for.
web-places = Places
web-quote-open = “
web-quote-close = ”
