# Signing in, roles, navigation.
office-sign-in = سجّل الدخول
office-sign-in-name = اسم الدخول
office-password = كلمة المرور
office-sign-in-failed = تعذّر تسجيل دخولك
office-sign-in-failed-text = الاسم وكلمة المرور غير متوافقين. اكتبهما مرة أخرى، أو اطلب رابطًا جديدًا من مدير النظام.
office-welcome = سجل حالة واحد، تتشاركه كل جهة تقدّم المساعدة
office-welcome-demo = عرض تجريبي بأشخاص من نسج الخيال. اختر من تريد أن تكون. التاريخ هنا ثابت: الاثنين 23 نوفمبر 2026.
office-about-text = يمنح Throughline كل شخص طالت مدة بقائه بلا عمل سجل حالة واحدًا، تتشاركه كل جهة تساعده. كل ما يُفتح هنا يُسجَّل، ويمكن للشخص المعني أن يقرأ ذلك السجل.
office-licences = التراخيص
office-role-jobseeker = باحث عن عمل
office-role-counsellor = مرشد
office-role-partner = موظف في جهة شريكة
office-role-manager = مدير فريق
office-role-steward = أمين البيانات
office-role-protection = مسؤول حماية البيانات
office-role-analyst = محلّل بيانات
office-role-administrator = مدير النظام
office-try-jobseeker = اطّلع على ملفك واعرف من اطّلع عليه
office-try-counsellor = ابحث عن Ilona Lakatos، حتى مع خطأ في الكتابة
office-try-partner = اطّلع على الشخص نفسه بصلاحيات أخرى
office-try-manager = افتح ملف شخص يتابعه فريقك
office-try-steward = اتخذ القرار في حالات التطابق غير المؤكدة
office-try-protection = اقرأ من اطّلع على ملف من
office-try-analyst = اعرف ما لم يُبنَ بعد
office-try-administrator = اعتنِ بمصادر البيانات
nav-my-file = ملفي
nav-my-day = يومي
nav-caseload = الحالات
nav-find = البحث
nav-matches = مراجعة التطابق
nav-identity = أرقام الهوية
nav-model = النموذج
nav-feeds = مصادر البيانات
nav-quarantine = الحجر
nav-looked = سجل الاطلاع
said-signed-out = تم تسجيل خروجك.
nav-second = مراجعة ثانية
nav-questions = أسئلة
nav-corrections = قيم مشكوك فيها
organisation-masked = خدمة أخرى
organisation-masked-clinic = خدمة صحية
office-wait = محاولات كثيرة لم تنجح. حاول مرة أخرى بعد { $n ->
    [zero] { $n } ثانية
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $n } ثوانٍ
    [many] { $n } ثانية
   *[other] { $n } ثانية
 }. إذا نسيت كلمة المرور فاطلب رابطًا جديدًا من مدير النظام.
office-by-password = سجّل الدخول باسم وكلمة مرور
office-go-on = متابعة
office-another = سجّل الدخول باسم شخص آخر
office-link-title = لقد دُعيت إلى الدخول
office-link-text = يدخلك هذا الرابط مرة واحدة، ثم تختار كلمة مرور خاصة بك.
office-link-go = ادخل
nav-users = المستخدمون
password-choose = اختر كلمة مرور
password-new = كلمة المرور الجديدة
password-keep = احفظ كلمة المرور
password-change = تغيير كلمة المرور
password-refused = اختر كلمة مرور أخرى
password-hint = { $n ->
    [zero] { $n } حرف على الأقل.
    [one] حرف واحد على الأقل.
    [two] حرفان على الأقل.
    [few] { $n } أحرف على الأقل.
    [many] { $n } حرفًا على الأقل.
   *[other] { $n } حرف على الأقل.
 } أربع كلمات لا رابط بينها يسهل تذكّرها. المسافات وكل أنواع الكتابة مقبولة، ولا تُطلب أرقام أو رموز. سيُسجَّل خروجك من كل مكان آخر.
password-short = { $n ->
    [zero] يلزم { $n } حرف على الأقل.
    [one] يلزم حرف واحد على الأقل.
    [two] يلزم حرفان على الأقل.
    [few] يلزم { $n } أحرف على الأقل.
    [many] يلزم { $n } حرفًا على الأقل.
   *[other] يلزم { $n } حرف على الأقل.
 } تذكُّر جملة أسهل من تذكُّر كلمة.
password-long = أطول من 256 حرفًا. اختر كلمة مرور أقصر.
password-common = يستخدم كثيرون كلمة المرور هذه، ويجرّبها المتسللون أولًا. اختر كلمة لا تخطر على بال غيرك.
password-own = لا تكاد تزيد على اسمك أو اسم جهتك. اختر شيئًا لا يدل عليك.
password-pattern = الأحرف المكررة أو المفاتيح المتتالية هي أول ما يُخمَّن. اختر عدة كلمات.
second-title = العامل الثاني
second-lead = إلى جانب كلمة المرور يُطلب رمز من جهاز آخر لك. فمن عرف كلمة مرورك لا يستطيع الدخول بها وحدها.
second-needed-lead = دورك يفتح ملفات الآخرين. إلى جانب كلمة المرور يلزم رمز من جهاز آخر لك.
second-needed = لا يدخل دورك إلا بعامل ثانٍ. إذا ضاع الجهاز فاطلب رابطًا جديدًا من مدير النظام.
second-scan = 1. دع جهازك يقرأ الصورة
second-picture = صورة تحمل السر لكاميرا جهازك الآخر
second-type = أو اكتب هذا في تطبيق يُنشئ رموزًا من ستة أرقام:
second-confirm = 2. اكتب الرمز الذي يعرضه
second-six = رمز من ستة أرقام
second-set-up = إعداد العامل الثاني
second-old = العامل الثاني لديك يعود إلى ما قبل تحديث ولم يعد يعمل. اطلب من المسؤول رابطًا جديدًا: به تُعدّ عاملًا جديدًا.
second-code-title = رمز جهازك الآخر
second-code-text = اكتب الأرقام الستة التي يعرضها تطبيقك الآن. إن لم يكن الجهاز معك فاكتب أحد رموز الاسترداد.
second-code = الرمز
second-code-wrong = هذا الرمز غير صحيح
second-code-wrong-text = كل رمز يعمل مرة واحدة ولنصف دقيقة. انتظر الرمز التالي واكتبه.
second-codes-title = رموز الاسترداد
second-codes-lead = كل رمز من هذه يدخلك مرة واحدة إذا ضاع جهازك. اطبعها أو اكتبها: لن تُعرض مرة أخرى.
second-codes-kept = حفظتُها
second-on = { $n ->
    [zero] العامل الثاني مُعدّ. لم يبق لك أي رمز استرداد ({ $n }).
    [one] العامل الثاني مُعدّ. بقي لك رمز استرداد واحد.
    [two] العامل الثاني مُعدّ. بقي لك رمزا استرداد.
    [few] العامل الثاني مُعدّ. بقيت لك { $n } رموز استرداد.
    [many] العامل الثاني مُعدّ. بقي لك { $n } رمز استرداد.
   *[other] العامل الثاني مُعدّ. بقي لك { $n } رمز استرداد.
 }
second-new-codes = رموز استرداد جديدة
second-remove = إزالة العامل الثاني
again-title = هل ما زلت أنت؟
again-lead = قبل أن تخرج قائمة كملف أو تتغير الصلاحيات تُطلب كلمة مرورك مرة أخرى.
again-wrong = هذه ليست كلمة مرورك
again-wrong-text = اكتبها مرة أخرى. إذا نسيتها فاطلب رابطًا جديدًا من مدير النظام.
again-demo = في هذا العرض التجريبي لا أحد لديه كلمة مرور. التثبيت الخاص بأشخاص حقيقيين يطلبها هنا.
lock-title = الشاشة مقفلة
lock-lead = { $a }، عملك محفوظ. أثبت أنك أنت لتعود إلى الصفحة نفسها.
account-title = حسابك
account-sessions = أين سجّلت دخولك
account-here = هذا هنا
account-since = منذ { $a }
account-seen = آخر استخدام { $a }
account-end = إنهاء
account-end-others = إنهاء كل الجلسات الأخرى
users-lead = من يستطيع الدخول، وبأي دور، ولأي جهة. كل ما تغيّره هنا يُكتب في سجل الاطلاع. لا ترى من هنا أي حالة.
users-count = { $n ->
    [zero] لا مستخدمين ({ $n })
    [one] مستخدم واحد
    [two] مستخدمان
    [few] { $n } مستخدمين
    [many] { $n } مستخدمًا
   *[other] { $n } مستخدم
 }
users-name = الاسم
users-role = الدور
users-organisation = الجهة
users-state = الحالة
users-state-in = يستطيع الدخول
users-state-invited = بلا كلمة مرور بعد
users-state-ended = غادر
users-second = مُعدّ
users-no-second = غير مُعدّ
users-add = إضافة مستخدم
users-add-lead = يختار كلمة مروره بنفسه، عبر رابط يعمل مرة واحدة.
users-add-go = أضف وأنشئ رابطًا
users-new-organisation = أو جهة ليست في القائمة
users-change = احفظ التغييرات
users-since = أُضيف { $a }
users-not-kept = لم يُحفظ هذا المستخدم
users-wrong-name = اكتب اسمًا لا يزيد على 100 حرف.
users-wrong-role = اختر دورًا من القائمة.
users-wrong-organisation = اختر جهة من القائمة، أو اكتب اسم جهة جديدة.
users-wrong-sign-in = اكتب اسم دخول من أحرف وأرقام ونقاط وشرطات، لا يزيد على 60.
users-taken = اسم الدخول هذا مستخدم. اختر اسمًا آخر.
users-own = هذا حسابك أنت. لا أحد يغيّر صلاحياته بنفسه: اطلب ذلك من مدير نظام آخر.
users-renew = رابط دخول جديد
users-renew-text = لمن نسي كلمة مروره. بهذا الرابط يختار كلمة جديدة، وحتى ذلك الحين تعمل القديمة.
users-renew-second = ضاع جهازه: أزِل العامل الثاني أيضًا
users-end = غادر العمل
users-end-text = تنتهي كل جلساته فورًا، ولا يدخل أحد بهذا الاسم بعد الآن. ويبقى ما فعله باسمه.
users-back = عاد إلى العمل
users-back-text = يدخل كما كان، بكلمة المرور التي كانت لديه.
users-link-title = رابط الدخول
users-link-lead = سلّم هذا الرابط إلى { $a } شخصيًا أو بالبريد. يعمل مرة واحدة خلال ثلاثة أيام، ولا يُعرض مرة أخرى.
users-sessions = { $n ->
    [zero] لم يسجّل الدخول في أي مكان ({ $n })
    [one] سجّل الدخول في مكان واحد
    [two] سجّل الدخول في مكانين
    [few] سجّل الدخول في { $n } أماكن
    [many] سجّل الدخول في { $n } مكانًا
   *[other] سجّل الدخول في { $n } مكان
 }
users-end-sessions = إنهاء كل الجلسات
said-password-changed = تغيّرت كلمة مرورك. سُجّل خروجك من كل مكان آخر.
said-session-ended = انتهت تلك الجلسة.
said-sessions-ended = انتهت تلك الجلسات.
said-second-removed = أُزيل العامل الثاني.
said-user-changed = حُفظت التغييرات. وإذا تغيّرت الصلاحيات فسيدخل من جديد.
said-user-ended = لم يعد يستطيع الدخول.
said-user-back = يستطيع الدخول من جديد.
passkey-title = مفاتيح المرور
passkey-lead = مفتاح المرور محفوظ على جهاز لك ويُفتح ببصمة أو بوجه أو برقم. يحل محل كلمة المرور والرمز، ولا تستطيع أي صفحة مزيفة أن تطلبه.
passkey-enter-lead = جهازك يعرف من أنت، ويُفتح ببصمة أو بوجه أو برقم.
passkey-enter = سجّل الدخول بمفتاح مرور
passkey-again = تابع بمفتاح مرور
passkey-again-failed = لم ينجح ذلك. حاول مرة أخرى، أو اكتب كلمة المرور.
passkey-add = أضف مفتاح مرور
passkey-name = ماذا تسمّي الجهاز
passkey-unnamed = جهاز
passkey-since = أُضيف { $a }
passkey-remove = إزالة
passkey-failed = لم ينجح ذلك. حاول مرة أخرى، أو سجّل الدخول بكلمة المرور.
said-passkey-added = أُضيف مفتاح المرور. في المرة القادمة تستطيع الدخول به وحده.
said-passkey-removed = أُزيل مفتاح المرور. لم يعد يفتح شيئًا.

nav-processing = المعالجة
processing-title = سجل المعالجة
processing-lead = ما يُحفظ، وعن مَن، ولأي غرض، وعلى أي أساس، وإلى متى. يُستخرج من سجل حزمة السياسات الذي يرد فيه كل عمود من قاعدة البيانات. ما انقضت مدته، وكيف ينتهي، مذكور في صفحة «الحفظ».
processing-whole = لكل شيء
processing-controller = مَن يقرر
processing-transfers = النقل إلى الخارج
processing-security = كيف تُحمى
processing-people = عن مَن
processing-people-clients = المستفيدون
processing-people-users = العاملون هنا
processing-people-nobody = لا أحد
processing-purposes = لأي غرض
processing-ground = الأساس القانوني
processing-level = الحساسية
processing-levels = { $n } من 4
processing-sealed = مختوم عند الحفظ
processing-sealed-yes = نعم
processing-sealed-partly = ما قيل، لا ما يُبحث به
processing-sealed-no = لا
processing-from = يأتي من
processing-to = يذهب إلى
processing-keep = مدة الحفظ
processing-right = ما يمكن للشخص طلبه
processing-columns = الأعمدة
processing-then-erase = يُمحى
processing-then-anonymise = يُجعل مجهول الهوية
processing-then-archive = يُؤرشف
act-export-access-log = سجل الاطلاع كملف
act-look-after-keys = المفاتيح
act-see-register = سجل المعالجة
processing-years =
    { $n ->
        [zero] فورًا
        [one] سنة واحدة
        [two] سنتان
        [few] { $n } سنوات
        [many] { $n } سنة
       *[other] { $n } سنة
    }
ground-public-task = مهمة عامة (المادة 6(1)(هـ) من اللائحة العامة لحماية البيانات)
ground-law = واجب بحكم القانون (المادة 6(1)(ج))
ground-consent = موافقة الشخص (المادة 6(1)(أ))
ground-contract = اتفاق مع الشخص (المادة 6(1)(ب))
ground-vital-interest = حياة شخص أو صحته (المادة 6(1)(د))
ground-own-right = حق الشخص نفسه

# الدخول الموحد
sso-title = طريقة أخرى للدخول
sso-with = الدخول عبر { $a }
sso-away = خدمة الدخول الأخرى لا تجيب
sso-away-text = لا يمكن الوصول إلى { $a } الآن. حاول مجددًا بعد دقائق، أو ادخل باسمك وكلمة مرورك.
sso-untrue = لم ينجح ذلك
sso-untrue-text = تعذر التحقق مما تقوله { $a } عنك، أو استغرق ذلك وقتًا طويلًا. ابدأ من جديد؛ وإن تكرر فأخبر المسؤول.
sso-unknown = لست معروفًا هنا بعد
sso-unknown-text = تعرفك { $a }، لكن لم يضفك أحد هنا. اسأل المسؤول.

# السياسة
nav-policies = سياسة البيانات
policy-title = سياسة البيانات
policy-lead = ما الذي يُحفظ ولماذا، ومن يحق له ماذا، والقواعد لكل من يعمل هنا.
policy-version = الإصدار { $n }
policy-in-force = سارٍ منذ { $a }.
policy-from = من { $a }
policy-review-by = موعد مراجعته { $a }.
policy-earlier = أنت تقرأ إصدارًا سابقًا.
policy-comes = يسري هذا الإصدار في { $a }.
policy-to-current = اقرأ الإصدار { $n } الساري
policy-topics = في هذه الصفحة
policy-changes = ما الذي تغيّر
policy-none = لا يوجد إصدار سارٍ من السياسة بعد. اسأل مسؤول حماية البيانات.
policy-signature = توقيع الجهة
policy-sign-text = أنت توقّع عن كل من يعمل لدى جهتك: هم يعرفون هذه القواعد ويلتزمون بها. اقرأ الصفحة كلها أولًا.
policy-sign-do = أوقّع عن { $a } الإصدار { $b }
policy-signed-by = وُقّع عن { $a }، وقّعه { $b } في { $c }
policy-acknowledged-on = أقررت بهذا الإصدار في { $a }. يسري ذلك حتى { $b }، ثم تُسأل من جديد عند الدخول.
policy-standing-holds = موقّع
said-policy-signed = وقّعت جهتك هذا الإصدار.
acknowledge-title = قبل أن تدخل: قواعد الاستخدام
acknowledge-lead = { $n ->
    [one] يقرأ كل من يعمل هنا هذه القواعد، ثم من جديد كل شهر.
    [12] يقرأ كل من يعمل هنا هذه القواعد، ثم من جديد مرة في السنة.
   *[other] يقرأ كل من يعمل هنا هذه القواعد، ثم من جديد كل { $n } شهرًا.
 }
acknowledge-do = قرأت هذا وألتزم به
acknowledge-not = ليس الآن: تسجيل الخروج
acknowledge-rest = بقية السياسة
policies-title = سياسة البيانات: من وقّع ومن أقرّ
policies-read = اقرأ السياسة
policies-review-late = كانت مراجعة هذا الإصدار مستحقة في { $a }. راجع السياسة، واطلب أن يُكتب في policy.toml يوم المراجعة التالية أو إصدار جديد.
policies-signed = { $a } من { $b } من الجهات وقّعت الإصدار الساري
policies-when = متى
policies-by = من وقّع
policies-organisation-never = غير موقّع
policies-organisation-earlier = إصدار سابق
policies-organisation-holds = موقّع
policies-acknowledgement = قواعد الاستخدام
policies-user-never = لم يُقرّ بها
policies-user-earlier = إصدار سابق
policies-user-run-out = منذ زمن طويل
policies-user-holds = أُقرّ بها
policies-open = { $a } من { $b } من المستخدمين لم يقرّوا بالقواعد بعد
policies-all-acknowledged = { $n ->
    [zero] لا مستخدمين ({ $n })
    [one] المستخدم الوحيد أقرّ بالقواعد
    [two] المستخدمان أقرّا بالقواعد
    [few] كل المستخدمين ({ $n }) أقرّوا بالقواعد
    [many] كل المستخدمين ({ $n }) أقرّوا بالقواعد
   *[other] كل المستخدمين ({ $n }) أقرّوا بالقواعد
 }
policies-more = مزيد من المستخدمين
act-read-policy = قراءة السياسة
act-sign-policy = توقيع السياسة عن الجهة
act-watch-policy = من وقّع السياسة ومن أقرّ بها
act-keep-arrangements = سجل الاتفاقات

# الاتفاقات
arrangements-title = الاتفاقات والعقود
arrangements-lead = ما يعمل الآخرون بموجبه على البيانات: المتحكمون المشتركون (المادة 26 من اللائحة العامة لحماية البيانات) والمعالجون (المادة 28).
arrangements-none = لم يُسجَّل شيء بعد
arrangements-none-text = أضف أول اتفاق أو عقد، مع يومه ومن يُسأل هناك.
arrangements-gaps = { $n ->
    [zero] لا جهة ({ $n })
    [one] جهة واحدة تحفظ سجلات وليس لها اتفاق سارٍ
    [two] جهتان تحفظان سجلات وليس لهما اتفاق سارٍ
    [few] { $n } جهات تحفظ سجلات وليس لها اتفاق سارٍ
    [many] { $n } جهة تحفظ سجلات وليس لها اتفاق سارٍ
   *[other] { $n } جهة تحفظ سجلات وليس لها اتفاق سارٍ
 }
arrangements-gaps-text = اختر جهة لإضافة اتفاقها. جهتك أنت ليست بينها.
arrangement-add = أضف اتفاقًا
arrangement-add-lead = ما يُسجَّل هنا لا يُغيَّر أبدًا. إذا تغيّر شيء فأنهِه وأضف الجديد.
arrangement-add-do = أضفه إلى السجل
arrangement-wrong = شيء ناقص أو غير مناسب
arrangement-wrong-kind = اختر ما هو.
arrangement-wrong-with = اختر جهة، أو اكتب اسمًا.
arrangement-wrong-title = اكتب عنوانه.
arrangement-wrong-signed = اكتب يوم التوقيع؛ لا يمكن أن يكون في المستقبل.
arrangement-wrong-ends = لا يمكن أن يكون آخر يوم قبل يوم التوقيع.
arrangement-wrong-covers = اكتب ما يشمله.
arrangement-wrong-contact = اكتب من يُسأل هناك.
arrangement-wrong-end = لا يمكن أن تكون النهاية قبل يوم التوقيع ولا في المستقبل. ارجع واختر يومًا آخر.
arrangement-what = ما هو؟
arrangement-kind-joint-controller = اتفاق متحكمين مشتركين
arrangement-kind-processor = عقد مع معالج
arrangement-means-joint-controller = يقررون مع آخرين الغرض من استخدام البيانات (المادة 26).
arrangement-means-processor = يعملون على البيانات بتعليمات (المادة 28).
arrangement-with = مع من؟
arrangement-organisation = جهة مشاركة هنا
arrangement-other = أو غيرها: الاسم
arrangement-called = العنوان
arrangement-signed-on = وُقّع في
arrangement-ends-on = آخر يوم (اتركه فارغًا إن لم يكن له آخر)
arrangement-covers = ما يشمله
arrangement-contact = جهة الاتصال
arrangement-contact-hint = مكتب أو رقم هاتف أو صندوق بريد، لا شخص بعينه.
arrangement-signed = وُقّع في { $a }
arrangement-until = حتى { $a }
arrangement-open = بلا نهاية
arrangement-ended-on = انتهى في { $a }
arrangement-ends-in = { $n ->
    [0] ينتهي اليوم
    [one] ينتهي خلال يوم واحد
    [two] ينتهي خلال يومين
    [few] ينتهي خلال { $n } أيام
    [many] ينتهي خلال { $n } يومًا
   *[other] ينتهي خلال { $n } يوم
 }
arrangement-state-run-out = انتهت مدته
arrangement-state-in-force = سارٍ
arrangement-state-ended = أُنهي
arrangement-more = ما يشمله، وإنهاؤه
arrangement-end-on = انتهى في
arrangement-end-do = أنهِه
said-arrangement-added = صار في السجل.
said-arrangement-ended = أُنهي.

# تقييم الأثر
impact-title = تقييم الأثر
impact-lead = ما الذي يُفعل ببيانات الناس، ولماذا يلزم، وما الذي قد يضرّ بهم، وما الذي يمنع ذلك (المادة 35).
impact-late = انقضى اليوم الذي كان ينبغي أن يُراجَع فيه. راجعه، ثم اكتب اليوم الجديد في حزمة السياسات.
impact-whole = التقييم
impact-assessed = أُجري في
impact-review = يُراجَع قبل
impact-asked = من سُئل
impact-needed = لماذا يلزم
impact-before = من دون تدابير
impact-measures = ما يفعله البرنامج
impact-promises = الوعود للناس التي تُلزمه بذلك
impact-by = ما على الناس فعله
impact-after = ما يبقى
impact-likelihood-low = غير مرجح
impact-likelihood-medium = ممكن
impact-likelihood-high = مرجح
impact-severity-low = ضرر قليل
impact-severity-medium = ضرر لمدة
impact-severity-high = ضرر جسيم
