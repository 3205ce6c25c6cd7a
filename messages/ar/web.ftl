# What surrounds every page.
web-skip = انتقل إلى المحتوى الرئيسي
web-hidden = الشاشة مخفية. اضغط أي مفتاح للعودة.
web-hide = أخفِ الشاشة:
web-find-label = ابحث عن شخص
web-find-hint = الاسم أو تاريخ الميلاد أو الهاتف أو الرقم
web-find-go = ابحث
web-synthetic = بيانات اصطناعية
web-language = اللغة:
web-what-you-open = كل ما تفتحه يُسجَّل، ويمكن للشخص المعني أن يقرأ ذلك.
web-sign-out = سجّل الخروج
web-main-navigation = القائمة الرئيسية
web-about = عن هذا البرنامج
web-back-home = عُد إلى البداية
web-and-where = { $a }، { $b }
web-moment = { $a }، { $b }
web-today = اليوم
web-days-ago = { $n ->
    [one] قبل يوم واحد
    [two] قبل يومين
    [few] قبل { $n } أيام
    [many] قبل { $n } يومًا
   *[other] قبل { $n } يوم
 }
web-weeks-ago = { $n ->
    [one] قبل أسبوع واحد
    [two] قبل أسبوعين
    [few] قبل { $n } أسابيع
    [many] قبل { $n } أسبوعًا
   *[other] قبل { $n } أسبوع
 }
web-months-ago = { $n ->
    [one] قبل شهر واحد
    [two] قبل شهرين
    [few] قبل { $n } أشهر
    [many] قبل { $n } شهرًا
   *[other] قبل { $n } شهر
 }
web-years-ago = { $n ->
    [one] قبل سنة واحدة
    [two] قبل سنتين
    [few] قبل { $n } سنوات
    [many] قبل { $n } سنة
   *[other] قبل { $n } سنة
 }
web-language-en = الإنجليزية
web-language-ar = العربية
web-language-lt = الليتوانية
web-language-hu = المجرية
web-language-uk = الأوكرانية
web-language-ru = الروسية
web-language-tr = التركية
web-language-pl = البولندية
web-language-fr = الفرنسية
web-language-de = الألمانية
web-not-found = هذه الصفحة غير موجودة هنا
web-not-found-text = لا توجد صفحة كهذه، أو أنها غير متاحة لك. إذا وصلت إليها عبر رابط، فاسأل من أعطاك إياه. هذه المحاولة مدوّنة في سجل الاطلاع.
web-broken = حدث خطأ من جانبنا
web-broken-text = لم يضِع شيء مما حُفظ من قبل. يُرجى المحاولة مرة أخرى بعد دقيقة؛ وإذا تكرر الخطأ، فأخبر مدير النظام بوقت حدوثه.
web-bad = تعذّر فهم هذا
web-bad-text = { $a } عُد إلى الصفحة السابقة، وصحّح ما يلزم، ثم أرسله مرة أخرى.
web-already = سبقك شخص آخر
web-already-text = تغيّر هذا بينما كنت تنظر إليه. افتحه مرة أخرى لترى كيف أصبح الآن.
web-comma = { "، " }
web-not-found-jobseeker = يمكنك فتح ملفك. لغير ذلك اسأل مستشارك.
web-not-found-counsellor = الملف الذي لا يُفتح قد يكون محمياً: اسأل مديرك أو مسؤول حماية البيانات.
web-not-found-partner = يمكنك فتح ملفات من تعمل مؤسستك معهم. لغيرهم اسأل مستشارهم في خدمة التوظيف.
web-not-found-manager = يمكنك فتح ملفات من تعمل مؤسستك معهم. لغيرهم اسأل مسؤول حماية البيانات.
web-not-found-steward = دورك العناية بالهويات ومصادر البيانات. لغير ذلك اسأل مسؤول حماية البيانات.
web-not-found-protection = دورك العناية بالحماية وسجل الاطلاع. لغير ذلك اسأل المسؤول الإداري.
web-not-found-analyst = دورك يرى الأرقام ولا يرى أشخاصاً. لغير ذلك اسأل المسؤول الإداري.
web-not-found-administrator = دورك تشغيل النظام ولا يرى أشخاصاً. لغير ذلك اسأل مسؤول حماية البيانات.
web-lock = اقفل الشاشة
web-account = حسابك
web-bad-sent = ما أُرسل ليس ما تطلبه هذه الصفحة.
web-places = الأقسام
