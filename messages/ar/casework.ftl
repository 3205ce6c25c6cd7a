# المقابلات: تخطيطها وتسجيل ما جرى فيها ومن يقرأ ذلك.
meetings-title = المقابلات
meetings-coming = المخطط لها
meetings-waiting = لم يقل أحد بعد ما جرى في هذه
meetings-past = ما كان من قبل
meetings-none = لا توجد مقابلة مخطط لها.
meetings-none-own = لا توجد مقابلة مخطط لها. يمكنك أن تطلب مقابلة من مستشارك في أي وقت.
meeting-record = تسجيل مقابلة
meeting-plan = تخطيط المقابلة التالية
meeting-plan-do = خطّط
meeting-call-off = إلغاء
meeting-say-what-came = قل ما جرى فيها
meeting-did-not-come = لم يحضر
meeting-not-yet = لم يُحفظ بعد
meeting-note = ما قيل وما اتُّفق عليه
meeting-note-hint = اكتب ما يحتاجه الزميل التالي. يُحفظ ما تكتبه كل بضع ثوانٍ، لك وحدك، إلى أن تحفظ المقابلة.
meeting-outcome = ما جرى
meeting-outcome-attended = حضر
meeting-outcome-partly = حضر جزءًا منها
meeting-outcome-no-show = لم يحضر
meeting-outcome-called-off = أُلغيت
meeting-basis = ما نوع هذه الملاحظة؟
meeting-basis-fact = واقعة: شوهدت أو قُرئت
meeting-basis-client = كلام الشخص نفسه
meeting-basis-opinion = رأيي
meeting-basis-decision = قرار
meeting-on = يوم المقابلة
meeting-how = كيف
meeting-how-long = الدقائق
meeting-minutes = { $n ->
    [zero] { $n } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $n } دقائق
    [many] { $n } دقيقة
   *[other] { $n } دقيقة
}
meeting-channel-office = في المكتب
meeting-channel-phone = بالهاتف
meeting-channel-video = بالفيديو
meeting-channel-group = في مجموعة
meeting-channel-walk-in = دون موعد
meeting-channel-home = في البيت
meeting-channel-mobile-unit = في وحدة متنقلة
meeting-next = المقابلة التالية
meeting-next-hint = اترك اليوم والوقت فارغين إن لم يُخطط لواحدة الآن.
meeting-next-on = يوم المقابلة التالية
meeting-next-at = وقت المقابلة التالية
meeting-readers = من يقرأ الملاحظة؟
meeting-readers-usual = كالمعتاد.
meeting-readers-narrow = فقط من يعمل مع الشخص في الخدمة ومديروهم والشخص نفسه.
meeting-readers-choose = اختر من يقرؤها
meeting-reads = إضافة إلى من يعمل مع الشخص في الخدمة والشخص نفسه يقرؤها: { $a }.
meeting-reads-not = ولا يقرؤها: { $a }.
meeting-reads-nobody-else = لا تقرؤها أي جهة أخرى.
meeting-pointed-out = انظر إلى هذه الكلمات قبل أن يقرأها الآخرون
meeting-pointed-out-text = الملاحظة مضبوطة ليقرأها من في الخدمة وحدهم. اتركها كذلك أو غيّر الكلمات أو قل أدناه إنها تُقرأ كالمعتاد. ثم احفظ من جديد.
meeting-topic-health = تبدو عن الصحة
meeting-topic-debt = تبدو عن الديون
meeting-topic-belief = تبدو عن المعتقد
meeting-save = احفظ المقابلة
meeting-draft-keep = احتفظ بها مسودة
meeting-draft-of = هذا ما كتبته ولم تحفظه، كما احتُفظ به: { $a }.
meeting-draft-discard = ارمِ المسودة
meeting-draft-kept-at = احتُفظ بها مسودة في { $a }. لا يقرؤها أحد غيرك.
meeting-draft-lost = لم تُحفظ: انقطع الاتصال. النص باقٍ هنا؛ لا تغلق الصفحة.
meeting-say-outcome = قل ما جرى في المقابلة.
meeting-say-on = اذكر يوم المقابلة: اليوم أو قبل 31 يومًا على الأكثر.
meeting-say-channel = قل كيف تُعقد.
meeting-say-minutes = اكتب الدقائق رقمًا من 1 إلى 480.
meeting-say-shorter = اجعل الملاحظة أقصر: يمكن أن تبلغ 4000 حرف.
meeting-say-next = اذكر للمقابلة التالية يومًا لم يأتِ بعد، خلال 400 يوم على الأكثر.
meeting-say-time = اذكر وقت المقابلة التالية، مثل 9:30.
meeting-say-not-yet = لم يحن وقت هذه المقابلة بعد. ألغها إن كانت لن تُعقد.
said-meeting-planned = خُطط للمقابلة.
said-meeting-recorded = سُجلت المقابلة.
said-meeting-recorded-and-planned = سُجلت المقابلة وخُطط للتالية.
said-meeting-missed = سُجل أنه لم يحضر. خطّط للمقابلة التالية أدناه.
said-meeting-called-off = أُلغيت المقابلة. خطّط لأخرى أدناه.
said-meeting-draft-kept = احتُفظ بما كتبته، لك وحدك.
said-meeting-draft-gone = رُميت المسودة.
act-see-meetings = رؤية مواعيد مقابلات شخص
act-hold-meetings = تخطيط المقابلات وتسجيلها
act-own-day = رؤية يوم المرء نفسه
read-see-meetings = مواعيد مقابلاتك
read-hold-meetings = مقابلاتك، لتخطيط واحدة أو تسجيلها
read-own-day = ما هو مستحق لك، في صفحة يومه
