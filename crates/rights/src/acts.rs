//! The acts that need a right, the roles that may have it, and the purposes they give.

use words::stored_words;

stored_words! {
    /// What someone is to Throughline (domain study, section 2).
    Role {
        /// The person the case history is about.
        Jobseeker = "jobseeker",
        /// The single point of contact at the employment service.
        Counsellor = "counsellor",
        /// Works for a partner: municipality, clinic, training, NGO.
        Partner = "partner",
        /// Leads a team of counsellors.
        Manager = "manager",
        /// Decides doubtful matches and mends the feeds.
        Steward = "steward",
        /// The data-protection officer.
        Protection = "protection",
        /// Makes figures; sees no person.
        Analyst = "analyst",
        /// Runs the installation; sees no case content.
        Administrator = "administrator",
    }
}

stored_words! {
    /// Something that needs a right. Each route of the program names one.
    Act {
        /// Come in: pages that show no personal data, such as the sign-in page and help.
        Enter = "enter",
        /// Look after one's own coming in: sign out, lock the screen, change the password, end one's own sessions.
        OwnSession = "own-session",
        /// See what one's own role has to do.
        Home = "home",
        /// Search for clients by name and see the rows that match.
        FindClients = "find-clients",
        /// Register somebody: see who may be the same person, and make a record when nobody is.
        RegisterClient = "register-client",
        /// Open a client's page: identity, status, timeline.
        SeeClient = "see-client",
        /// See why records are one client, and which records those are.
        SeeLinks = "see-links",
        /// See the queue of possible matches and both sides of a pair.
        SeeMatches = "see-matches",
        /// Say that two records are, or are not, one person; take a link back.
        DecideMatch = "decide-match",
        /// Agree with, or refuse, what another proposes about somebody protected.
        SecondDecision = "second-decision",
        /// Answer whether two records are one person, when asked.
        AnswerQuestions = "answer-questions",
        /// Read and answer what is in doubt in the records of one's own organisation.
        AnswerDoubts = "answer-doubts",
        /// Hide somebody's file from ordinary search, or name who may open it.
        ProtectClient = "protect-client",
        /// See how right the links are, in figures that show no person.
        SeeIdentityFigures = "identity-figures",
        /// Draw a blind sample of pairs and say of each whether it is one person.
        AnswerSample = "answer-sample",
        /// See what a new model of linkage would change, and accept or decline it.
        ChangeModel = "change-model",
        /// See feeds and the reports of their runs.
        SeeFeeds = "see-feeds",
        /// Add or change a feed, or give it a file.
        RunFeed = "run-feed",
        /// See rows in quarantine, mend them or set them aside.
        MendRows = "mend-rows",
        /// Tell a partner, without names, which of their people are clients.
        MatchEncoded = "match-encoded",
        /// Read the whole access log.
        SeeAccessLog = "see-access-log",
        /// Write the whole access log to a file, for a check elsewhere.
        ExportAccessLog = "export-access-log",
        /// Wish that the whole access log leave as a file, and take it when somebody else has agreed.
        WishLogExport = "wish-log-export",
        /// Agree that the whole access log leaves as a file, or not, as the second of two.
        AgreeLogExport = "agree-log-export",
        /// Look after the keys under which everything personal is sealed; shows nothing of what they seal.
        LookAfterKeys = "look-after-keys",
        /// Read what is kept about whom, why and how long.
        SeeRegister = "see-register",
        /// Read the policy: what is kept, who may what, which rules hold for those who work here.
        ReadPolicy = "read-policy",
        /// Sign a version of the policy for one's own organisation.
        SignPolicy = "sign-policy",
        /// See which organisations have signed the policy, and which users have acknowledged it.
        WatchPolicy = "watch-policy",
        /// Keep the register of joint-controller arrangements and of contracts with processors.
        KeepArrangements = "keep-arrangements",
        /// Look after who can come in: add, change and end users.
        LookAfterUsers = "look-after-users",
        /// Read who looked at one client.
        SeeWhoLooked = "see-who-looked",
        /// Say that something in who looked at oneself looks wrong.
        SayWrong = "say-wrong",
        /// See what the rules of watching have flagged, ask about it and close it; mark people who are well known.
        WatchAccess = "watch-access",
        /// Hold the access log against the rules of watching; the program does it by itself.
        FlagLookUps = "flag-look-ups",
        /// Read and answer what the data-protection officer asks about what one has looked up.
        AnswerOfficer = "answer-officer",
        /// See what a client shares with whom, on which ground, and what was said about it.
        SeeConsents = "see-consents",
        /// Say, or write down, that a client shares something or no longer does.
        RecordConsent = "record-consent",
        /// Ask for something about one's own data (a copy, a correction …), or write down what a client asks for.
        MakeRequest = "make-request",
        /// Take a copy of everything that is kept about one person.
        TakeCopy = "take-copy",
        /// See what clients ask for about their data, with its clock, and answer it.
        AnswerRequests = "answer-requests",
        /// Ask that parts of a file be released to one's organisation, for a time.
        AskRelease = "ask-release",
        /// See what one's organisation asked for and what was released to it, or to oneself.
        SeeReleased = "see-released",
        /// Release parts of a file, in full, in part or not; end a release; invite a guest.
        GiveRelease = "give-release",
        /// See who sits in a client's case team, with which part.
        SeeTeam = "see-team",
        /// Put somebody into a client's case team, or take them out.
        ArrangeTeam = "arrange-team",
        /// See in whose case teams one sits oneself.
        OwnTeams = "own-teams",
        /// See when a client is met, by whom, and what came of it.
        SeeMeetings = "see-meetings",
        /// Plan meetings with a client, and record what came of them.
        HoldMeetings = "hold-meetings",
        /// Read in-depth assessments.
        SeeAssessments = "see-assessments",
        /// Make in-depth assessments.
        Assess = "assess",
        /// Read job integration agreements.
        SeeAgreement = "see-agreement",
        /// Write versions of an agreement, offer them, review and end it.
        WriteAgreement = "write-agreement",
        /// Sign or refuse an agreement, disagree with it, and say what became of its steps.
        AnswerAgreement = "answer-agreement",
        /// See one's own meetings and which of one's own clients need something.
        OwnDay = "own-day",
        /// Record a breach of personal data, see whom it concerns, and what was done about it by when.
        HandleBreaches = "handle-breaches",
        /// See what an erasure of one person would remove, and wish it; set and end a legal hold; see what is over.
        EraseClient = "erase-client",
        /// Agree that somebody is erased, or not, as the second of two.
        AgreeErasure = "agree-erasure",
        /// Remove what is over by the field register; the program does it by itself.
        Purge = "purge",
        /// Say why one opens the file of somebody one does not work with.
        StatePurpose = "state-purpose",
        /// Open a file without a relation to its person, for hours, with a reason.
        OpenInEmergency = "open-in-emergency",
        /// Say whether an opening in an emergency was right.
        ReviewEmergency = "review-emergency",
        /// Say whose counsellor somebody is.
        AssignCounsellor = "assign-counsellor",
        /// Say who covers for whom.
        ArrangeCover = "arrange-cover",
    }
}

impl Act {
    /// Whether whoever does this to a client learns something of them, so that it counts for how many people they are shown on a day.
    /// Saying why one comes opens nothing yet, partners without names are answered without the one who runs it seeing whom, and how many
    /// rows wait to be mended is for the sources to say.
    #[must_use]
    pub fn discloses(self) -> bool {
        !matches!(self, Act::StatePurpose | Act::MatchEncoded | Act::MendRows)
    }
}

stored_words! {
    /// Why personal data is opened; kept in the access log.
    Purpose {
        /// Helping the client.
        Casework = "casework",
        /// Keeping identities and feeds right.
        DataQuality = "data-quality",
        /// Checking that the rules are kept.
        Oversight = "oversight",
        /// Looking at one's own file.
        OwnFile = "own-file",
        /// Somebody is at the door or on the telephone.
        Reception = "reception",
        /// Taking a case over, or preparing to.
        Handover = "handover",
        /// Preparing a referral or a place.
        Referral = "referral",
        /// Something cannot wait for whoever works with the person.
        Emergency = "emergency",
        /// Preparing or giving a training; what a release may be bound to.
        Training = "training",
        /// Finding work or a place to practise; what a release may be bound to.
        Placement = "placement",
    }
}

impl Purpose {
    /// What somebody without a relation may say at the door; the rules decide what each of them shows.
    pub const STATED: &'static [Purpose] = &[Purpose::Reception, Purpose::Handover, Purpose::Referral];
    /// What parts of a file may be released for: whoever reads them then opens the file for this and nothing else.
    pub const RELEASED: &'static [Purpose] = &[Purpose::Casework, Purpose::Training, Purpose::Placement];
}

stored_words! {
    /// What ties a user to a client.
    Relation {
        /// It is about themselves.
        OwnFile = "own-file",
        /// The client is assigned to them.
        Counsellor = "counsellor",
        /// They cover for the counsellor, who is away.
        Covering = "covering",
        /// They sit in the client's case team.
        Team = "team",
        /// A referral to their organisation is in force.
        Referral = "referral",
        /// Parts of the file were released to their organisation, or to them as a guest: by the client's consent or by whoever leads the case.
        Release = "release",
        /// Their organisation keeps a record of the client.
        Keeper = "keeper",
        /// The file is protected, and they are named.
        Named = "named",
        /// A question about the client waits for them.
        Asked = "asked",
        /// They opened the file in an emergency that is not over.
        Emergency = "emergency",
        /// The person has asked for a copy of everything, and it is for them to make it.
        AsksCopy = "asks-copy",
    }
}

stored_words! {
    /// The legal ground a processing stands on; that of an opening is kept in the access log.
    Ground {
        /// A law that obliges to it (GDPR article 6(1)(c)).
        Law = "law",
        /// A task that law gives to a public body (GDPR article 6(1)(e)).
        PublicTask = "public-task",
        /// What the person agreed to for this purpose, and can withdraw (article 6(1)(a)).
        Consent = "consent",
        /// A contract with the person (article 6(1)(b)).
        Contract = "contract",
        /// Somebody's life or health (article 6(1)(d)).
        VitalInterest = "vital-interest",
        /// The right of the person it is about (article 15).
        OwnRight = "own-right",
    }
}
