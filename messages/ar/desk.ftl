# The client page, links, who looked.
home-nothing = لا يوجد هنا شيء لدورك بعد
home-nothing-text = لم تُبنَ المؤشرات والتقييم بعد. عندما تصبح جاهزة، ستجدها هنا.
client-title = المستفيد
client-on-label = تاريخ المعلومات المعروضة
client-as-known = كما كان معروفًا في { $a }.
client-later = { $n ->
    [zero] لم يُسجَّل شيء بعد ذلك.
    [one] إدخال واحد سُجِّل لاحقًا غير معروض.
    [two] إدخالان سُجِّلا لاحقًا غير معروضين.
    [few] { $n } إدخالات سُجِّلت لاحقًا غير معروضة.
    [many] { $n } إدخالًا سُجِّلت لاحقًا غير معروضة.
   *[other] { $n } إدخال سُجِّلت لاحقًا غير معروضة.
 }
client-today = عُد إلى اليوم
client-age = العمر
client-born = تاريخ الميلاد: { $a }
client-interpreter = يلزم مترجم فوري
client-last-helper = آخر تواصل
client-weeks = { $n ->
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $n } أسابيع
    [many] { $n } أسبوعًا
   *[other] { $n } أسبوع
 }
client-out-of-work-since = بلا عمل، منذ { $a }
client-out-of-work-until = بلا عمل، حتى { $a }
client-weeks-left = { $n ->
    [one] بقي أسبوع واحد للاتفاق على خطة،
    [two] بقي أسبوعان للاتفاق على خطة،
    [few] بقيت { $n } أسابيع للاتفاق على خطة،
    [many] بقي { $n } أسبوعًا للاتفاق على خطة،
   *[other] بقي { $n } أسبوع للاتفاق على خطة،
 }
client-by = في موعد أقصاه { $a }
client-overdue = كان الموعد الأقصى للخطة { $a }
client-start = البداية
client-months = { $n ->
    [one] شهر واحد
    [two] شهران
    [few] { $n } أشهر
    [many] { $n } شهرًا
   *[other] { $n } شهر
 }
client-mark-on = في { $a }
client-mark-passed = انقضت في { $a }
client-records = { $n ->
    [one] مستفيد واحد من سجل واحد
    [two] مستفيد واحد من سجلين
    [few] مستفيد واحد من { $n } سجلات
    [many] مستفيد واحد من { $n } سجلًا
   *[other] مستفيد واحد من { $n } سجل
 }
client-who-looked = من اطّلع على هذا الملف
client-history = سجل الحالة
client-entries = { $n ->
    [one] إدخال واحد
    [two] إدخالان
    [few] { $n } إدخالات
    [many] { $n } إدخالًا
   *[other] { $n } إدخال
 }
client-filter-off = صفِّ أو ابحث أو عُد إلى يوم سابق
client-filter-on = الخط الزمني مصفّى
client-organisations = الجهة
client-kinds = النوع
client-word = كلمة في النص
client-since = من
client-until = إلى
client-on = كما كان معروفًا في
client-show = اعرض
client-show-all = اعرض كل شيء
client-filter-empty = لا يوجد إدخال يطابق هذه التصفية.
client-empty = لا توجد إدخالات بعد.
client-identity-only = دورك هو العناية بالهويات. لذلك لا يُعرض لك ما حدث لهذا الشخص.
client-pages = الصفحات
client-newer = الأحدث
client-older = الأقدم
client-facts = معلومات أساسية
client-people = من يعملون مع هذا الشخص
client-last-contact = آخر تواصل: { $a }
client-records-title = سجلات هذا المستفيد
client-why-one = لماذا تعود هذه السجلات إلى شخص واحد
fact-from = { $a }، { $b }
fact-stale = قديمة
fact-others = { $n ->
    [one] قيمة أخرى واحدة
    [two] قيمتان أخريان
    [few] { $n } قيم أخرى
    [many] { $n } قيمة أخرى
   *[other] { $n } قيمة أخرى
 }
fact-why-newest = الأحدث
fact-why-trusted = الأكثر موثوقية
fact-why-older = أقدم
fact-why-less-trusted = مصدر أقل موثوقية
entry-heading = { $a }: { $b }
entry-restricted = إدخال مقيَّد
entry-restricted-person = يمكنك أن تعرف أنه موجود، لا ما يقوله: طلب الشخص عدم استخدامه.
entry-restricted-text = يمكنك أن تعرف أنه موجود، لا ما يقوله. اسأل { $a }.
entry-corrected = { $n ->
    [one] صُحّح مرة واحدة
    [two] صُحّح مرتين
    [few] صُحّح { $n } مرات
    [many] صُحّح { $n } مرة
   *[other] صُحّح { $n } مرة
 }
entry-details = التفاصيل
entry-before = المعروف قبل التصحيح، منذ { $a }: { $b }
entry-recorded = وقت التسجيل
entry-source = المصدر
entry-until = حتى { $a }
entry-kind-status = الوضع
entry-kind-meeting = مقابلة
entry-kind-assessment = تقييم
entry-kind-agreement = اتفاق
entry-kind-training = تدريب
entry-kind-benefit = إعانة
entry-kind-housing = سكن
entry-kind-health = صحة
entry-kind-note = ملاحظة
entry-kind-link = سجل
entry-status-unemployed = بلا عمل
entry-status-employed = في عمل
entry-status-training = في تدريب
entry-status-sick = في إجازة مرضية
entry-status-inactive = من دون بحث عن عمل
entry-link-linked = رُبط بهذا المستفيد
entry-link-unlinked = أُخرج من ملف مستفيد آخر
entry-link-taken-back = تم التراجع عن قرار
entry-outcome-attended = تم الحضور
entry-outcome-no-show = لم يتم الحضور
entry-outcome-granted = تمت الموافقة
entry-outcome-refused = تم الرفض
entry-outcome-ended = انتهى
entry-outcome-completed = اكتمل
entry-outcome-signed = تم التوقيع
entry-outcome-partly = حضر جزءًا منها
entry-outcome-office = في المكتب
entry-outcome-phone = بالهاتف
entry-outcome-video = بالفيديو
entry-outcome-group = في مجموعة
entry-outcome-walk-in = دون موعد
entry-outcome-home = في البيت
entry-outcome-mobile-unit = في وحدة متنقلة
entry-outcome-fact = واقعة
entry-outcome-client = كلام الشخص نفسه
entry-outcome-opinion = رأي
entry-outcome-decision = قرار
entry-outcome-assessed = مكتمل
entry-outcome-assessed-part = مكتمل، جزء منه لعدد أقل من القراء
entry-outcome-offered = معروض
entry-outcome-disagreed = ما لا يوافق عليه الشخص
entry-outcome-step = ما آلت إليه خطوة
entry-outcome-reviewed = تمت مراجعته
entry-detail-channel = كيف
entry-detail-minutes = الدقائق
entry-detail-basis = نوع القول
entry-detail-outcome = النتيجة
entry-detail-result = الحصيلة
entry-detail-course = الدورة
entry-detail-amount = المبلغ
links-title = لماذا تعود هذه السجلات إلى شخص واحد
links-lead = يبقى كل سجل كما أرسلته جهته. يمكن التراجع عن أي ربط، فيعود كل شيء كما كان تمامًا.
links-with = بالمقارنة مع { $a } ({ $b }).
links-by-itself = رُبط في { $a } عن طريق المقارنة.
links-by-person = رُبط في { $a } بقرار من شخص.
links-first = أول سجل لهذا المستفيد، منذ { $a }.
links-near-certain = شبه مؤكد
links-very-likely = مرجّح جدًا
links-likely = مرجّح
links-unlink = ليس هذا الشخص: أخرِج هذا السجل
links-decisions = قرارات اتخذها أشخاص
links-decision-same = القرار: شخص واحد
links-decision-different = القرار: شخصان
looked-title = من اطّلع
looked-lead = كل من فتح هذا الملف، والسبب. لا يُحذف شيء من القائمة.
looked-sound = { $n ->
    [one] سطر واحد. سلسلة السجل متصلة.
    [two] سطران. سلسلة السجل متصلة.
    [few] { $n } أسطر. سلسلة السجل متصلة.
    [many] { $n } سطرًا. سلسلة السجل متصلة.
   *[other] { $n } سطر. سلسلة السجل متصلة.
 }
looked-whole = فحص هذا البرنامج كل سطر من الأول آخر مرة { $a }، وفُحص ما جاء بعد ذلك للتو.
looked-broken = انقطعت سلسلة السجل عند السطر { $n }. أخبر مدير النظام واحتفظ بنسخة من قاعدة البيانات كما هي.
looked-nobody = لم يفتح أحد هذا الملف
looked-file = الملف
looked-lines = سجل الاطلاع
looked-when = متى
looked-who = من
looked-organisation = الجهة
looked-what = ماذا
looked-why = لماذا
looked-result = النتيجة
looked-allowed = مسموح
looked-refused = مرفوض
wrong-link = هذا يبدو خاطئاً
wrong-title = هذا يبدو خاطئاً
wrong-lead = قل ذلك، وسينظر فيه مسؤول حماية البيانات. ستقرأ هنا ما نتج عنه. لا يُقال لمن اطّلع إنك قلت ذلك.
wrong-why = ما الذي يبدو خاطئاً؟
wrong-why-hint = بكلماتك وبأي لغة. يمكنك ترك الحقل فارغاً.
wrong-do = أرسل
wrong-said = في { $a } قلتَ إن هذا يبدو خاطئاً.
wrong-outcome-waits = وصل ذلك إلى مسؤول حماية البيانات وهو ينظر فيه.
wrong-outcome-explained = نظر مسؤول حماية البيانات في الأمر: كان هناك سبب وجيه.
wrong-outcome-false-alarm = نظر مسؤول حماية البيانات في الأمر: لم يكن هناك خطأ.
wrong-outcome-breach = نظر مسؤول حماية البيانات في الأمر: لم يكن ذلك صواباً. اسأله عما يترتب عليه.
said-looks-wrong = وصل ذلك إلى مسؤول حماية البيانات. ما ينتج عنه يظهر بجانب السطر.
well-known-mark = هل هذا الشخص معروف؟
well-known-why = لماذا
well-known-do = إدراج كل فتح لهذا الملف
act-enter = الدخول
act-own-session = الجلسة الشخصية
act-home = صفحة البداية
act-find-clients = البحث
act-register-client = التسجيل
act-change-model = نموذج الربط
act-see-client = صفحة المستفيد
act-see-links = لماذا تعود السجلات إلى شخص واحد
act-see-matches = مراجعة التطابق
act-decide-match = قرار بشأن تطابق
act-see-feeds = مصادر البيانات
act-run-feed = الاستيراد
act-mend-rows = الحجر
act-identity-figures = أرقام الهوية
act-answer-sample = عينة عمياء
act-match-encoded = إبلاغ شريك دون أسماء
act-look-after-users = المستخدمون
act-see-access-log = سجل الاطلاع
act-see-who-looked = من اطّلع
act-say-wrong = شيء ما يبدو خاطئاً
act-watch-access = اطّلاعات لفتت الانتباه
act-flag-look-ups = مراقبة سجل الاطلاع
act-answer-officer = جواب لمسؤول حماية البيانات
purpose-casework = مساعدة المستفيد
purpose-data-quality = الحفاظ على صحة البيانات
purpose-oversight = الرقابة
purpose-own-file = الملف الشخصي
act-second-decision = مراجعة ثانية لقرار
act-answer-questions = سؤال عن سجلين
act-answer-doubts = قيمة مشكوك فيها
act-protect-client = حماية ملف
entry-link-withdrawn = سحب المصدر هذا السجل
links-decision-unlinked = أُخرج سجل
links-decision-split = فُصل إلى شخصين
links-decision-disputed = قيل إن الرقم خطأ
links-decision-withdrawn = سحب المصدر السجل
links-decision-protected = ملف محمي
links-decision-taken-back = أُلغي
links-reason-seen-at-registration = شوهد عند التسجيل
links-reason-by-its-source = يقول ملف من المصدر ذلك
links-reason-sent-again = أرسل المصدر السجل مرة أخرى
withdraw-ask = لم يعد هذا السجل لدى المصدر، أو أُرسل خطأً
withdraw-means = يخرج السجل من ملف المستفيد ومن كل بحث. لا يُحذف شيء: يعود عندما تتراجع عن القرار، أو عندما يرسله المصدر من جديد بمحتوى مختلف.
withdraw-why = ما يقوله المصدر
withdraw-do = اسحب هذا السجل
withdraw-gone = سجلات سحبتها مصادرها
client-opened-label = سبب فتح هذا الملف
client-opened-for = فُتح من أجل: { $a }.
client-opened-other = سبب آخر
entry-conclusion = ما يعنيه ذلك للعمل:
act-state-purpose = ذُكر السبب
act-open-in-emergency = فُتح في حالة طارئة
act-review-emergency = مراجعة حالة طارئة
act-assign-counsellor = تعيين مستشار
act-arrange-cover = ترتيب نيابة
purpose-reception = عند الباب أو على الهاتف
purpose-handover = تولّي الحالة
purpose-referral = تحضير إحالة
purpose-emergency = حالة طارئة
client-emergency-label = فُتح في حالة طارئة
client-emergency = فتح { $a } ملفك في حالة طارئة، { $b }.
client-emergency-waits = تجري مراجعة ذلك.
client-emergency-right = رُوجع في { $a }: كان ذلك صحيحاً.
client-emergency-wrong = رُوجع في { $a }: لم يكن ذلك صحيحاً. اسأل مسؤول حماية البيانات عمّا يترتب عليه.
client-counsellor = المستشار
client-counsellor-assign = تعيين
client-counsellor-change = تغيير
entry-restricted-masked = يمكنك أن تعرف أنه موجود، لا ما يقوله ولا لمن هو. اسأل مستشار الشخص.
rule-no-rule = لا توجد قاعدة تسمح لهذا الدور بذلك.
rule-budget = كان هذا أكثر مما يجوز عرضه من الأشخاص في يوم واحد.
rule-protected = الملف محمي: يُفتح لمن سُمّوا فقط.
rule-only-ones-own = يفتح الباحث عن عمل ملفه فقط.
rule-no-relation = يُفتح الملف لمن تعمل مؤسسته مع صاحبه.
rule-say-why = يُفتح الملف لمن يعمل مع صاحبه أو لمن يقول السبب.
rule-close = هذا لعدد قليل من القراء: لمن يعمل مع الشخص.
rule-notes = الملاحظات السرية لمن يقدّم المشورة.
rule-purpose = فُتح الملف لغرض لا يحتاج إلى هذا.
ask-counsellor = اسأل مستشار الشخص.
ask-manager = اسأل المدير.
ask-protection = اسأل مسؤول حماية البيانات.

## بياناتي
nav-my-data = بياناتي
my-data-lead = من يقرأ ملفك، ولماذا يجوز له ذلك، وما يمكنك إيقافه.
my-data-read = من قرأه
my-data-can-read = من يستطيع قراءة ماذا
my-data-health = الملاحظات الصحية تقرؤها الجهة التي كتبتها ولا أحد غيرها. ويقرأ مستشارك ما يترتب عليها للعمل، حيث تذكر الجهة ذلك.
my-data-emergency = في حالة طارئة يجوز لشخص أن يفتح ملفك أربع ساعات. تراه هنا، وتتم مراجعته.
my-data-nobody = لم يفتح أحد ملفك بعد.
my-data-why = من أجل { $a }
my-data-all = { $n ->
    [zero] القائمة الكاملة مع كل ما رُفض
    [one] القائمة الكاملة: فتحة واحدة ({ $n }) وكل ما رُفض
    [two] القائمة الكاملة: فتحتان ({ $n }) وكل ما رُفض
    [few] القائمة الكاملة: { $n } فتحات وكل ما رُفض
    [many] القائمة الكاملة: { $n } فتحة وكل ما رُفض
   *[other] القائمة الكاملة: { $n } فتحة وكل ما رُفض
  }
read = شيئًا عنك
read-see-client = صفحتك: من أنت ووضعك وتاريخك
read-see-links = لماذا سجلاتك لشخص واحد
read-find-clients = اسمك في قائمة نتائج بحث
read-register-client = اسمك عند تسجيل شخص
read-see-matches = اسمك لمعرفة ما إذا كان سجلان لك
read-answer-questions = اسمك للإجابة عن سؤال حول سجلاتك
read-see-consents = ما تشاركه ومع من
read-record-consent = سجّل ما قلته عن المشاركة
read-assign-counsellor = من هو مستشارك
read-open-in-emergency = فتح ملفك في حالة طارئة
read-state-purpose = ذكر سبب فتح ملفك
client-not-shared = لم يعد الشخص يشارك «{ $a }» مع مؤسستك منذ { $b }. اسأله أو اسأل مستشاره في خدمة التوظيف.
act-see-consents = ما تتم مشاركته
act-record-consent = تغيير المشاركة
rule-not-shared = لا يشارك العميل هذا مع مؤسستك.
rule-without-ground = ليس لمؤسستك أساس قانوني لقراءة هذا.

## A copy of everything
act-take-copy = نسخة من كل شيء
read-take-copy = نسخة من كل ما يخصك، لأنك طلبتها
copy-take = خذ نسخة من كل شيء الآن
copy-make = أعدّ النسخة
copy-title = نسخة من كل شيء
copy-lead = ما يُحفظ في Throughline كما هو في { $a }.
copy-print = للحصول عليها على الورق اطبع هذه الصفحة.
copy-file = احفظها ملفًا للآلات
copy-hand-over = سُلّمت: أغلق الطلب
copy-about = ما هذا
copy-nothing = لا يُحفظ شيء من هذا النوع.
copy-left = ما لم يُدرج، ولماذا
copy-worker = شخص يعمل لدى { $a }
copy-another-person = شخص آخر
copy-by-oneself = الشخص نفسه
copy-by-program = البرنامج
copy-section-identity = من أنت، كما تقول كل خدمة
copy-section-history = ما حدث
copy-section-links = لماذا السجلات لك
copy-section-decisions = ما قرره الناس بشأن سجلاتك
copy-section-relations = من يرشدك ومن في فريق حالتك
copy-section-meetings = مواعيد مقابلاتك وما جرى فيها
copy-section-consents = ما قلته عن المشاركة
copy-section-requests = ما طلبته
copy-section-emergencies = فتح الملف في حالة طوارئ
copy-section-looked = من اطّلع
copy-section-wrong = ما قلت إنه يبدو خاطئًا
copy-section-marks = معلّم كشخص معروف
copy-section-account = حسابك
copy-why-identity = لمعرفة من أنت. يأتي من ملفات الخدمات ومن التسجيل، ويقرؤه من تسمح له القواعد بفتح ملفك.
copy-why-history = لمساعدتك معًا. يأتي من الخدمات ومما يكتبه الموظفون، ويقرؤه من تسمح له القواعد بحسب النوع والمستوى.
copy-why-links = ليكون تاريخك واحدًا. يأتي من مقارنة السجلات ومن قرارات الناس.
copy-why-decisions = كي لا تختلط سجلات أحد، وكي يُحمى من هو في خطر. تظهر الكلمات هنا حين تخص سجلاتك وحدك.
copy-why-relations = ليعرف الجميع من يقف إلى جانبك. يأتي من المديرين ومن مستشارك ومن التسجيل.
copy-why-meetings = كي لا يُنسى أحد. يأتي ممن يعملون معك في الخدمة؛ أما ما قيل فهو فيما حدث.
copy-why-consents = ليمكن إثبات ما وافقت عليه. يأتي منك، أو ممن دوّن ما قلته.
copy-why-requests = ليصلك ردك في موعده. تقرؤه أنت ومسؤول حماية البيانات.
copy-why-emergencies = ليُراجَع كل فتح في حالة طوارئ لاحقًا.
copy-why-looked = ليمكن التحقق من الالتزام بالقواعد. تقرؤه أنت ومسؤول حماية البيانات؛ ولا يُغيَّر أبدًا.
copy-why-wrong = ليُنظر فيما يبدو خاطئًا. تقرؤه أنت ومسؤول حماية البيانات.
copy-why-marks = ينظر مسؤول حماية البيانات في كل فتح لمثل هذا الملف.
copy-why-account = لتتمكن من الدخول.
copy-left-names = أسماء من يعملون هنا: يظهر دورهم ومؤسستهم بدلًا منها فيما كُتب. أما في «من اطّلع» فتظهر أسماؤهم.
copy-left-people = أشخاص آخرون: حين يذكر نص شخصًا آخر معروفًا هنا، يُكتب «شخص آخر».
copy-left-others = سجلات آخرين بدت مثل سجلاتك، وأسئلة عنها: قد تدل على أشخاص آخرين.
copy-left-staff = من ينوب عن من، وما قرأه الموظفون، وكم شخصًا عُرض عليهم اليوم: هذا يخصهم.
copy-left-drafts = ما كتبه شخص عن مقابلة ولم يحفظه: ليس شيئًا بعد، ولا يقرؤه إلا من كتبه.
copy-left-program = ما يحتاجه البرنامج لنفسه: إلى أين وصل، وأي الملفات وصلت ومتى.
copy-left-secrets = المفاتيح وكلمات المرور والرموز: تُحفظ بحيث لا يقرؤها أحد.
copy-left-search = الكلمات التي يُعثر بها على الشخص وتُقارن بها السجلات: مصنوعة مما هو هنا، ولا تزيد عليه.
copy-left-rows = صفوف من ملفات لم تُفهم وتنتظر: لم يقل أحد بعد لمن هي. اسأل مسؤول حماية البيانات هل يوجد منها ما قد يخصك.
copy-left-figures = أرقام عن مدى صحة الروابط: لا تسمّي أحدًا.
copy-organisation = المؤسسة
copy-key = الرقم هناك
copy-version = النسخة
copy-true-on = صحيح في
copy-received = استُلم
copy-number = الرقم
copy-kind = النوع
copy-from = من
copy-to = إلى
copy-text = النص
copy-recorded = سُجّل
copy-by = بواسطة
copy-ended-by = أنهاه
copy-level = الحساسية، من 0 إلى 4
copy-corrects = يصحّح الرقم
copy-source = من أين جاء
copy-linked = رُبط
copy-bits = مدى التأكد، بالبت
copy-reason = السبب
copy-decision = القرار
copy-decided = تقرّر
copy-second = وافق عليه
copy-taken-back = سُحب
copy-counsellor = المرشد
copy-team = في فريق حالتك
copy-part = الدور
copy-begins = تبدأ
copy-minutes = الدقائق
copy-held-how = كيف تُعقد
copy-held-by = يعقدها
copy-what-came = ما جرى فيها
copy-since = منذ
copy-until = حتى
copy-said = قيل
copy-when = متى
copy-how = كيف
copy-asked = المطلوب
copy-due = الموعد
copy-put-off = سبب التأجيل
copy-outcome = النتيجة
copy-answered = رُدّ عليه
copy-answer = الرد
copy-who = من
copy-what = ماذا
copy-parts = أي جزء
copy-purpose = لأي غرض
copy-ground = على أي أساس
copy-rule = القاعدة
copy-provider = خدمة دخول أخرى
copy-provider-name = اسمك لديها
copy-sign-in = اسم الدخول
copy-name = الاسم
copy-language = اللغة
copy-last-used = آخر استخدام
copy-device = الجهاز
copy-address = العنوان الذي جاء منه
copy-decision-same = سجلان لشخص واحد
copy-decision-different = سجلان لشخصين
copy-decision-unlinked = أُخرج سجل
copy-decision-split = أُخرجت سجلات معًا
copy-decision-disputed = قيمة تخص غالبًا شخصًا آخر
copy-decision-withdrawn = سحب المصدر سجلًا
copy-decision-protected = حُمي الملف
copy-decision-taken-back = سُحب قرار
copy-said-given = نعم
copy-said-refused = لا
copy-said-withdrawn = ليس بعد الآن
copy-review-right = كان صوابًا
copy-review-wrong = لم يكن صوابًا
copy-access-granted = عُرض
copy-access-refused = رُفض
field-street = الشارع
field-house = رقم المنزل
field-unit = الشقة
field-postcode = الرمز البريدي
entry-statement = يقول الشخص:
entry-put-right = هذا خطأ: اطلب تصحيحه
client-restricted = استخدام هذا الملف مقيَّد بطلب من الشخص. ما كُتب محفوظ، ولا يُعرض إلا بموافقته أو في حالة الطوارئ. اسأل الشخص أو مسؤول حماية البيانات.
copy-kept = { $n ->
    [0] لا يُحفظ أطول من الحاجة إليه.
    [one] يُحفظ سنة واحدة بعد انتهائه.
    [two] يُحفظ سنتين بعد انتهائه.
    [few] يُحفظ { $n } سنوات بعد انتهائه.
   *[other] يُحفظ { $n } سنة بعد انتهائه.
  }
copy-section-breaches = خروقات عنتك
copy-why-breaches = لتعرف ما حدث لبياناتك. تقرؤه أنت ومسؤول حماية البيانات.
copy-noticed = لوحظ
copy-section-releases = ما أُتيح حين طلبه آخرون
copy-why-releases = ليقرأ آخرون يساعدونك جزءًا من ملفك لمدة، ولترى من هم. تقرؤه أنت ومستشارك ومن طلب.
copy-guest = ضيف
copy-release-approved = أُتيح
copy-release-narrowed = قُلّص
copy-release-refused = رُفض
copy-release-ended = أُنهي
copy-release-withdrawn = لم يعد مطلوبًا

# المحو والحفظ
act-erase-client = المحو: معاينة وطلب وحجز قانوني
act-agree-erasure = المحو: الشخص الثاني
act-purge = إزالة ما انتهى وقته
erasures-title = عمليات المحو
erasures-lead = شخصان يمحوان: واحد يطلب وآخر يوافق. ما ينتظر يأتي أولًا.
erasures-none = لم يُمحَ أحد
erasures-none-officer = لمحو شخص افتح طلبه للمحو، أو انظر في صفحة الحفظ من انتهى وقته.
erasures-none-text = عندما يطلب مسؤول حماية البيانات محوًا يظهر هنا لتوافق أو لا.
erasures-more = عمليات محو أخرى
erasure-of = محو طُلب في { $a }
erasure-waits = ينتظر من يوافق
erasure-settled = تم البت فيه
erasure-people = { $n ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $n } أشخاص
    [many] { $n } شخصًا
   *[other] { $n } شخص
  }
erasure-wished-by = طلبه { $a }
erasure-why = السبب
erasure-why-not-needed = لم تعد لازمة لما حُفظت له (المادة 17(1)(أ))
erasure-why-consent-withdrawn = سُحبت الموافقة التي تقوم عليها (ب)
erasure-why-objection = اعترض الشخص ولا شيء يرجح على اعتراضه (ج)
erasure-why-unlawful = حُفظت بلا أساس (د)
erasure-why-duty = قانون يوجب المحو (هـ)
erasure-why-child = جُمعت من طفل عبر الإنترنت (و)
erasure-why-time-over = انتهى الوقت المذكور في السجل
erasure-choose = اختر
erasure-say-why = قل لماذا يُمحى هذا الشخص: اختر أحد أسباب المادة 17.
erasure-say-outcome = قل هل توافق: استعمل أحد الزرين.
erasure-title = محو كل ما يخص شخصًا
erasure-preview = ما الذي سيُمحى
erasure-is-held = يسري حجز قانوني: لا يُمحى شيء حتى ينتهي.
erasure-held-by = لا يُمحى شيء: يسري حجز قانوني منذ { $a }، «{ $b }». أنهه أولًا أو انتظر حتى ينتهي.
erasure-goes = { $n ->
    [zero] لن يُمحى أي صف
    [one] سيُمحى صف واحد
    [two] سيُمحى صفان
    [few] ستُمحى { $n } صفوف
    [many] سيُمحى { $n } صفًا
   *[other] سيُمحى { $n } صف
  }
erasure-goes-text = جرّب البرنامج ذلك الآن وتراجع عنه؛ هذه ليست تقديرات. ما يُمحى لا يعود.
erasure-table = الصفوف التي تُمحى حسب فئات السجل
erasure-class = ماذا
erasure-rows = الصفوف
erasure-stays = ما يبقى ولماذا
erasure-stays-log = { $n ->
    [zero] ليس في سجل الاطلاع سطر عن هذا الشخص.
    [one] سطر واحد في سجل الاطلاع يقول من اطلع ولا يقول شيئًا مما كُتب. يُزال عندما ينتهي وقته.
    [two] سطران في سجل الاطلاع يقولان من اطلع ولا يقولان شيئًا مما كُتب. يُزالان عندما ينتهي وقتهما.
    [few] { $n } أسطر في سجل الاطلاع تقول من اطلع ولا تقول شيئًا مما كُتب. تُزال عندما ينتهي وقتها.
    [many] { $n } سطرًا في سجل الاطلاع تقول من اطلع ولا تقول شيئًا مما كُتب. تُزال عندما ينتهي وقتها.
   *[other] { $n } سطر في سجل الاطلاع تقول من اطلع ولا تقول شيئًا مما كُتب. تُزال عندما ينتهي وقتها.
  }
erasure-stays-certificate = شهادة: متى ولماذا ومن طلب ومن وافق وكم صفًا. لا تسمي أحدًا.
erasure-stays-decisions = قرارات تقول شيئًا عن سجلات أشخاص آخرين أيضًا، وخروقات البيانات التي لا تسمي أحدًا.
erasure-stays-sources = ما تحفظه هذه الجهات بنفسها: { $a }. أخبر كلًا منها (المادة 19)؛ وما ترسله عن هذا الشخص من الآن لا يُؤخذ.
erasure-wish = طلب المحو
erasure-wish-text = إن كان الشخص قد طلب ذلك فأجب عن طلبه أولًا: بعد المحو لا يستطيع الدخول ولا يبقى ما يُكتب إليه به. ثم يجب أن يوافق أمين البيانات أو مسؤول آخر.
erasure-asked = الشخص يطلب ذلك وينتظر الرد.
erasure-take-back = لم أعد أطلب ذلك
erasure-wish-do = طلب المحو
erasure-already = طُلب المحو وينتظر من يوافق.
erasure-see = عرض
erasure-held-first = ليس ما دام الحجز القانوني ساريًا.
said-erasure-wished = طُلب المحو. يجب أن يوافق شخص آخر قبل أن يُمحى شيء.
said-erasure-settled = تم. ما آل إليه الأمر لكل شخص مذكور أدناه.
said-erasure-declined = لم يُمحَ شيء. من رفض ومتى مذكور أدناه.
said-erasure-let-in = يجوز للجهات أن تسمي الشخص من جديد. الملف التالي يأتي به شخصًا جديدًا.
said-hold-set = الحجز القانوني سارٍ.
said-hold-ended = انتهى الحجز القانوني.
holds-title = الحجوز القانونية
holds-none = لا قانون يوجب حفظ شيء عن هذا الشخص.
hold-says = ما يجب حفظه ولماذا: المحكمة ورقم الملف أو السلطة
hold-say-why = قل لأي شيء الحجز: المحكمة ورقم الملف أو السلطة.
hold-do = وضع حجز قانوني
hold-set-by = سارٍ منذ { $a }، وضعه { $b }.
hold-ended-by = أنهاه { $b } في { $a }.
hold-end-do = إنهاء هذا الحجز
erasure-one = عملية محو
erasure-certificate = شهادة محو
erasure-waiting = { $n ->
    [zero] لا أحد ينتظر المحو
    [one] شخص واحد ينتظر المحو
    [two] شخصان ينتظران المحو
    [few] { $n } أشخاص ينتظرون المحو
    [many] { $n } شخصًا ينتظرون المحو
   *[other] { $n } شخص ينتظرون المحو
  }
erasure-records = { $n ->
    [zero] لا سجل
    [one] سجل واحد
    [two] سجلان
    [few] { $n } سجلات
    [many] { $n } سجلًا
   *[other] { $n } سجل
  }
erasure-unknown = شخص لم يعد هنا
erasure-agree-text = إن وافقت مُحي كل ما حُفظ عنهم فورًا ولا يعود. ومن تغير ملفه منذ فتحت هذه الصفحة لا يُمحى.
erasure-agree-do = أوافق: امحُ
erasure-decline-do = لا أوافق
erasure-second-person = طلبت هذا المحو بنفسك: يجب أن يوافق أمين البيانات أو مسؤول آخر.
erasure-outcome-erased = مُحي
erasure-outcome-declined = لم يُوافق عليه
erasure-outcome-held = بقي: حجز قانوني
erasure-outcome-changed = بقي: تغير الملف
erasure-done = { $n ->
    [zero] لم يُمحَ أحد
    [one] مُحي شخص واحد
    [two] مُحي شخصان
    [few] مُحي { $n } أشخاص
    [many] مُحي { $n } شخصًا
   *[other] مُحي { $n } شخص
  }
erasure-done-text = أُزيل كل ما حُفظ من جميع الجداول وأُتلفت المفاتيح التي ختمته. الإشارة بجانب كل سطر موجودة في سجل الاطلاع أيضًا ولا تدل على أحد.
erasure-let-in-title = إذا عادوا
erasure-let-in-text = ما ترسله الجهات عمن مُحي لا يُؤخذ. إذا عاد شخص ويجب أن يُساعد من جديد فأدخله: الملف التالي يأتي به ولا شيء مما سبق.
erasure-let-in-do = إدخالهم من جديد
retention-title = الحفظ
retention-lead = { $n ->
    [zero] ما انتهى وقته حسب السجل. يُذكر الأشخاص فور انقطاع أخبارهم.
    [one] ما انتهى وقته حسب السجل. يُذكر الأشخاص بعد سنة من آخر خبر عنهم.
    [two] ما انتهى وقته حسب السجل. يُذكر الأشخاص بعد سنتين من آخر خبر عنهم.
    [few] ما انتهى وقته حسب السجل. يُذكر الأشخاص بعد { $n } سنوات من آخر خبر عنهم.
    [many] ما انتهى وقته حسب السجل. يُذكر الأشخاص بعد { $n } سنة من آخر خبر عنهم.
   *[other] ما انتهى وقته حسب السجل. يُذكر الأشخاص بعد { $n } سنة من آخر خبر عنهم.
  }
retention-due = من انتهى وقتهم
retention-none = لم ينتهِ وقت أحد. لا يُذكر من له فترة مفتوحة أو مرشد أو فريق حالة أو طلب مفتوح أو حجز قانوني.
retention-last = ذكرته جهة آخر مرة في { $a }
retention-wish-text = يجب أن يوافق شخص آخر قبل أن يُمحى شيء. ومن يصل خبر عنه حتى ذلك الحين يبقى.
retention-wish-do = { $n ->
    [zero] لا أحد لطلب محوه
    [one] طلب محو هذا الشخص
    [two] طلب محو هذين الشخصين
    [few] طلب محو هؤلاء الـ{ $n } أشخاص
    [many] طلب محو هؤلاء الـ{ $n } شخصًا
   *[other] طلب محو هؤلاء الـ{ $n } شخص
  }
retention-more = أشخاص آخرون
retention-classes = كيف ينتهي كل شيء
retention-kept = مدة الحفظ
retention-years = { $n ->
    [zero] حتى ذلك
    [one] سنة واحدة
    [two] سنتان
    [few] { $n } سنوات
    [many] { $n } سنة
   *[other] { $n } سنة
  }
retention-end = كيف ينتهي
retention-end-person = مع الشخص: شخصان يمحوان
retention-end-rows = صفًا صفًا، من تلقاء نفسه، كل يوم
retention-end-front = سطرًا سطرًا من أوله، تلقائيًا، كل يوم؛ وما يحجزه القانون يبقى، وكل ما بعده
retention-end-itself = ينساه البرنامج عرضًا
retention-end-by-hand = لا ينهيه البرنامج بعد
retention-over = انتهى الآن
copy-section-erasures = المحو وما يحول دونه
copy-why-erasures = لتعرف هل أراد أحد محو ملفك وما الذي يمنع محوه. يقرؤه مسؤول حماية البيانات وأمناء البيانات.
copy-hold = حجز قانوني

## تصدير سجل الاطلاع

act-wish-log-export = تصدير سجل الاطلاع كله: الطلب والاستلام
act-agree-log-export = تصدير سجل الاطلاع كله: الشخص الثاني
log-exports-title = تصدير السجل
log-exports-lead = لا يخرج سجل الاطلاع كله ملفًا إلا إذا أراد ذلك شخصان.
log-export-wish = طلب تصدير
log-export-wish-text = اذكر الغرض، مثل فحص تجريه سلطة حماية البيانات. يجب أن يوافق أمين بيانات أو مسؤول حماية آخر.
log-export-reason = الغرض منه
log-export-not-yet = لم يُطلب شيء بعد
log-export-no-reason = اذكر الغرض من التصدير.
log-export-wish-do = اطلب التصدير
log-exports-none = لم يُصدَّر السجل
log-exports-none-text = هنا يظهر ما طُلب، وما صدّره أحدهم عند الجهاز نفسه.
log-exports-more = عمليات تصدير أخرى
log-export-one = تصدير للسجل
log-export-of = تصدير بتاريخ { $a }
log-export-by = طلبه { $a }
log-export-outcome-waits = ينتظر موافقة شخص آخر
log-export-outcome-agreed = تمت الموافقة
log-export-outcome-declined = رُفض
log-export-outcome-withdrawn = سُحب الطلب
log-export-outcome-machine = أُجري عند الجهاز، من شخص واحد
log-export-machine-text = أُجري بالأمر «audit export» على يد شخص لديه مفاتيح الجهاز. اسأل من هو، ولماذا.
log-export-lines = { $n ->
    [zero] لا أسطر
    [one] سطر واحد
    [two] سطران
    [few] { $n } أسطر
    [many] { $n } سطرًا
   *[other] { $n } سطر
  }
log-export-speak = ينتظر شخصًا ثانيًا
log-export-second-person = أنت من طلبه: يجب أن يوافق شخص آخر.
log-export-agree-text = { $n ->
    [zero] إذا وافقت، جاز لمن طلبه أن يأخذ السجل حتى هذه اللحظة. لا ترى بموافقتك شيئًا من السجل.
    [one] إذا وافقت، جاز لمن طلبه أن يأخذ السجل حتى هذه اللحظة، لمدة ساعة واحدة. لا ترى بموافقتك شيئًا من السجل.
    [two] إذا وافقت، جاز لمن طلبه أن يأخذ السجل حتى هذه اللحظة، لمدة ساعتين. لا ترى بموافقتك شيئًا من السجل.
    [few] إذا وافقت، جاز لمن طلبه أن يأخذ السجل حتى هذه اللحظة، لمدة { $n } ساعات. لا ترى بموافقتك شيئًا من السجل.
    [many] إذا وافقت، جاز لمن طلبه أن يأخذ السجل حتى هذه اللحظة، لمدة { $n } ساعة. لا ترى بموافقتك شيئًا من السجل.
   *[other] إذا وافقت، جاز لمن طلبه أن يأخذ السجل حتى هذه اللحظة، لمدة { $n } ساعة. لا ترى بموافقتك شيئًا من السجل.
  }
log-export-agree-do = أوافق
log-export-decline-do = لا أوافق
log-export-withdraw-do = لم أعد أريده
log-export-take = استلام الملف
log-export-take-text = حتى { $a }. كل جزء تأخذه سطر في سجل الاطلاع. تُجمع الأجزاء بحسب أرقامها في ملف واحد، ويُفحص بالأمر «audit verify --export».
log-export-part = { $n ->
   *[other] الجزء { $n }
  }
said-log-export-wished = طُلب التصدير. يجب أن يوافق شخص آخر.
said-log-export-agreed = تمت الموافقة. يجوز الآن لمن طلبه أن يأخذ الملف.
said-log-export-declined = لن يُجرى التصدير.
caseload-elsewhere = أبلغ عنه آخرون
caseload-title = الحالات لديّ
caseload-of-most = من { $a } على الأكثر
caseload-too-many = أكثر مما يكفي لشخص واحد
caseload-as-file = كملف (CSV)
caseload-views = من يُعرض
caseload-orders = بأي ترتيب
caseload-view-all = الجميع
caseload-view-needs = يحتاجون إلى شيء
caseload-view-late = شيء متأخر
caseload-view-contact = يجب لقاؤهم
caseload-view-no-agreement = بلا اتفاق سارٍ
caseload-view-intensive = متابعة مكثفة
caseload-order-urgent = الأكثر إلحاحًا أولًا
caseload-order-name = حسب الاسم
caseload-order-weeks = الأطول بلا عمل أولًا
caseload-order-met = الأطول بلا لقاء أولًا
caseload-none = لا أحد في هذا العرض.
caseload-show-all = عرض الجميع
caseload-name = الاسم
caseload-weeks = أسابيع بلا عمل
caseload-track = المتابعة
caseload-met = آخر لقاء
caseload-next = المقابلة التالية
caseload-needs = يحتاج
caseload-nothing = لا شيء الآن
caseload-not-out-of-work = ليس بلا عمل
caseload-not-assessed = بلا تقييم بعد
caseload-never-met = لم يحدث بعد
caseload-no-agreement = لا يوجد
caseload-review = المراجعة { $a }
caseload-restricted = استخدام هذا الملف مقيّد: لا يُحسب منه شيء.
my-day-title = يومي
my-day-waiting = { $n ->
    [zero] { $n } مقابلة تنتظر كلمة عما جرى فيها
    [one] مقابلة واحدة تنتظر كلمة عما جرى فيها
    [two] مقابلتان تنتظران كلمة عما جرى فيهما
    [few] { $n } مقابلات تنتظر كلمة عما جرى فيها
    [many] { $n } مقابلة تنتظر كلمة عما جرى فيها
   *[other] { $n } مقابلة تنتظر كلمة عما جرى فيها
}
my-day-today = { $n ->
    [zero] لا مقابلات أخرى اليوم
    [one] مقابلة واحدة اليوم
    [two] مقابلتان اليوم
    [few] { $n } مقابلات اليوم
    [many] { $n } مقابلة اليوم
   *[other] { $n } مقابلة اليوم
}
my-day-no-meeting = لا توجد مقابلة مخطط لها.
my-day-no-more-today = لا شيء آخر مخطط له اليوم.
my-day-next = التالية:
my-day-drafts = { $n ->
    [zero] { $n } مسودة
    [one] مسودة واحدة
    [two] مسودتان
    [few] { $n } مسودات
    [many] { $n } مسودة
   *[other] { $n } مسودة
}
my-day-needs = { $n ->
    [zero] لا أحد يحتاج إليك
    [one] شخص واحد يحتاج إليك
    [two] شخصان يحتاجان إليك
    [few] { $n } أشخاص يحتاجون إليك
    [many] { $n } شخصًا يحتاجون إليك
   *[other] { $n } شخص يحتاجون إليك
}
my-day-no-clients = لست مستشار أحد بعد. يعيّن لك المدير أشخاصًا، ومن تسجّله يكون لك.
my-day-nobody-needs = { $n ->
    [zero] لا ترشد أحدًا.
    [one] ترشد شخصًا واحدًا. قوبل في وقته ولا اتفاق مستحق.
    [two] ترشد شخصين. قوبلا في وقتهما ولا اتفاق مستحق.
    [few] ترشد { $n } أشخاص. قوبلوا جميعًا في وقتهم ولا اتفاق مستحق.
    [many] ترشد { $n } شخصًا. قوبلوا جميعًا في وقتهم ولا اتفاق مستحق.
   *[other] ترشد { $n } شخص. قوبلوا جميعًا في وقتهم ولا اتفاق مستحق.
}
my-day-covering = نيابة عن { $a }
my-day-late = متأخر
my-day-need-contact = يجب أن يُقابَل حتى { $a }.
my-day-need-contact-late = كان يجب أن يُقابَل حتى { $a }.
my-day-need-agreement = لا يوجد اتفاق؛ وهو مستحق حتى { $a }.
my-day-need-agreement-late = لا يوجد اتفاق؛ وكان مستحقًا حتى { $a }.
my-day-need-assessment = لا يوجد تقييم متعمق؛ وهو مستحق حتى { $a }.
my-day-need-assessment-late = لا يوجد تقييم متعمق؛ وكان مستحقًا حتى { $a }.
my-day-need-reassessment = يجب تجديد التقييم حتى { $a }.
my-day-need-reassessment-late = كان يجب تجديد التقييم حتى { $a }.
my-day-need-signature = ما عُرض يجب أن يوقّعه الطرفان حتى { $a }.
my-day-need-review = تجب مراجعة الاتفاق في { $a }.
my-day-need-review-late = كانت مراجعة الاتفاق واجبة في { $a }.
my-day-need-promise-late = كانت خطوة منا مستحقة حتى { $a }.
my-day-need-step-late = كانت خطوة من الشخص مستحقة حتى { $a }.
client-agreed = هناك اتفاق سارٍ.
client-agreement = الاتفاق
client-agreement-client = التالي للشخص: { $a }، حتى { $b }
client-agreement-provider = التالي لنا: { $a }، حتى { $b }
client-agreement-nothing = لا شيء معلّق.
my-day-draft-meeting = مقابلة
my-day-draft-assessment = تقييم
my-day-draft-agreement = اتفاق
my-day-last-met = آخر مقابلة في { $a }.
my-day-never-met = لا تُعرف له مقابلة.
my-day-more = { $n ->
    [zero] لا أحد غيرهم
    [one] اعرض شخصًا آخر يحتاج إليك
    [two] اعرض شخصين آخرين يحتاجان إليك
    [few] اعرض { $n } آخرين يحتاجون إليك
    [many] اعرض { $n } آخرين يحتاجون إليك
   *[other] اعرض { $n } آخرين يحتاجون إليك
}
client-meetings = المقابلات
client-next-meeting = المقابلة التالية
client-no-meeting = لا شيء مخطط له
client-met-by = تُعقد مقابلة حتى { $a }
client-met-late = كان يجب أن تُعقد مقابلة حتى { $a }
client-news = { $n ->
    [zero] لا جديد منذ اطلاعك الأخير
    [one] إدخال جديد واحد منذ اطلاعك الأخير
    [two] إدخالان جديدان منذ اطلاعك الأخير
    [few] { $n } إدخالات جديدة منذ اطلاعك الأخير
    [many] { $n } إدخالًا جديدًا منذ اطلاعك الأخير
   *[other] { $n } إدخال جديد منذ اطلاعك الأخير
}
client-news-on = كان اطلاعك الأخير في { $a }.
entry-new = جديد
