# Finding people, their fields, and match review.
find-title = ابحث عن شخص
find-label = الاسم أو تاريخ الميلاد أو الهاتف أو الرقم أو البريد الإلكتروني
find-hint = بأي ترتيب أو تهجئة أو أبجدية. كل بحث يُسجَّل، وكذلك كل شخص يظهر فيه.
find-start = اكتب اسمًا أو تاريخ ميلاد أو آخر أرقام الهاتف. إضافة سنة الميلاد بجانب الاسم مفيدة: «lakatos 88».
find-count = { $n ->
    [one] عُثر على شخص واحد
    [two] عُثر على شخصين
    [few] عُثر على { $n } أشخاص
    [many] عُثر على { $n } شخصًا
   *[other] عُثر على { $n } شخص
 }
find-for = للبحث عن «{ $a }»
find-nobody = لا يوجد شخص مطابق
find-nobody-fewer = اكتب كلمات أقل: اسم العائلة وحده يعطي نتائج أكثر.
find-nobody-number = جرّب آخر أرقام الهاتف أو رقم الحالة، أو تاريخ الميلاد.
find-nobody-feed = إذا كانت جهة شريكة تعرف هذا الشخص، فربما لم يصل ملفها بعد. اسأل أمين البيانات.
find-born = تاريخ الميلاد: { $a }
find-why-name = الاسم «{ $a }»
find-why-begins = يبدأ كما كُتب: «{ $a }»
find-why-spelt = تهجئة مختلفة قليلًا: «{ $a }»
find-why-form = صيغة أخرى للاسم: «{ $a }»
find-why-born = تاريخ الميلاد نفسه{ $a }
find-why-born-in = سنة الميلاد نفسها{ $a }
find-why-number = نهاية الرقم نفسها{ $a }
find-why-email = البريد الإلكتروني نفسه{ $a }
field-given_name = الاسم الأول
field-family_name = اسم العائلة
field-full_name = الاسم الكامل
field-former_name = الاسم السابق
field-birth_date = تاريخ الميلاد
field-sex = الجنس
field-national_id = الرقم الشخصي
field-phone = الهاتف
field-email = البريد الإلكتروني
field-city = البلدة
field-address = العنوان
field-language = اللغة
field-interpreter = مترجم فوري
sex-woman = امرأة
sex-man = رجل
sex-other = غير ذلك
yes = نعم
no = لا
matches-title = مراجعة التطابق
matches-open = { $n ->
    [zero] لا توجد أزواج سجلات مفتوحة.
    [one] زوج واحد من السجلات قد يعود إلى شخص واحد، وهو بانتظارك.
    [two] زوجان من السجلات قد يعود كل منهما إلى شخص واحد، وهما بانتظارك، والأشد ضررًا أولًا.
    [few] { $n } أزواج من السجلات قد يعود كل منها إلى شخص واحد، وهي بانتظارك، والأشد ضررًا أولًا.
    [many] { $n } زوجًا من السجلات قد يعود كل منها إلى شخص واحد، وهي بانتظارك، والأشد ضررًا أولًا.
   *[other] { $n } زوج من السجلات قد يعود كل منها إلى شخص واحد، وهي بانتظارك، والأشد ضررًا أولًا.
 }
matches-first = ابدأ بالأول
matches-none = لا توجد أزواج سجلات مفتوحة
matches-none-text = عندما يُحتمل أن يعود سجلان إلى شخص واحد ولا تكفي الأدلة، يظهران هنا. لا يُربط شيء في هذا النطاق من دون قرارك.
matches-and = و
matches-waiting = بدأ الانتظار: { $a }
matches-bits = { "\u200E" }{ $a } بت
matches-verdict-likely = الأرجح شخص واحد
matches-verdict-even = الاحتمالان واردان
matches-verdict-unlikely = الأرجح شخصان
matches-question = هل هما شخص واحد؟
matches-one-pair = زوج واحد من السجلات
matches-side = جنبًا إلى جنب
matches-side-hint = القيم كما أرسلها كل مصدر
matches-agreement = التوافق
matches-not-given = غير مذكور
matches-agree-same = مطابق
matches-agree-close = متقارب
matches-agree-differs = مختلف
matches-agree-missing = لا شيء للمقارنة
matches-for-and-against = ما يؤيد وما يعارض
matches-prior = قبل النظر: أزواج السجلات التي تعود إلى شخص واحد قليلة
matches-start = البداية
matches-line = { $a }: { $b }
matches-together = المجموع
matches-compared-given_name = الاسم الأول
matches-compared-family_name = اسم العائلة
matches-compared-middle_name = الاسم الثاني
matches-compared-birth_date = تاريخ الميلاد
matches-compared-sex = الجنس
matches-compared-national_id = الرقم الشخصي
matches-compared-phone = الهاتف
matches-compared-email = البريد الإلكتروني
matches-compared-address = العنوان
matches-compared-source = الجهة
matches-level-missing = لا شيء للمقارنة
matches-level-same = مطابق تمامًا
matches-level-form = صيغتان لاسم واحد
matches-level-near = التهجئة نفسها تقريبًا
matches-level-swapped = تبادل الاسم الأول واسم العائلة موضعيهما
matches-level-other_name = الاسم الأول في أحدهما هو الاسم الثاني في الآخر
matches-level-contained = أحدهما جزء من الآخر
matches-level-similar = متشابهان
matches-level-initial = الحرف الأول متوافق
matches-level-loose = متشابهان قليلًا
matches-level-womans_other = مختلف، كما يحدث بعد الزواج
matches-level-different = مختلف
matches-level-day_month_swapped = تبادل اليوم والشهر موضعيهما
matches-level-one_slip = الفرق خطأ كتابة واحد
matches-level-two_slips = الفرق خطآن في الكتابة
matches-level-two_parts = اثنان من اليوم والشهر والسنة متوافقان
matches-level-same_year = السنة متوافقة
matches-level-age_agrees = العمر متوافق
matches-level-age_differs = العمر مختلف
matches-level-same_home = المسكن نفسه
matches-level-crowded_home = العنوان نفسه، ويشترك فيه كثيرون
matches-level-near_home = المسكن نفسه، مع تهجئة مختلفة للشارع
matches-level-other_flat = المبنى نفسه، لكن الشقة أو البلدة مختلفة
matches-level-same_house = رقم المبنى والرمز البريدي نفسهما
matches-level-same_street = الشارع نفسه
matches-level-same_postcode = الرمز البريدي نفسه
matches-level-same_place = البلدة نفسها
matches-level-one_source = كلاهما من جهة واحدة
matches-level-two_sources = من جهتين مختلفتين
matches-slightly-for = يؤيد قليلًا
matches-plainly-for = يؤيد
matches-strongly-for = يؤيد بقوة
matches-very-strongly-for = يؤيد بقوة شديدة
matches-slightly-against = يعارض قليلًا
matches-plainly-against = يعارض
matches-strongly-against = يعارض بقوة
matches-very-strongly-against = يعارض بقوة شديدة
matches-effect-back = لا يُنقل شيء ولا يُدمج. يمكنك التراجع عن ذلك في أي وقت، فيعود كل شيء كما كان تمامًا.
matches-decision = القرار
matches-note = ملاحظة، إذا أردت ذكر السبب
matches-same = الشخص نفسه
matches-two = شخصان
matches-later = قرّر لاحقًا
matches-undo = تراجع عن هذا
matches-say-which = اختر «الشخص نفسه» أو «شخصان» أو «اسأل المستشار» أو «قرّر لاحقًا».
said-match-same = السجلان الآن لمستفيد واحد.
said-match-different = يبقيان شخصين، مهما كانت نتائج العمليات اللاحقة.
said-match-later = يبقى زوج السجلات مفتوحًا.
said-unlinked = السجل الآن لمستفيد مستقل.
said-taken-back = تم التراجع. عاد كل شيء كما كان.
matches-month = آخر 30 يومًا: رُبط { $a }، وأُلغي { $b }.
matches-filter = أي الأزواج تُعرض
matches-by-harm = حسب الضرر
matches-by-organisation = حسب الجهة
matches-all = كل الأزواج
matches-left = { $n ->
    [zero] لا أزواج
    [one] زوج واحد
    [two] زوجان
    [few] { $n } أزواج
    [many] { $n } زوجًا
   *[other] { $n } زوج
 }
matches-filtered-out = لا يوجد زوج مطابق
matches-show-all = اعرض كل الأزواج
matches-pages = صفحات قائمة الانتظار
matches-previous = الأزواج السابقة
matches-next = الأزواج التالية
matches-lately = قرارات آخر 30 يومًا
matches-waits = بانتظار شخص ثانٍ
matches-waits-second = قرار بشأن هذا الزوج ينتظر شخصًا ثانيًا.
matches-waiting-second = { $n ->
    [zero] لا قرار بشأن شخص محمي ينتظر شخصًا ثانيًا
    [one] قرار واحد بشأن شخص محمي ينتظر شخصًا ثانيًا
    [two] قراران بشأن أشخاص محميين ينتظران شخصًا ثانيًا
    [few] { $n } قرارات بشأن أشخاص محميين تنتظر شخصًا ثانيًا
    [many] { $n } قرارًا بشأن أشخاص محميين تنتظر شخصًا ثانيًا
   *[other] { $n } قرار بشأن أشخاص محميين تنتظر شخصًا ثانيًا
 }
matches-whom = مَن يُسأل
matches-ask = اسأل المستشار
matches-say-whom = اختر المستشار الذي تريد أن تسأله.
matches-sees-more = مَن سيرى أكثر إذا صارا شخصًا واحدًا
matches-harm-grave = ضرر جسيم إن كان خطأ
matches-harm-serious = ضرر كبير إن كان خطأ
matches-harm-some = بعض الضرر إن كان خطأ
matches-harm-little = ضرر قليل إن كان خطأ
matches-harm-reads = سيتيح لـ { $c } قراءة ما كتبته { $a } ({ $b }).
matches-harm-exists = سيُعلم { $c } بأن لدى { $a } قيودًا ({ $b })، دون مضمونها.
matches-harm-knows = سيُعلم { $b } بأن { $a } تعرف هذا الشخص.
matches-harm-nobody = لن يرى أحد أكثر مما يراه الآن.
matches-harm-protected = أحدهما محمي: القرار لشخصين.
pair-short = باختصار
pair-called = الاسم في كليهما { $a }.
pair-nearly-called = الاسمان متطابقان تقريبًا: { $a } و{ $b }.
pair-otherwise-called = الاسمان مختلفان: { $a } و{ $b }.
pair-nameless = أحد السجلين بلا اسم.
pair-born-same = تاريخ الميلاد في كليهما { $a }.
pair-born-close = تاريخا الميلاد متقاربان: { $a } و{ $b }.
pair-born-differs = تاريخا الميلاد مختلفان: { $a } و{ $b }.
pair-born-missing = واحد منهما فقط يذكر تاريخ الميلاد.
pair-same = مطابق: { $a }.
pair-close = مطابق جزئيًا: { $a }.
pair-part = { "\u200F" }{ $a } ({ $b })
pair-differs = مختلف: { $a }.
pair-adds-up = مجموع الأسطر هو السطر الأخير. ما فوق الصفر يؤيد أنهما شخص واحد.
pair-past = ما قيل من قبل
pair-past-none = لم يقرر أحد شيئًا بشأن هذين السجلين من قبل.
pair-asked = سُئل { $a }.
pair-answered = أجاب { $a }: { $b }.
pair-unanswered = لا جواب بعد
pair-by = { $a }، { $b }
pair-gone = أُلغي في { $a }
pair-borrowed = رقم واحد عند شخصين
pair-borrowed-text = الرقم الشخصي نفسه، لكن الاسم أو تاريخ الميلاد مختلف. الأرجح أن أحد الرقمين خطأ. حدّد أيهما: سيتجاهله الربط من الآن، وتُسأل الجهة أن تصححه. أما السجل فيبقى كما أُرسل.
pair-dispute = الرقم خطأ عند: { $a } { $b }
pair-disputed = سُئلت { $a } عن الرقم في { $b }.
questions-answer-same = شخص واحد
questions-answer-different = شخصان
questions-answer-unknown = لا أعرف
said-match-asked = أُرسل السؤال. الزوج يبقى مفتوحًا.
said-match-waits = لم يتغير شيء بعد: يجب أن يوافق شخص ثانٍ.
said-disputed = يتجاهل الربط هذا الرقم من الآن. وقد سُئلت الجهة.
questions-lead-questions = يسأل أمين البيانات إن كان سجلان يعودان إلى شخص واحد تعرفه. جوابك لهذا الزوج فقط، والقرار لأمين البيانات.
questions-lead-second = القرار بشأن شخص محمي لشخصين. لم يتغير شيء بعد.
questions-lead-corrections = هذه القيم في سجلاتكم تعود على الأرجح إلى شخص آخر. السجلات تبقى كما أرسلتموها؛ يُرجى التحقق وتصحيحها في نظامكم.
questions-none = لا شيء بانتظارك
questions-none-questions = عندما يسألك أمين البيانات عن سجلين يظهر السؤال هنا.
questions-none-second = عندما يقترح أحد قرارًا بشأن شخص محمي يظهر هنا.
questions-none-corrections = عندما تكون قيمة في أحد سجلاتكم موضع شك تظهر هنا.
questions-your-answer = جوابك
questions-unknown = لا أعرف
questions-say-which = اختر «الشخص نفسه» أو «شخصان» أو «لا أعرف».
second-own = أنت من اقترح هذا. يجب أن يوافق شخص آخر.
second-agree = موافق: نفّذ
second-refuse = رفض
second-say-which = اختر «موافق» أو «رفض».
corrections-corrected = صححناها
corrections-right = القيمة صحيحة
corrections-say-which = اختر «صححناها» أو «القيمة صحيحة».
split-title = افصل إلى شخصين
split-lead = كان المستفيد الواحد شخصين. اختر السجلات التي تخرج؛ تصبح مستفيدًا مستقلًا وتبقى منفصلة عن البقية.
split-choose = أي السجلات تخرج؟
split-preview = اعرض ما سيحدث
split-after = ما سيحدث
split-stays = يبقى
split-goes = يخرج
split-entries = ما كُتب عن المستفيد
split-entries-lead = كل قيد مقترح لأحد الطرفين. أكّده أو اختر الآخر.
split-entries-none = لم يُكتب شيء عن المستفيد نفسه. ما أرسلته الجهات يتبع سجلاتها.
split-why-own-file = عند كتابته لم يكن للمستفيد إلا سجلات هذا الطرف.{ $a }
split-why-mentions = يذكر «{ $a }»، ولا يقوله إلا هذا الطرف.
split-why-organisation = لجهته سجل في هذا الطرف فقط.{ $a }
split-why-nothing = لا شيء يرجح أحد الطرفين، لذلك يبقى.{ $a }
split-do = افصل إلى شخصين
split-not = اتركه كما هو
protection-title = الحماية
protection-lead = الملف المحمي لا يظهر في البحث ولا يُفتح إلا لمن سُمّوا هنا ولأمناء البيانات ومسؤول حماية البيانات. القرارات بشأنه لشخصين.
protection-on = هذا الملف محمي
protection-off = هذا الملف غير محمي
protection-readers = مَن يعمل مع هذا الشخص ويجوز له فتح الملف
protection-do = احمِ هذا الملف
protection-change = غيّر مَن يجوز له فتحه
protection-lift = أنهِ الحماية (يجب أن يوافق شخص ثانٍ)
said-answered = شكرًا. حُفظ جوابك.
said-second-agreed = تمت الموافقة والتنفيذ.
said-second-refused = رُفض: لم يتغير شيء.
said-split = صارا مستفيدين اثنين.
said-split-first = كُتب شيء عن هذا المستفيد. انظر أولًا إلى مَن يعود.
said-protected = الملف محمي.
numbers-title = أرقام عند شخصين
numbers-none = كل رقم شخصي عند شخص واحد
second-wish-same = القول إنهما شخص واحد
second-wish-different = القول إنهما شخصان
second-wish-unlinked = إخراج هذا السجل من مستفيده
second-wish-split = فصل المستفيد إلى شخصين
second-wish-disputed = القول إن الرقم الشخصي خطأ
second-wish-taken-back = التراجع عن قرار
quality-title = مدى صحة الروابط
quality-lead = أرقام مقدَّرة مما قاله أشخاص لا يعلمون قرار الآلة، ومحسوبة من السجلات. لا يظهر هنا أي شخص.
quality-fields = ما ينقص السجلات وما تغيّر
quality-sample = عينة عمياء
quality-sample-lead = حتى مئتي زوج من السجلات بترتيب عشوائي، ويُسأل أكثر عن الأزواج القريبة من حد القرار. قل عن كل زوج هل هو شخص واحد؛ ولن يُذكر لك ما تقرر. كل عينة جديدة تبدأ من الصفر.
quality-drawn = سُحبت { $a }.
quality-answered = أُجيب عن { $a } من { $b }.
quality-go-on = متابعة الإجابة
quality-draw = سحب عينة جديدة
quality-question = شخص واحد أم شخصان؟
quality-pair = الزوج { $a } من { $b }.
quality-blind = ما يقوله كل مصدر. ولا يُعرض ما استنتجته الآلة.
quality-answer-same = الشخص نفسه
quality-answer-different = شخصان
quality-answer-unsure = لا يمكن الجزم
quality-you-said = إجابتك: { $a }. اختر مرة أخرى لتغييرها.
quality-say-which = اختر «الشخص نفسه» أو «شخصان» أو «لا يمكن الجزم».
quality-before = الزوج السابق
quality-after = الزوج التالي
quality-not-enough = الإجابات غير كافية: { $a }، والمطلوب { $b }.
quality-one-model = لا يوجد إلا نموذج واحد حتى الآن، فلا شيء للمقارنة به.
quality-from = { $n ->
    [0] من دون حالات،
    [one] من حالة واحدة،
    [two] من حالتين،
    [few] من { $n } حالات،
   *[other] من { $n } حالة،
 }
quality-file = احفظ «{ $a }» في ملف
quality-as-of = بتاريخ
quality-n = الحالات
quality-days = { $n ->
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
   *[other] { $n } يومًا
 }
quality-week = { $n ->
    [0] ينتظر منذ أقل من أسبوع
    [one] ينتظر منذ أسبوع
    [two] ينتظر منذ أسبوعين
    [few] ينتظر منذ { $n } أسابيع
   *[other] ينتظر منذ { $n } أسبوعًا
 }
quality-estimates = الدقة والشمول
quality-means-estimates = الدقة: نسبة أزواج السجلات المرتبطة التي تخص شخصًا واحدًا. الشمول: نسبة المرتبط من الأزواج التي تخص شخصًا واحدًا، بين الأزواج التي لا تبعد عن حد القرار أكثر من ثماني بتات تحته. مع فترات ثقة 95 %.
quality-strata = العينة بحسب نوع الزوج
quality-means-strata = عدد الأزواج وقت سحب العينة، وكم منها يُسأل عنه، والإجابات. ولا تدخل «لا يمكن الجزم» في التقدير.
quality-queue = الأزواج المفتوحة ومدة انتظارها
quality-means-queue = أزواج تنتظر في مراجعة التطابق، ومنذ متى.
quality-duplicates = التكرار داخل المصدر
quality-means-duplicates = سجلات لجهة تخص مستفيدًا لديها عنه سجل آخر.
quality-alone = سجلات لم تجد أحدًا
quality-means-alone = سجلات هي الوحيدة لمستفيدها.
quality-undone = قرارات نقلت سجلات
quality-means-undone = روابط خاطئة ألغاها أشخاص، وأزواج جمعها أشخاص. ولا تُحسب القرارات التي تُراجع عنها.
quality-weights = أوزان هذا النموذج والنموذج السابق
quality-means-weights = m مقدار ما تتفق سجلات شخص واحد هكذا، وu مقدار ما تتفق سجلات شخصين. والتغيّر بالبتات.
quality-missing = سجلات بلا حقول أساسية
quality-means-missing = نسبة سجلات المصدر الحالية التي ينقصها الحقل. والتواصل هو هاتف أو بريد إلكتروني.
quality-drift = الحقول الآن ووقت تعلّم النموذج
quality-means-drift = نسبة السجلات التي ينقصها الحقل، ونسبة القيم العشر الأكثر تكرارًا من القيم الموجودة. ولا تُعرض أي قيمة.
quality-row-precision = الدقة
quality-row-recall = الشمول
quality-row-open = أزواج مفتوحة
quality-row-median-age = وسيط مدة الانتظار
quality-row-oldest = الأقدم
quality-row-undone = روابط خاطئة أُلغيت
quality-row-joined = أزواج جمعها أشخاص
quality-column-measure = المقياس
quality-column-estimate = التقدير
quality-column-low = من
quality-column-high = إلى
quality-column-stratum = نوع الزوج
quality-column-pairs = الأزواج
quality-column-drawn = المسحوب
quality-column-same = شخص واحد
quality-column-different = شخصان
quality-column-unsure = لا يمكن الجزم
quality-column-age = المدة
quality-column-source = المصدر
quality-column-records = السجلات
quality-column-repeats = المكرر
quality-column-share = النسبة
quality-column-unmatched = وحيدة
quality-column-decision = القرار
quality-column-thirty-days = آخر 30 يومًا
quality-column-total = المجموع
quality-column-level = المقارنة
quality-column-m-before = m سابقًا
quality-column-m-now = m الآن
quality-column-u-before = u سابقًا
quality-column-u-now = u الآن
quality-column-bits-change = التغيّر بالبتات
quality-column-no-name = بلا اسم كامل
quality-column-no-birth = بلا تاريخ ميلاد
quality-column-no-id = بلا رقم شخصي
quality-column-no-address = بلا عنوان
quality-column-no-contact = بلا وسيلة تواصل
quality-column-source-field = المصدر والحقل
quality-column-missing-then = الناقص حينها
quality-column-missing-now = الناقص الآن
quality-column-top-then = العشر الأكثر تكرارًا حينها
quality-column-top-now = العشر الأكثر تكرارًا الآن
quality-stratum-linked-sure = مرتبط، فوق الحد بتسع بتات أو أكثر
quality-stratum-linked-clear = مرتبط، فوق الحد بثلاث إلى تسع بتات
quality-stratum-linked-near = مرتبط، فوق الحد حتى ثلاث بتات
quality-stratum-linked-below = مرتبط عبر غيره، تحت الحد
quality-stratum-apart-above = غير مرتبط، فوق الحد
quality-stratum-apart-near = غير مرتبط، تحت الحد حتى ثلاث بتات
quality-stratum-apart-under = غير مرتبط، تحت الحد بثلاث إلى ثماني بتات
said-sample-drawn = سُحبت العينة.
said-sample-answered = حُفظت الإجابة. لتغييرها عُد إلى الزوج.
find-not-here = ليس هنا؟
register-title = تسجيل شخص
register-intro = لا ينبغي أن يروي أحد قصته مرتين: أثناء الكتابة يظهر أدناه من قد يكون الشخص نفسه.
register-go = تسجيل
register-not-yet = ينقص التسجيل شيء
register-needs-name = أدخل اسم العائلة أو الاسم الأول.
register-needs-more = أدخل تاريخ الميلاد أو رقم الهاتف: الاسم وحده لا يميز الشخص عن غيره.
register-bad-date = أدخل تاريخ ميلاد ليس في المستقبل، بصيغة سنة-شهر-يوم: 1988-03-14.
register-known = هل هو أحد هؤلاء؟
register-known-text = إن كان كذلك فافتح صفحته: لا يُنشأ سجل ثانٍ. بجانب كل اسم ما يتفق وما يختلف.
register-sure = على الأرجح الشخص نفسه.
register-perhaps = ربما الشخص نفسه.
register-different = ليس أحداً منهم: تسجيل
register-unsure = غير متأكد: تسجيل ومقارنة لاحقاً
register-unsure-hint = «غير متأكد» ينشئ سجلاً أيضاً. وإذا كان صاحبه موضع شك نظر أمين البيانات في الاثنين.
register-count = { $n ->
    [0] لا أحد معروف يشبهه
    [one] شخص واحد قد يكون هو نفسه
    [two] شخصان قد يكونان الشخص نفسه
    [few] { $n } أشخاص قد يكونون الشخص نفسه
    [many] { $n } شخصاً قد يكونون الشخص نفسه
   *[other] { $n } شخص قد يكونون الشخص نفسه
 }
said-registered = تم تسجيل الشخص.
model-title = نموذج الربط
model-intro = كل ليلة تُتعلَّم الأوزان من جديد من كل السجلات. هنا ما الذي سيتغير؛ ولا يتغير شيء قبل أن تقبل.
model-estimate-now = قدِّر الآن
model-none = لا تقدير بعد
model-none-text = يُعد الأول الليلة. ويمكنك طلب واحد الآن؛ مع سجلات كثيرة يستغرق بضع دقائق.
model-of = تقدير { $a }
model-records = { $n ->
    [one] من سجل واحد.
    [two] من سجلين.
    [few] من { $n } سجلات.
    [many] من { $n } سجلاً.
   *[other] من { $n } سجل.
 }
model-joined = مستفيدون يصيرون جزءاً من آخر
model-parted = مستفيدون ينقسمون
model-moved = سجلات تنتقل
model-possible = أزواج تنتظرك
model-accept = اقبل النموذج الجديد
model-decline = أبقِ الحالي
model-accept-hint = القبول يربط الجميع من جديد. ما قرره الناس يبقى، وكل سجل ينتقل يمكن التراجع عن نقله.
model-say-which = قل هل تقبل النموذج الجديد أم تبقي الحالي.
model-examples = سجلات ستنتقل
model-from = من هذا المستفيد
model-to = إلى هذا
model-to-own = إلى مستفيد مستقل
model-earlier = تقديرات سابقة
model-when = أُعد في
model-what = ما آل إليه
model-state-open = ينتظر كلمتك.
model-state-nothing = لا أحد سينتقل.
model-state-accepted = قُبل.
model-state-declined = رُفض.
model-state-outdated = حلّ محله أحدث.
said-model-estimated = أُعد التقدير.
said-model-accepted = النموذج الجديد قيد الاستعمال؛ وقد رُبط الجميع به.
said-model-declined = يبقى النموذج الحالي.
said-model-under-way = هذا يستغرق وقتاً ويستمر؛ عد إلى هنا بعد بضع دقائق.
said-withdrawn = سُحب السجل. يمكن التراجع عن ذلك أدناه.
withdraw-say-why = اكتب ما قاله المصدر: من دون سبب لا يمكن لأحد أن يحكم لاحقًا على صحة ذلك.
second-one = أحد الطرفين بجميع سجلاته
second-other = الطرف الآخر بجميع سجلاته
links-one-client-now = هذان السجلان لمستفيد واحد الآن: أخرِج أحدهما من صفحة المستفيد.
links-all-records = هذه جميع سجلات المستفيد: يجب أن يبقى واحد منها على الأقل.
matches-column-one = الأول
matches-column-organisation = الجهة
matches-column-other = الثاني
matches-column-harm = الضرر
matches-column-why = السبب
matches-column-says = رأي الربط
matches-column-bits = بت
matches-column-since = منذ
quality-few = تستند هذه الأرقام إلى { $a } إجابة، أي أقل من { $b } المخطط لها: لا توجد أزواج أخرى للسؤال عنها. وقد تغيّرها إجابة واحدة أخرى.
numbers-more = أرقام أخرى
numbers-first = من البداية
door-title = لماذا تفتح هذا الملف؟
door-lead = أنت لا تعمل مع هذا الشخص. قل لماذا تفتح الملف: يُكتب السبب في سجل الاطلاع الذي يستطيع الشخص قراءته، ويبقى سارياً أربع ساعات.
door-say-which = قل لماذا تفتح الملف: اختر أحد الأسباب.
door-open = فتح الملف
door-reception = الشخص عند الباب أو على الهاتف
door-handover = أتولّى الحالة أو أستعد لذلك
door-referral = أحضّر إحالة أو مكاناً
door-shows-reception = ترى من هو الشخص وحالته ومقابلاته.
door-shows-handover = ترى السجل، ولا شيء سرياً.
door-shows-referral = ترى الحالة والمقابلات والاتفاقات والتدريب، ولا شيء سرياً.
door-shows-emergency = ترى ما يراه المستشار حتى تنتهي الحالة الطارئة. وسيُراجَع ذلك.
door-emergency = إنها حالة طارئة ولا يكفي أي من هذه الأسباب
emergency-title = فتح ملف في حالة طارئة
emergency-lead = عندما لا تستطيع حياة شخص أو صحته أو سكنه انتظار من يعمل معه. شخص واحد، أربع ساعات.
emergency-told = يُبلَّغ الشخص ومديرك فوراً مع السبب الذي تكتبه. وسيُراجَع ذلك.
emergency-number = الرقم الشخصي أو الهاتف
emergency-reason = ماذا حدث
emergency-reason-hint = بكلماتك. يستطيع الشخص قراءة هذا.
emergency-do = افتح الملف الآن
emergency-number-wrong = أدخل الرقم كاملاً، ثمانية أرقام على الأقل.
emergency-reason-wrong = قل ماذا حدث، في عشرة أحرف أو أكثر.
emergency-nobody = لا يمكن فتح ملف أحد بهذا الرقم. تحقق منه أو اسأل مسؤول حماية البيانات.
emergency-say-which = قل هل كان ذلك صحيحاً أم لا.
emergency-link = لا يمكن الانتظار؟ افتح ملفاً في حالة طارئة
nav-emergencies = الحالات الطارئة
nav-team = الفريق
reviews-lead = ملفات فُتحت في حالة طارئة ولم يراجعها أحد بعد.
reviews-none = لم يفتح أحد ملفاً في حالة طارئة.
reviews-late = { $n ->
    [zero] لا شيء ينتظر منذ أكثر من ثلاثة أيام.
    [one] حالة واحدة تنتظر منذ أكثر من ثلاثة أيام.
    [two] حالتان تنتظران منذ أكثر من ثلاثة أيام.
    [few] { $n } حالات تنتظر منذ أكثر من ثلاثة أيام.
    [many] { $n } حالة تنتظر منذ أكثر من ثلاثة أيام.
   *[other] { $n } حالة تنتظر منذ أكثر من ثلاثة أيام.
 }
reviews-overdue = متأخر
reviews-opened = فتح ملف { $a }، { $b }:
reviews-own = أنت فتحت هذا. يجب أن يراجعه شخص آخر.
reviews-right = كان صحيحاً
reviews-wrong = لم يكن صحيحاً
said-emergency-open = الملف مفتوح أربع ساعات. أُبلغ الشخص ومديرك.
said-emergency-reviewed = حُفظت مراجعتك. يستطيع الشخص قراءتها.
team-lead = من يقدّم المشورة لكم شخص، ومن ينوب عن من.
team-members = المستشارون
team-clients = { $n ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $n } أشخاص
    [many] { $n } شخصاً
   *[other] { $n } شخص
 }
team-covers = النيابات
team-no-covers = لا أحد ينوب عن أحد.
team-left = غادر: أسند أشخاصه إلى غيره
team-cover = { $a } ينوب عن { $b }
team-cover-end = إنهاء الآن
team-absent = من هو غائب
team-colleague = من ينوب
team-cover-add = إضافة نيابة
team-say-who = اختر شخصاً من فريقك.
team-say-two = اختر شخصين مختلفين.
team-say-when = أدخل أول يوم وآخر يوم؛ لا يمكن أن يكون آخر يوم قد مضى.
said-cover-added = حُفظت النيابة.
said-cover-ended = انتهت النيابة.
counsellor-title = عميل من
counsellor-now = { $a }، منذ { $b }.
counsellor-none = لا أحد يقدّم المشورة لهذا الشخص بعد.
counsellor-new = المستشار
counsellor-do = تعيين
said-assigned = عُيّن المستشار.
emergency-not-yet = لم يُفتح الملف بعد

# مراقبة سجل الاطلاع.
nav-oversight = الاطّلاعات
nav-asked = أسئلة إليّ
oversight-title = اطّلاعات تستحق النظر
oversight-waiting = { $n ->
    [0] لا شيء بانتظارك.
    [one] واحد بانتظار نتيجة.
    [two] اثنان بانتظار نتيجة.
   *[other] { $n } بانتظار نتيجة.
  }
oversight-reached = رُوقب سجل الاطلاع حتى السطر { $n }.
oversight-emergencies = { $n ->
    [one] فتح طارئ واحد لم يُراجَع بعد
    [two] فتحان طارئان لم يُراجَعا بعد
   *[other] حالات فتح طارئ لم تُراجَع بعد: { $n }
  }
oversight-filter = تصفية
oversight-by-state = المرحلة
oversight-by-rule = السبب
oversight-none = لا شيء يطابق
oversight-none-text = ما تجده القواعد في سجل الاطلاع، وما يقول الناس إنه يبدو خاطئاً، يظهر هنا خلال دقيقة.
oversight-show-all = عرض كل ما ينتظر
flag-filter-waiting = غير مغلق
flag-filter-open = جديد
flag-filter-asked = سُئل عنه
flag-filter-answered = أُجيب عنه
flag-filter-closed = مغلق
flag-filter-all = كل شيء
oversight-any-rule = كل الأسباب
flag-state-open = جديد
flag-state-asked = سُئل عنه
flag-state-answered = أُجيب عنه
flag-state-closed = مغلق
flag-outcome-explained = له تفسير
flag-outcome-false-alarm = إنذار كاذب
flag-outcome-breach = مخالفة
flag-rule-looks-wrong = الشخص يقول: هذا يبدو خاطئاً
flag-rule-budget = أُوقف: أشخاص أكثر مما يجوز عرضه في يوم
flag-rule-own-file = ملف باسم المستخدم نفسه
flag-rule-same-surname = اسم العائلة نفسه
flag-rule-same-address = العنوان نفسه
flag-rule-well-known = شخص معروف
flag-rule-burst = أشخاص كثيرون في وقت قصير
flag-rule-without-relation = ملفات أشخاص لا يعمل معهم
flag-rule-off-hours = خارج ساعات العمل
flag-rule-after-closure = بعد زمن طويل من انتهاء بطالة الشخص
flag-means-looks-wrong = قرأ الشخص في «من اطّلع» أن ملفه فُتح، وقال إن ذلك يبدو خاطئاً. وسيقرأ النتيجة التي تصل إليها.
flag-means-budget = لن يُعرض على هذا المستخدم المزيد اليوم. قد يكون الحساب في أيدٍ غير صاحبه: اسأله بالهاتف، أو اطلب من المسؤول الإداري إنهاءه.
flag-means-own-file = اسم الشخص هو اسم المستخدم نفسه كلمة بكلمة.
flag-means-same-surname = للشخص اسم عائلة يحمله المستخدم أيضاً. قد تكون بينهما قرابة وقد لا تكون.
flag-means-same-address = يسكن الشخص حيث يسكن من يحمل اسم المستخدم.
flag-means-well-known = وضعتَ على هذا الشخص علامة «معروف». كل فتح لملفه يُدرج هنا.
flag-means-burst = عُرض هذا العدد من الأشخاص لأول مرة اليوم خلال دقائق.
flag-means-without-relation = فتح المستخدم في يوم واحد ملفات هذا العدد من الأشخاص لسبب ذكره عند الباب.
flag-means-off-hours = عُرض شخص على المستخدم خارج ساعات العمل المحددة في حزمة السياسات.
flag-means-after-closure = انتهت آخر بطالة للشخص منذ زمن طويل، ومع ذلك فُتح ملفه.
flag-quiet = { $n ->
    [one] إذا أُغلق على أن له تفسيراً أو أنه إنذار كاذب، فلا يُدرج الأمر نفسه لهذا المستخدم ليوم واحد.
    [two] إذا أُغلق على أن له تفسيراً أو أنه إنذار كاذب، فلا يُدرج الأمر نفسه لهذا المستخدم ليومين.
   *[other] إذا أُغلق على أن له تفسيراً أو أنه إنذار كاذب، فلا يُدرج الأمر نفسه لهذا المستخدم خلال { $n } يوماً.
  }
flag-people = { $n ->
    [one] شخص واحد
    [two] شخصان
    [few] { $n } أشخاص
    [many] { $n } شخصاً
   *[other] { $n } شخص
  }
flag-lines = { $n ->
    [one] سطر واحد من سجل الاطلاع
    [two] سطران من سجل الاطلاع
    [few] { $n } أسطر من سجل الاطلاع
    [many] { $n } سطراً من سجل الاطلاع
   *[other] { $n } سطر من سجل الاطلاع
  }
flag-one = اطّلاع واحد
flag-found = ما الذي وُجد
flag-person = صاحب الملف:
flag-says = بكلمات الشخص:
flag-ask = اسأل عن السبب
flag-ask-do = اسأل
flag-ask-hint = يقرأ المستخدم هذا عند دخوله مع اسم الشخص، ويجيب بكلماته.
flag-question = السؤال
flag-question-usual = من فضلك قل في كلمات قليلة لماذا احتجت إلى هذا ({ $a }).
flag-answer = الجواب
flag-waits-answer = سُئل { $a }. لا جواب بعد.
flag-close = أغلقه
flag-close-hint = يقرأ المستخدم النتيجة لا ملاحظتك. وفي حال المخالفة اكتب في الملاحظة ما يترتب عليها.
flag-note = ملاحظتك
flag-tell-person = ما يُقال للشخص إضافة إلى النتيجة
flag-told-person = قيل للشخص:
flag-more = السماح بأن يُعرض على هذا المستخدم العدد نفسه مرة أخرى اليوم
flag-closed-on = أُغلق { $a }.
flag-own = هذا يخصك أنت. يجب أن ينظر فيه شخص آخر.
flag-say-question = اكتب ما تريد معرفته.
flag-say-outcome = قل ما النتيجة: له تفسير أو إنذار كاذب أو مخالفة.
flag-say-note = اكتب في الملاحظة ما يترتب على المخالفة.
said-flag-asked = سُئل المستخدم. السؤال في صفحة بدايته.
said-flag-closed = أُغلق الأمر، وأُبلغ المستخدم.
asked-title = أسئلة مسؤول حماية البيانات
asked-lead = تُراجع الاطّلاعات وفق قواعد، ولمعظمها سبب وجيه. اذكر سببك بكلماتك.
asked-none = لا يسألك مسؤول حماية البيانات عن شيء.
asked-look-up = ما اطّلعت عليه
asked-why = سبب النظر فيه: { $a }.
asked-question = يسأل مسؤول حماية البيانات:
asked-answered = أجبت:
asked-your-answer = جوابك
asked-do = أرسل الجواب
asked-say = اكتب جوابك أولاً.
asked-waits = جوابك عند مسؤول حماية البيانات.
asked-outcome-explained = أُغلق: كان هناك سبب وجيه.
asked-outcome-false-alarm = أُغلق: كان إنذاراً كاذباً.
asked-outcome-breach = أُغلق: لم يكن ذلك صواباً. سيتحدث إليك مسؤول حماية البيانات.
said-asked-answered = أُرسل جوابك.
well-known-title = أشخاص معروفون
well-known-lead = كل فتح لملفات هؤلاء يُدرج بين الاطّلاعات. ضع العلامة في صفحة «من اطّلع» للشخص.
well-known-none = لا أحد عليه علامة
well-known-none-text = ابحث عن الشخص في سجل الاطلاع، وافتح «من اطّلع» وضع العلامة هناك.
well-known-marked = عليهم علامة
well-known-since = منذ { $a }
well-known-end = أزل العلامة
said-well-known-marked = كل فتح لملف هذا الشخص يُدرج من الآن.
said-well-known-ended = أُزيلت العلامة.

## ما تتم مشاركته
sharing-title = ما تتم مشاركته
sharing-lead-staff = ما يجوز لكل جهة أن تقرأه عن هذا الشخص ولماذا. سجّل هنا ما يقوله على الورق أو شفهيًا.
sharing-question = ماذا يجوز لـ{ $a } أن تقرأ؟
sharing-own = ما كتبته بنفسها تقرؤه في كل الأحوال.
sharing-team = من يعمل فيها وهو عضو في فريق الحالة يقرأ هذا، ولا يقرؤه أحد غيره هناك.
sharing-yours = بالموافقة فقط
sharing-is-on = تتم مشاركته
sharing-is-off = لا تتم مشاركته
sharing-since-until = منذ { $a } وحتى { $b }
sharing-not-since = لم تعد منذ { $a }
sharing-ended = انتهت تلقائيًا في { $a }
sharing-never = لم تُمنح الموافقة بعد
sharing-stop = إيقاف المشاركة
sharing-start = مشاركة
sharing-receipts = ما قيل، مع الإيصالات
sharing-receipt = إيصال
sharing-ask-off = إيقاف مشاركة «{ $a }» مع { $b }؟
sharing-ask-on = مشاركة «{ $a }» مع { $b }؟
sharing-consequence = من الآن لن ترى { $b } ما يكتبه الآخرون عن «{ $a }»؛ قد تتذكر ما قرأته من قبل، وتحتفظ بما كتبته بنفسها، وقد تستغرق مساعدتها وقتًا أطول لأن عليها أن تسأل من جديد.
sharing-on-until = تنتهي تلقائيًا في { $a }.
sharing-do-off = نعم، أوقف المشاركة
sharing-do-on = نعم، شارك
sharing-leave = اتركه كما هو
sharing-how = كيف قال الشخص ذلك؟
sharing-how-paper = على ورق موقّع
sharing-how-voice = شفهيًا، لي
sharing-on-day = في أي يوم
sharing-say-how = اذكر كيف قال الشخص ذلك: على الورق أم شفهيًا.
sharing-say-when = لا يمكن أن يكون اليوم بعد اليوم الحالي. اكتبه هكذا: سنة-شهر-يوم.
sharing-kind-status = العمل والتسجيل
sharing-kind-meeting = المقابلات
sharing-kind-assessment = تقييم الاحتياجات
sharing-kind-agreement = الاتفاق والخطوات
sharing-kind-training = الدورات والخدمات
sharing-kind-benefit = الإعانات
sharing-kind-housing = السكن
sharing-kind-health = الصحة
sharing-kind-note = ملاحظات المستشار
sharing-kind-link = السجلات
sharing-ground-law = ينص القانون على ذلك. لا يوجد ما يمكن إيقافه.
sharing-ground-public-task = هذه مهمتها بحكم القانون، أو تؤديها نيابة عن خدمة التوظيف. لا يوجد ما يمكن إيقافه.
sharing-ground-contract = ينص اتفاق الإدماج على ذلك. يتغير عندما يتغير الاتفاق.
sharing-said-given = «{ $a }» تتم مشاركته مع { $b }.
sharing-said-refused = «{ $a }» لا يُشارَك مع { $b }.
sharing-said-withdrawn = «{ $a }» لم تعد تتم مشاركته مع { $b }.
sharing-said-ended = انتهت تلقائيًا.
sharing-channel-portal = قيل في البوابة.
sharing-channel-paper = قيل على الورق.
sharing-channel-voice = قيل شفهيًا.
said-sharing-on = تتم مشاركته الآن.
said-sharing-late = تم التدوين. لا تتم المشاركة: فقد رفض الشخص ذلك بعد هذا التاريخ، والقول الأحدث هو المعتبر.
said-sharing-off = لم تعد تتم مشاركته من هذه اللحظة. ويُبلَغ مَن يرافق الشخص.
said-notice-read = تم وضع علامة مقروء.
consent-text-sharing-1 = يجوز لـ{ $b } أن تقرأ ما تكتبه الجهات الأخرى عن «{ $a }» في الملف من أجل المساعدة معًا. هذا اختيار حر: الرفض لا يؤثر في الإعانات أو الحقوق، ويمكن سحب الموافقة في أي وقت.
consent-purpose-casework = مساعدة الشخص معًا
consent-retention = يُحفظ التصريح وهذا الإيصال كدليل ما دام الملف محفوظًا.
consent-withdrawal = في أي وقت: في البوابة تحت «بياناتي»، أو بإخبار المستشار.
consent-rights = الاطلاع والتصحيح والتقييد والاعتراض والشكوى إلى سلطة حماية البيانات.
receipt-title = إيصال
receipt-lead = ما تمت الموافقة عليه أو رفضه، بالكلمات التي قُرئت.
receipt-for = لأي غرض
receipt-answers = المسؤول عن البيانات
receipt-until = حتى
receipt-withdraw = كيفية السحب
receipt-rights = الحقوق
receipt-kept = مدة الحفظ
receipt-number = الرقم
receipt-events = ما حدث
nav-notices = تغييرات من العملاء
notices-lead = ما غيّره عملاؤك بأنفسهم. وهو سارٍ بالفعل؛ نخبرك به لتتحدثوا عنه.
notices-none = لا جديد.
notices-read = قرأته

## Requests of people about their data
nav-requests = الطلبات
act-make-request = طلب بشأن البيانات
act-answer-requests = الرد على طلب
read-make-request = دوّن ما تطلبه بشأن بياناتك
read-answer-requests = ما تطلبه بشأن بياناتك، للرد عليه
requests-mine = ما تطلبه
requests-lead = يمكنك أن تطلب نسخة من كل شيء، أو تصحيح أمر ما، أو عدم استخدام أمر ما بعد الآن أو محوه. لا يكلّف ذلك شيئًا.
requests-title = الطلبات
requests-desk-lead = ما يطلبه الناس بشأن بياناتهم. الرد الأقرب موعدًا يأتي أولًا.
requests-late = { $n ->
    [one] طلب واحد متأخر.
    [two] طلبان متأخران.
    [few] { $n } طلبات متأخرة.
   *[other] { $n } طلبًا متأخرًا.
  }
requests-waiting = ما ينتظر
requests-closed = ما أُغلق
requests-more = المزيد من الطلبات
requests-none = لا شيء هنا
requests-none-text = يطلب الناس في صفحتهم «بياناتي». وما يطلبونه على الورق أو شفهيًا يُدوَّن من «من اطّلع»، أو يدوّنه مرشدهم.
request-kind-copy = نسخة من كل شيء
request-kind-correction = تصحيح أمر ما
request-kind-restriction = عدم استخدام أمر ما في الوقت الحالي
request-kind-objection = اعتراض
request-kind-erasure = محو أمر ما
request-means-copy = ما يُحفظ عنك، ومن أين جاء، ومن قرأه.
request-means-correction = قل ما الخطأ وما الصواب.
request-means-restriction = ما دام الأمر موضع شك يُحفظ ولا يُستخدم.
request-means-objection = قل لماذا تتعارض ظروفك مع ذلك.
request-means-erasure = ما يوجب القانون حفظه يبقى لمدته؛ وتُخبَر بما يبقى ولماذا.
request-waits = ينتظر الرد
request-outcome-granted = تمّ
request-outcome-partly = تمّ جزئيًا
request-outcome-refused = لم يتمّ
request-outcome-withdrawn = سُحب
request-asked-on = طُلب في { $a }.
request-put-off = أُجّل في { $a }: يصل الرد حتى { $b }.
request-is-put-off = مؤجّل
request-told-granted = رُدّ عليه في { $a }: تمّ.
request-told-partly = رُدّ عليه في { $a }: تمّ جزئيًا. ما لم يتمّ وسببه:
request-told-refused = رُدّ عليه في { $a }: لم يتمّ. السبب:
request-told-withdrawn = سُحب في { $a }.
request-complain = يمكنك تقديم شكوى إلى سلطة حماية البيانات في بلدك، ويمكنك اللجوء إلى القضاء. ولا يفقدك ذلك أي حق هنا.
request-answer-by = يصلك الرد حتى { $a }.
request-withdraw = لم أعد أطلب هذا
request-new = اطلب شيئًا
request-what = ماذا تطلب؟
request-says = بكلماتك
request-clock = يردّ مسؤول حماية البيانات خلال شهر. وإذا كان الأمر صعبًا فقد يستغرق شهرين إضافيين، وحينها تُخبَر بالسبب.
request-do = اطلب
request-say-kind = اختر ما يُطلب.
request-say-what = قل بكلمات قليلة ما الموضوع.
said-request-made = لقد طلبت. يأتي الرد في هذه الصفحة.
said-request-withdrawn = لم تعد تطلب هذا.
request-write = تدوين طلب
request-write-lead = لمن يطلب على الورق أو شفهيًا. يبدأ الشهر من يوم الطلب لا من اليوم. يردّ مسؤول حماية البيانات.
request-what-they = ماذا يطلب؟
request-says-they = بكلماته
request-on-day = في أي يوم طلب
request-language = بأي لغة يقرأ الرد
request-write-do = دوّن الطلب
said-request-written = دُوّن الطلب، وهو لدى مسؤول حماية البيانات.
request-of-nobody = أُزيل السجل الذي قُدّم الطلب بشأنه.
request-days-late = { $n ->
    [one] متأخر يومًا واحدًا
    [two] متأخر يومين
    [few] متأخر { $n } أيام
   *[other] متأخر { $n } يومًا
  }
request-days-left = { $n ->
    [0] موعده اليوم
    [one] بقي يوم واحد
    [two] بقي يومان
    [few] بقيت { $n } أيام
   *[other] بقي { $n } يومًا
  }
request-from-to = طُلب في { $a }، وموعده { $b }
request-one = طلب واحد
request-asked = ما يُطلب
request-no-words = لم تُضف كلمات.
request-written-by = دوّنه { $a }، { $b }.
request-reads = يقرأ الرد بـ: { $a }.
request-answer = الرد
request-duty-copy = له الحق فيما يُحفظ عنه، ومن أين جاء، ومن يحصل عليه، وكم يُحفظ.
request-duty-correction = يُصحَّح الخطأ من حيث جاء؛ وما يبقى كما هو يُخبَر به مع السبب.
request-duty-restriction = له الحق في ذلك ما دام الأمر موضع شك أو اعتراض، أو حين يحتاج إليه لمطالبة.
request-duty-objection = لا يُستخدم بعد الآن، إلا إذا وُجدت أسباب قاهرة أثقل وزنًا؛ اذكرها.
request-duty-erasure = يُمحى ما لا يوجب أي قانون حفظه. قل ما يبقى، وكم يبقى، وعلى أي أساس.
request-came = ما النتيجة؟
request-tell = ما يُخبَر به الشخص
request-tell-hint = بكلمات بسيطة. وما لم يتمّ فاذكر سببه. أما كيفية الشكوى فتُذكر تلقائيًا.
request-answer-do = أرسل الرد
request-extend = مزيد من الوقت
request-extend-text = مرة واحدة، وبسبب يقرؤه الشخص، يجوز أن ينتظر الرد حتى { $a }.
request-reason = لماذا يستغرق وقتًا أطول
request-extend-do = أجّل الرد
request-say-outcome = قل ما النتيجة: تمّ، أو تمّ جزئيًا، أو لم يتمّ.
request-say-told = ما لم يتمّ فأخبر الشخص بسببه.
request-say-reason = أخبر الشخص لماذا يستغرق الأمر وقتًا أطول.
said-request-answered = أُرسل الرد. يقرؤه الشخص في صفحته.
said-request-extended = أُجّل. يقرأ الشخص السبب.
my-data-requests = ما يمكنك طلبه
my-data-requests-text = نسخة من كل شيء، أو تصحيح، أو اعتراض، أو محو: يصلك الرد خلال شهر.
my-data-requests-go = { $n ->
    [0] اطلب شيئًا
    [one] اطلب شيئًا، وانظر الطلب الذي ينتظر
    [two] اطلب شيئًا، وانظر الطلبين المنتظرين
    [few] اطلب شيئًا، وانظر الطلبات الـ{ $n } المنتظرة
   *[other] اطلب شيئًا، وانظر الطلبات المنتظرة ({ $n })
  }
oversight-review = كانت مراجعة سياسة البيانات مستحقة في { $a }
oversight-arrangements = { $n ->
    [zero] لا اتفاقات ({ $n })
    [one] اتفاق واحد مع جهة ناقص أو انتهت مدته أو ينتهي قريبًا
    [two] اتفاقان مع جهات ناقصان أو انتهت مدتهما أو ينتهيان قريبًا
    [few] { $n } اتفاقات مع جهات ناقصة أو انتهت مدتها أو تنتهي قريبًا
    [many] { $n } اتفاقًا مع جهات ناقصًا أو انتهت مدته أو ينتهي قريبًا
   *[other] { $n } اتفاق مع جهات ناقص أو انتهت مدته أو ينتهي قريبًا
 }
oversight-requests = { $n ->
    [one] طلب واحد بشأن البيانات ينتظر الرد
    [two] طلبان بشأن البيانات ينتظران الرد
    [few] { $n } طلبات بشأن البيانات تنتظر الرد
   *[other] { $n } طلبًا بشأن البيانات ينتظر الرد
  }
request-about = بشأن: { $a }، { $b }.
request-beside = إذا لم يُصحَّح فإن ما تكتبه هنا يظهر بجانبه لكل من يقرؤه.
request-right = ما يقوله من الآن
request-right-detail = التفصيل «{ $a }»
request-right-hint = ما يُكتب هنا يصبح مدخلًا جديدًا، ويبقى القديم خلفه معلَّمًا بأنه صُحّح. وإذا لم يتمّ ذلك تظهر كلمات الشخص بجانبه.
request-say-right = اكتب ما يقوله المدخل من الآن، أو اختر «تمّ جزئيًا» أو «لم يتمّ».
# ما الذي سيراه شخص ما
would-see-title = ماذا سيرون؟
would-see-lead = اختر من قد يأتي. تقرأ ما تعرضه له القواعد عن هذا الشخص اليوم، وأي قاعدة ترفض. لا يُعرض هنا شيء مما في الملف.
would-see-role = شخص دوره
would-see-purpose = ويقول إنه يأتي من أجل
would-see-nothing-said = لا شيء محدد
would-see-ties = وما الذي يربطه بالشخص، إضافة إلى ما يربط مؤسسته
would-see-do = جرّب
would-see-who = { $a }، { $b }
would-see-opens = يُفتح الملف
would-see-shut = يبقى الملف مغلقًا
would-see-for = من أجل { $a }، على أساس { $b }.
would-see-because = ما يربطه بهذا الشخص
would-see-no-tie = لا شيء.
would-see-agreed = وافق الشخص على مشاركة: { $a }
would-see-masked = المؤسسات التي يكشف مجرد اسمها الكثير تُعرض له دون اسم.
would-see-reads = ما سيقرؤه، إن وُجد
would-see-kind = نوع القيد
would-see-own = كتبته مؤسسته
would-see-others = كتبه آخرون
would-see-whole = كله
would-see-conclusion = ما يترتب عليه للعمل فقط
would-see-restricted = أنه موجود، ومن يُسأل عنه
would-see-hidden = لا شيء
would-see-could = ما يمكنه فعله
relation-own-file = الملف عنه هو
relation-counsellor = يرافق الشخص
relation-covering = ينوب عن المرافق الغائب
relation-team = عضو في فريق حالة الشخص
relation-referral = أُحيل الشخص إلى مؤسسته
relation-release = أُتيح لهم جزء: من الشخص، أو لمدة من المستشار
relation-keeper = لدى مؤسسته سجل عن الشخص
relation-named = الملف محمي، وهو من المذكورين
relation-asked = طُرح عليه سؤال عن الشخص
relation-emergency = فتح الملف في حالة طارئة قبل أقل من أربع ساعات
rule-restricted = طلب الشخص تقييد استخدام ملفه، أو اعترض عليه.
request-in-force = الملف مقيَّد.
request-in-force-text = ما كُتب عنك محفوظ، ولا يُعرض إلا عليك وعلى من توافق عليه وفي حالة الطوارئ.
request-lifted = انتهى التقييد في { $a }:
request-lift-text = ما كُتب محفوظ ولا يُستخدم. لإنهاء التقييد أخبر الشخص بالسبب أولًا؛ فهو يقرؤه فورًا.
request-lift-reason = لماذا ينتهي التقييد
request-lift-do = أنهِ التقييد
request-say-lift = أخبر الشخص لماذا ينتهي التقييد.
said-request-lifted = انتهى التقييد. يقرأ الشخص السبب.

# خرق البيانات الشخصية.
act-handle-breaches = معالجة خرق للبيانات
read-handle-breaches = اسمك، لأن بياناتك كانت جزءًا من خرق
breaches-title = خروقات البيانات
breaches-lead = ما وصل إلى من لا ينبغي أن يصل إليه. يجب أن تعلم السلطة خلال 72 ساعة من ملاحظته. المهلة التي تنتهي أولًا في الأعلى.
breaches-none = لم يُسجَّل أي خرق
breaches-none-text = إذا وصلت بيانات إلى من لا ينبغي أن تصل إليه فاكتب ذلك هنا، حتى لو لم تعرف كل شيء بعد. ما يُعرف لاحقًا يُضاف.
breaches-more = مزيد من الخروقات
breach-new = سجّل خرقًا
breach-new-lead = اكتب ما هو معروف الآن. من يعنيه الأمر يُقرأ من سجل الاطلاع. ما تكتبه لا يتغير أبدًا؛ ويُضاف المزيد لاحقًا.
breach-what = ماذا حدث
breach-when-noticed = متى لوحظ؟ من هنا تبدأ الساعات الـ72
breach-when = متى حدث؟
breach-from = من
breach-to = إلى
breach-utc = كل الأوقات بالتوقيت العالمي المنسق (UTC)، كما في كل مكان في Throughline.
breach-actor = إلى من وصلت البيانات؟
breach-actor-hint = اختر واحدًا: مستخدمًا أُسيء استخدام حسابه، أو جهة.
breach-user = مستخدم واحد
breach-organisation = كل العاملين في جهة واحدة
breach-new-do = سجّله
breach-say-what = قل بكلمات قليلة ماذا حدث.
breach-say-noticed = قل متى لوحظ: يوم ووقت ليسا في المستقبل.
breach-say-window = قل من متى إلى متى حدث. النهاية ليست قبل البداية وليست في المستقبل.
breach-say-actor = اختر إلى من وصلت البيانات: مستخدم واحد أو جهة واحدة.
breach-say-step = اختر ما تم فعله.
breach-say-why = اكتبه بكلمات قليلة.
breach-say-how = اكتب كيف أُخبروا وتحت أي رقم مرجعي.
breach-say-when = قل متى أُخبروا: بعد ملاحظته وليس في المستقبل.
breach-say-notice = اكتب الإخطار بكل لغة، واكتب ما تركته المسودة مفتوحًا: يقرؤه الناس بلغتهم.
breach-say-spared = اختر لماذا لا يلزم إخبار المعنيين.
breach-say-delay = أُخبرت السلطة بعد 72 ساعة. اكتب لماذا تأخر ذلك: القانون يطلبه.
breach-first-authority = لا يمكن إغلاقه بعد. أخبر السلطة، أو اكتب لماذا لا يلزم إخبارها.
breach-first-people = لا يمكن إغلاقه بعد. أخبر المعنيين، أو اكتب لماذا لا يلزم إخبارهم.
said-breach-recorded = سُجّل الخرق. قُرئ من يعنيه الأمر من سجل الاطلاع.
said-breach-step = كُتب ذلك.
breach-noticed = لوحظ في { $a }
breach-settled = سُوّي الأمر مع السلطة
breach-hours-late = { $n ->
    [0] متأخر
    [one] متأخر ساعة واحدة
    [two] متأخر ساعتين
    [few] متأخر { $n } ساعات
   *[other] متأخر { $n } ساعة
  }
breach-hours-left = { $n ->
    [0] بقي أقل من ساعة
    [one] بقيت ساعة واحدة
    [two] بقيت ساعتان
    [few] بقيت { $n } ساعات
   *[other] بقيت { $n } ساعة
  }
breach-people = { $n ->
    [0] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $n } أشخاص
   *[other] { $n } شخصًا
  }
breach-readings = { $n ->
    [one] عُرض مرة واحدة
    [two] عُرض مرتين
    [few] عُرض { $n } مرات
   *[other] عُرض { $n } مرة
  }
breach-window = { $a } إلى { $b }
breach-people-title = من يعنيه الأمر
breach-people-lead = كل من عُرضت بياناته عليهم في ذلك الوقت كما يقول سجل الاطلاع. في الملف أرقام بدل الأسماء.
breach-people-more = مزيد من الأشخاص
breach-of-nobody = لم يعد يُعرف شيء عن هذا الشخص
breach-nobody = لم يُعرض أحد
breach-nobody-text = ليس في سجل الاطلاع سطر من ذلك في ذلك الوقت. تحقق من الوقت وممن اخترت.
breach-texts = نصوص للسلطة وللناس
breach-texts-lead = صيغت مما كُتب هنا. اقرأها وأضف ما ينقص وأرسلها بطريقتك.
breach-one = خرق واحد
breach-due = يجب أن تعلم السلطة قبل { $a }.
breach-overdue = متأخر منذ { $a }. أخبر السلطة الآن وقل لماذا تأخر ذلك.
breach-happened = ماذا حدث
breach-steps = ما تم فعله
breach-told-at = أُخبروا في { $a }
breach-written-by = كُتب في { $a } بواسطة { $b }
breach-step-risk = ما قد يعنيه
breach-step-measures = الإجراءات
breach-step-authority-told = أُخبرت السلطة
breach-step-authority-not = لا يلزم إخبار السلطة
breach-step-delay = لماذا تأخر
breach-step-people-told = أُخبر المعنيون
breach-step-notice = الإخطار
breach-step-people-not = لا يلزم إخبار المعنيين
breach-step-closed = مغلق
breach-spared-no-high-risk = لا خطر كبير عليهم
breach-spared-unreadable = لم يكن أحد يستطيع قراءة ما فُقد
breach-spared-averted = ما تم فعله بعد ذلك لا يترك خطرًا كبيرًا
breach-spared-effort = سيكون الجهد غير متناسب؛ ويُعلن ذلك علنًا
breach-risk-text = ما قد يعنيه للمعنيين
breach-measures-text = ما تم فعله ضده وما سيُفعل
breach-add = أضف
breach-authority = السلطة
breach-authority-on = متى أُخبرت؟
breach-authority-text = رقمها المرجعي وكيف أُخبرت
breach-delay-text = لماذا أُخبرت بعد 72 ساعة
breach-authority-do = أُخبرت السلطة
breach-authority-not-text = لماذا لا يُحتمل أن يكون خطرًا على أحد
breach-authority-not-do = لا يلزم إخبار السلطة
breach-concerned = المعنيون
breach-people-on = متى أُخبروا؟
breach-people-how = كيف أُخبروا
breach-people-do = لقد أُخبروا
breach-people-not = لماذا لا يلزم إخبارهم
breach-people-not-text = السبب بكلماتك
breach-people-not-do = لا يلزم إخبارهم
breach-notice = الإخطار بهذه اللغة: { $a }
breach-notice-hint = هذا ما يقرؤه كل منهم في «بياناتي» بعد أن تخبرهم. اجعله بسيطًا واترك ما يسمّي غيرهم.
breach-close = أغلقه
breach-close-text = يمكن إغلاقه بعد إخبار السلطة والمعنيين، أو حين يقول سبب لماذا لا.
breach-close-note = ملاحظة أخيرة (اختيارية)
breach-close-do = أغلق
breach-not-yet = [لم يُكتب بعد]
breach-to-authority = إخطار إلى سلطة حماية البيانات (المادة 33 من اللائحة العامة لحماية البيانات)
breach-to-people = إخطار إلى المعنيين (المادة 34 من اللائحة العامة لحماية البيانات)
breach-head-nature = طبيعة الخرق
breach-head-numbers = من وما يعنيه الأمر تقريبًا
breach-head-contact = جهة الاتصال
breach-head-consequences = العواقب المحتملة
breach-head-measures = الإجراءات المتخذة والمقترحة
breach-head-clock = متى لوحظ
breach-head-delay = لماذا تأخر هذا الإخطار
breach-text-nature = من { $a } إلى { $b } عُرضت بيانات شخصية على { $c }.
breach-text-people = { $n ->
    [one] شخص واحد تقريبًا يستخدم خدمات الباحثين عن عمل.
    [two] شخصان تقريبًا يستخدمان خدمات الباحثين عن عمل.
    [few] { $n } أشخاص تقريبًا يستخدمون خدمات الباحثين عن عمل.
   *[other] { $n } شخصًا تقريبًا يستخدمون خدمات الباحثين عن عمل.
  }
breach-text-records = { $n ->
    [one] في سجل الاطلاع سطر واحد منه.
    [two] في سجل الاطلاع سطران منه.
    [few] في سجل الاطلاع { $n } أسطر منه.
   *[other] في سجل الاطلاع { $n } سطرًا منه.
  }
breach-text-kinds = ما تم فعله: { $a }.
breach-text-contact = { $a }، مسؤول حماية البيانات، { $b }. الجهة المسؤولة: { $c }.
breach-text-clock = لوحظ في { $a }؛ انتهت الساعات الـ72 أو تنتهي في { $b }.
breach-plain-what = ماذا حدث
breach-plain-shown = بين { $a } و{ $b } رأى بياناتك شخص ما كان ينبغي أن يراها.
breach-plain-means = ما قد يعنيه لك
breach-plain-do = ما نفعله حيال ذلك
breach-plain-ask = من يمكنك سؤاله
breach-mine = كانت بياناتك جزءًا من خرق
breach-mine-told = أُخبرتَ في { $a }.
oversight-breach-due = هناك خرق مفتوح: يجب أن تعلم السلطة قبل { $a }
oversight-breach-late = هناك خرق مفتوح: كان يجب أن تعلم السلطة قبل { $a }

## الإتاحة لمدة
nav-releases = طلبات الإتاحة
nav-released = ما أُتيح لكم
act-ask-release = طلب إتاحة
act-see-released = ما طُلب وما أُتيح
act-give-release = رد على طلب إتاحة
read-ask-release = طلب قراءة أجزاء من ملفك
read-see-released = اسمك في قائمة بما طُلب وما أُتيح
read-give-release = ما يطلب الآخرون قراءته من ملفك، للرد عليه
purpose-training = إعداد تدريب أو تقديمه
purpose-placement = إيجاد عمل أو مكان للتدريب العملي
release-ask = طلب إتاحة
release-ask-lead = أجزاء من هذا الملف لا تقرؤها مؤسستك، لمدة محددة. مستشار الشخص هو من يقرر، ويقرأ الشخص ما تطلبه والرد عليه.
release-which = ماذا تحتاج أن تقرأ؟
release-asks-them = يجب أن يوافق الشخص أولًا؛ والمستشار يسأله.
release-never = ملاحظات المستشار والصحة والشكاوى لا تُتاح أبدًا.
release-for = لأي غرض؟
release-why = لماذا تحتاجه؟
release-until = حتى هذا اليوم ضمنًا
release-until-day = حتى { $a }
release-no-counsellor = لا أحد يرافق هذا الشخص بعد. يبقى طلبك منتظرًا إلى أن يتولى أحد ذلك.
release-who-answers = يرد { $a } بحلول { $b }.
release-they-read = يقرأ الشخص ما تكتبه هنا.
release-ask-do = اطلب
release-waits = طلبت مؤسستك ذلك وتنتظر الرد.
release-nothing-more = تقرأ مؤسستك كل ما يمكن إتاحته من هذا الملف.
release-say-kinds = اختر نوعًا واحدًا على الأقل من المعلومات.
release-say-until = اختر يومًا أخيرًا بين اليوم و{ $a }.
release-say-purpose = اختر الغرض.
release-say-why = قل في كلمات قليلة لماذا يُحتاج إليه.
release-say-refused = قل السبب: يقرؤه من طلب ويقرؤه الشخص.
release-say-answer = اختر: الإتاحة أو الرفض.
release-say-end = قل لماذا ينتهي: يُبلَّغ من يقرؤه الآن ويُبلَّغ الشخص.
said-release-asked = أُرسل طلبك. يأتي الرد في هذه الصفحة.
said-release-withdrawn = لم تعد تطلب ذلك، ولا يُقرأ شيء بسببه بعد الآن.
said-release-answered = تم الرد. يقرؤه من طلب ويقرؤه الشخص.
said-release-narrowed = من هذه اللحظة لا يُقرأ أكثر من هذا.
said-release-ended = انتهى الأمر. من هذه اللحظة لا يُقرأ شيء بسببه.
release-state-asked = ينتظر الرد
release-state-approved = أُتيح
release-state-partly = أُتيح جزء منه
release-state-refused = مرفوض
release-state-expired = انقضى
release-state-ended = أُنهي قبل موعده
release-state-withdrawn = سُحب
release-done-approved = أتاحه { $b } في { $a }:
release-done-narrowed = قلّصه { $b } في { $a }. ومنذ ذلك الحين:
release-done-refused = رفضه { $b } في { $a }.
release-done-ended = أنهاه { $b } في { $a }.
release-done-withdrawn = سحبه { $b } في { $a }.
release-holds = { $a }، حتى { $b }.
releases-title = طلبات الإتاحة
releases-lead = ما يطلب الآخرون قراءته من الملفات التي تتولاها. ما يحين موعده أولًا يأتي أولًا.
releases-late = { $n ->
    [zero] لا ردود متأخرة.
    [one] رد واحد متأخر.
    [two] ردّان متأخران.
    [few] { $n } ردود متأخرة.
    [many] { $n } ردًا متأخرًا.
   *[other] { $n } رد متأخر.
  }
releases-open = ما ينتظر
releases-held = ما أُتيح
releases-over = ما انقضى
releases-none = لا شيء هنا
releases-none-text = تطلب المؤسسة الشريكة من صفحة شخص تعرفه. ويصل الطلب إلى هنا إذا كنت ترافق الشخص أو تنوب عمن يرافقه.
releases-more = المزيد
released-title = ما أُتيح لكم
released-lead = ما طلبت مؤسستك قراءته والردود وما أُتيح لها أو لك بصفتك ضيفًا. ما أُتيح يظهر في صفحة الشخص حتى يومه الأخير.
released-none = لا شيء بعد
released-none-text = افتح صفحة شخص تعرفه مؤسستك واختر «طلب إتاحة».
release-one = إتاحة
release-guest = بصفة ضيف
release-asked-on = طُلب { $a }
release-asked-by = طلبه { $b } في { $a }.
release-invited-by = دعا إليه { $b } في { $a }.
release-answer-by = يأتي الرد بحلول { $a }.
release-withdraw = لم نعد نحتاج إلى هذا
release-who-asks = يطلبه { $a }، { $b }. { $c }
release-who-invited = { $a }، { $b }، ضيف. دعاه { $c }.
release-answer = ردك
release-answer-lead = كل من يعمل على الملفات في { $a } يقرأ ما تؤشر عليه، أيًا كان كاتبه، حتى اليوم الأخير. ويمكنك إنهاؤه قبل ذلك.
release-which-give = ما يُتاح
release-which-keep = ما يبقى متاحًا
release-needs-consent = لا يمكنك إتاحة هذا لـ{ $a }: يلزمه موافقة الشخص نفسه. اسأله.
release-write-consent = سجّل ما يقوله
release-tell = ما تقوله لمن طلب
release-tell-hint = يقرؤه الشخص أيضًا. إذا رفضت فقل السبب.
release-approve = أتح ما أُشّر عليه
release-refuse = ارفض كل شيء
release-less = إتاحة أقل
release-less-text = أنواع أقل أو مدة أقصر. يسري من هذه اللحظة.
release-narrow-do = لا أكثر من هذا
release-end = إنهاؤه الآن
release-end-why = لماذا ينتهي
release-end-do = أنهِه
would-see-released = أُتيح لمدة: { $a }
release-mine = ما أُتيح حين طلبه آخرون
release-mine-lead = يمكن لمستشارك أن يتيح لمؤسسة أخرى أو لضيف قراءة أجزاء من ملفك لمدة. هنا ترى كل إتاحة من الطلب حتى النهاية.
release-mine-none = لم يطلب أحد ذلك.
client-releases = طلبات الإتاحة
client-release-waits = ينتظر ردك
client-released = أُتيح لك لمدة: { $a }. ما تفعله مؤسستك به مقيّد بالغرض الذي طُلب من أجله.
guest-invite = دعوة ضيف
guest-lead = خبير من أي مؤسسة يقرأ لمدة ما تختاره من هذا الملف وحده. لا يقرؤه أحد غيره في مؤسسته. ويمكنك إنهاء ذلك في أي لحظة.
guest-who = من المدعو؟
guest-choose = اختر شخصًا
guest-who-hint = من ليس في القائمة لا حساب له بعد: اطلب من الإدارة إنشاء حساب له.
guest-none = لا يوجد من تدعوه
guest-which = ماذا يجوز له أن يقرأ؟
guest-consent-hint = ما تقرؤه مؤسسة الضيف بالموافقة فقط يحتاج أولًا إلى موافقة الشخص لتلك المؤسسة.
guest-why = لماذا يُدعى؟
guest-do = ادعُ
guest-say-who = اختر من تدعوه.
guest-needs-consent = يجب أن يوافق الشخص أولًا، لصالح { $b }: { $a }. سجّل ذلك ضمن «ما تتم مشاركته» أو اتركه.
said-guest-invited = تمت الدعوة. يجد الضيف الشخص ضمن «ما أُتيح لكم».
nav-case-teams = فرق الحالات
act-see-team = من في فريق الحالة
act-arrange-team = تغيير فريق الحالة
act-own-teams = فرق الحالات التي ينتمي إليها المرء
read-see-team = من في فريق حالتك
read-arrange-team = من في فريق حالتك، لتغييره
read-own-teams = اسمك، في قائمة عضو من فريق حالتك
case-team-title = فريق الحالة
case-team-lead = من يعملون معًا على هذه الحالة، ولكل منهم دور. يُفتح لهم الملف ما داموا هنا.
case-team-own-lead = يمكن لمستشارك أن يطلب من آخرين يساعدونك أن يعملوا معًا على حالتك. يمكنهم فتح ملفك ما داموا في فريقك. إن بدا لك ذلك خطأ فأخبر مستشارك أو مسؤول حماية البيانات.
case-team-mine = فريق حالتك
case-team-none = لا أحد في الفريق
case-team-none-text = أضف من يساعدون هذا الشخص، وما يفعله كل منهم.
case-team-members = من في الفريق
case-team-away = لم يعد يعمل هناك: لا يُفتح له شيء
case-team-end = إخراج
case-team-put = إضافة شخص
case-team-opens = يُفتح له الملف ابتداءً من اليوم الأول بقدر ما لمؤسسته من أساس قانوني. ويرى الشخص من هو وما دوره.
case-team-protected = هذا الملف محمي: لا يكون في الفريق إلا من ذُكر في الحماية.
case-team-nobody = لا يوجد من تضيفه
case-team-who = من؟
case-team-part = ما دوره؟
case-team-part-hint = بكلمات قليلة، مثل «استشارة الديون». لا تكتب تشخيصًا.
case-team-until = آخر يوم، إن وُجد
case-team-do = أضف إلى الفريق
case-team-say-who = اختر شخصًا ليس في الفريق بعد.
case-team-say-named = هذا الملف محمي. اطلب من مسؤول حماية البيانات أن يذكره أولًا.
case-team-say-part = اذكر دوره بكلمات قليلة، 80 حرفًا على الأكثر.
case-team-say-from = اختر أول يوم بين اليوم و{ $a }.
case-team-say-until = اختر آخر يوم لا يسبق الأول، أو اتركه فارغًا.
case-team-from = من { $a }
case-team-since = منذ { $a }
case-team-change = تغيير
said-team-put-in = أُضيف إلى الفريق. ابتداءً من اليوم الأول يجد الشخص ضمن «فرق الحالات».
said-team-taken-out = لم يعد في الفريق. من هذه اللحظة لا يُفتح شيء بسبب ذلك.
case-teams-title = فرق الحالات
case-teams-lead = أشخاص أنت في فرق حالاتهم. تُفتح لك ملفاتهم ما دام ذلك قائمًا.
case-teams-none = لست في أي فريق حالة
case-teams-none-text = يضيفك مستشار الشخص في خدمة التشغيل.
case-teams-more = مزيد من فرق الحالات
