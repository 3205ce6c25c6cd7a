# Feeds, runs, quarantine.
feeds-lead = ما ترسله إلينا الجهات الأخرى، وكيف سار استيراده.
feeds-add = أضف مصدر بيانات
feeds-none = لا توجد مصادر بيانات بعد
feeds-none-text = يحدّد مصدر البيانات من يرسل أي ملف وما تعنيه أعمدته. أضف المصدر الأول.
feeds-waiting = { $n ->
    [one] صف واحد بانتظار الإصلاح
    [two] صفان بانتظار الإصلاح
    [few] { $n } صفوف بانتظار الإصلاح
    [many] { $n } صفًا بانتظار الإصلاح
   *[other] { $n } صف بانتظار الإصلاح
 }
feeds-in-order = كل شيء على ما يرام
feeds-last = آخر ملف: { $a }
feeds-never = لا يوجد ملف بعد
feeds-last-run = آخر عملية استيراد
feeds-says-people = كل صف يمثّل شخصًا.
feeds-says-entries = كل صف يمثّل شيئًا حدث.
feeds-send = أرسل ملفًا
feeds-file = الملف ({ $a })
feeds-send-hint = إرسال الملف نفسه مرتين لا يغيّر شيئًا. الصفوف التي يتعذّر فهمها تنتظر، وتدخل بقية الصفوف.
feeds-send-go = استورد الملف
feeds-runs = عمليات الاستيراد
feeds-columns = الأعمدة
feeds-in-file = في الملف
feeds-becomes = يصبح
feeds-key = مفتاح الصف
feeds-configuration = إعداد مصدر بيانات
feeds-configuration-label = الإعداد (TOML)
feeds-save = احفظ
feeds-leave = اخرج من دون حفظ
feeds-not-saved = لم يُحفظ مصدر البيانات
run-title = عملية استيراد
run-of = عملية استيراد: { $a }
run-took = المدة بالثواني: { $a }
run-when = الوقت
run-file = الملف
run-state = الحالة
run-rows = الصفوف
run-new = جديدة
run-changed = متغيّرة
run-unchanged = بلا تغيير
run-refused = في الحجر
run-seconds = الثواني
run-done = تمت
run-done-waiting = { $n ->
    [one] تمت، وصف واحد بالانتظار
    [two] تمت، وصفان بالانتظار
    [few] تمت، و{ $n } صفوف بالانتظار
    [many] تمت، و{ $n } صفًا بالانتظار
   *[other] تمت، و{ $n } صف بالانتظار
 }
run-running = جارية
run-refused-file = رُفض الملف
run-rows-so-far = { $n ->
    [one] قُرئ صف واحد حتى الآن
    [two] قُرئ صفان حتى الآن
    [few] قُرئت { $n } صفوف حتى الآن
    [many] قُرئ { $n } صفًا حتى الآن
   *[other] قُرئ { $n } صف حتى الآن
 }
run-look-again = حدّث العرض
quarantine-lead = تعذّر فهم هذه الصفوف. لم يدخل شيء منها في سجل الحالة بعد، ولم يضِع شيء منها.
quarantine-look = أصلح الصفوف
quarantine-steward = يمكن لأمين البيانات إصلاحها.
quarantine-none = لا شيء بالانتظار
quarantine-none-text = كل الصفوف المرسلة كانت مفهومة.
quarantine-all = كل مصادر البيانات
quarantine-where = الموضع
quarantine-row = الصف { $n }
quarantine-field = العمود
quarantine-value = كما أُرسل
quarantine-reason = ما المشكلة
quarantine-state = الحالة
quarantine-mend = أصلح الصف { $n }
quarantine-rows = الصفوف
quarantine-mend-title = إصلاح صف
quarantine-still-wrong = ما زال استيراده غير ممكن
quarantine-take = استورد الصف
quarantine-set-aside = ضعه جانبًا
quarantine-whole = تعذّر التمييز بين أعمدة هذا الصف. اطلبه من المُرسِل مرة أخرى، أو ضعه جانبًا.
quarantine-hidden = لا يُعرض لك، ويبقى كما ورد.
quarantine-try-again = أعد محاولة استيراد هذه الصفوف
quarantine-more = صفوف أخرى
quarantine-state-waiting = بالانتظار
quarantine-state-mended = أُصلح واستُورد
quarantine-state-set-aside = وُضع جانبًا
error-before-title = خطأ:
save-as-file = احفظ كملف
said-feed-saved = تم حفظ مصدر البيانات.
said-file-taken = وصل الملف. هذا تقريره.
said-file-under-way = يجري استيراد الملف. عملية الاستيراد مدرجة هنا.
said-row-mended = تم استيراد الصف.
said-row-set-aside = وُضع الصف جانبًا.
said-rows-taken = تم استيراد كل ما يمكن استيراده الآن.
said-rows-still-wrong = لا يمكن استيراد أي من هذه الصفوف بعد.
feeds-no-file-sent = لا يوجد ملف في ما أُرسل.

# أنظمة الشركاء
systems-title = أنظمة الشركاء
systems-lead = الأنظمة التي لدى الشركاء، وأي حقولها يصل إلينا وبأي معنى. تُبنى من تعريف الملفات الواردة.
systems-none = لا يصل شيء بعد
systems-none-text = ما إن يضيف مدير النظام مصدرًا حتى يظهر نظامه هنا.
systems-people = أشخاص
systems-entries = ما حدث
systems-fields = { $n ->
    [zero] لا يُقرأ أي حقل
    [one] يُقرأ حقل واحد
    [two] يُقرأ حقلان
    [few] تُقرأ { $n } حقول
    [many] يُقرأ { $n } حقلًا
   *[other] يُقرأ { $n } حقل
  }
systems-theirs = حقلهم
systems-ours = يصبح
system-use-key = يميّز السطر
system-use-person = يميّز الشخص
system-use-observed = يذكر متى كان السطر صحيحًا
system-use-withdrawn = يذكر أن السجل لم يعد موجودًا
