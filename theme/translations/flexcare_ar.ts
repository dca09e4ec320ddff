<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en_GB">
<context>
    <name>ClearedLabel</name>
    <message>
        <source>Cleared today at %1.</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation type="unfinished">تم المسح اليوم الساعة %1.</translation>
    </message>
    <message>
        <source>Cleared yesterday at %1.</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation type="unfinished">تم المسح أمس الساعة %1.</translation>
    </message>
    <message>
        <source>Cleared on %1 at %2.</source>
        <extracomment>%1 is a date with its weekday, %2 a time of day</extracomment>
        <translation type="unfinished">تم المسح يوم %1 الساعة %2.</translation>
    </message>
</context>
<context>
    <name>ComfortSheet</name>
    <message>
        <source>Comfort</source>
        <translation type="unfinished">الراحة</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished">حجم النص</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished">الألوان</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation type="unfinished">السطوع</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation type="unfinished">أغمق</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation type="unfinished">أفتح</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished">مستوى الصوت</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished">خفض الصوت</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished">رفع الصوت</translation>
    </message>
    <message>
        <source>Movement on the screen</source>
        <translation type="unfinished">الحركة على الشاشة</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation type="unfinished">كالمعتاد</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation type="unfinished">حركة أقل</translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished">كبير</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished">الأكبر</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished">عادي</translation>
    </message>
    <message>
        <source>Night</source>
        <translation type="unfinished">ليل</translation>
    </message>
    <message>
        <source>Strong contrast</source>
        <translation type="unfinished">تباين قوي</translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished">نهار</translation>
    </message>
    <message>
        <source>Easy mode</source>
        <translation type="unfinished">الوضع السهل</translation>
    </message>
    <message>
        <source>Only television, with very large buttons.</source>
        <translation type="unfinished">التلفزيون فقط، بأزرار كبيرة جدًا.</translation>
    </message>
    <message>
        <source>Turn on easy mode</source>
        <translation type="unfinished">تشغيل الوضع السهل</translation>
    </message>
</context>
<context>
    <name>FinishSheet</name>
    <message>
        <source>Finish and clear this tablet?</source>
        <translation type="unfinished">هل تريد الإنهاء ومسح هذا الجهاز؟</translation>
    </message>
    <message>
        <source>Everything you did here is erased. The next person finds a fresh tablet.</source>
        <translation type="unfinished">سيُمحى كل ما فعلته هنا. وسيجد الشخص التالي جهازًا جديدًا.</translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation type="unfinished">امسح الآن</translation>
    </message>
    <message>
        <source>Keep watching</source>
        <translation type="unfinished">متابعة المشاهدة</translation>
    </message>
    <message>
        <source>Clear and clean</source>
        <translation type="unfinished">امسح ونظّف</translation>
    </message>
    <message>
        <source>Clears the tablet and locks it while it is wiped.</source>
        <translation type="unfinished">يمسح بيانات الجهاز ويقفله أثناء تنظيفه.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Comfort</source>
        <translation type="unfinished">الراحة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished">اللغة</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished">الخصوصية</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished">إنهاء</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation type="unfinished">صباح الخير</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation type="unfinished">طاب يومك</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation type="unfinished">مساء الخير</translation>
    </message>
    <message>
        <source>Television</source>
        <translation type="unfinished">التلفزيون</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation type="unfinished">الراديو</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished">الدليل</translation>
    </message>
    <message>
        <source>What is on, and when</source>
        <translation type="unfinished">ما يُعرض ومتى</translation>
    </message>
    <message>
        <source>All services</source>
        <translation type="unfinished">كل الخدمات</translation>
    </message>
    <message>
        <source>Open %1</source>
        <extracomment>%1 is a time of day, from and to</extracomment>
        <translation type="unfinished">مفتوح %1</translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>Language</source>
        <translation type="unfinished">اللغة</translation>
    </message>
</context>
<context>
    <name>NoSignal</name>
    <message>
        <source>No picture on this channel right now</source>
        <translation type="unfinished">لا صورة على هذه القناة الآن</translation>
    </message>
    <message>
        <source>We keep trying. The other channels still work.</source>
        <translation type="unfinished">نواصل المحاولة. القنوات الأخرى ما زالت تعمل.</translation>
    </message>
    <message>
        <source>We keep trying.</source>
        <translation type="unfinished">نواصل المحاولة.</translation>
    </message>
    <message>
        <source>Next channel</source>
        <translation type="unfinished">القناة التالية</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Close</source>
        <translation type="unfinished">إغلاق</translation>
    </message>
</context>
<context>
    <name>NotSetUpPage</name>
    <message>
        <source>This tablet is not set up yet</source>
        <translation type="unfinished">هذا الجهاز غير مُعدّ بعد</translation>
    </message>
    <message>
        <source>Please tell the nursing staff. They know whom to call.</source>
        <translation type="unfinished">يرجى إبلاغ طاقم التمريض، فهم يعرفون بمن يتصلون.</translation>
    </message>
    <message>
        <source>This tablet's name: %1</source>
        <extracomment>%1 is the device's name, to be told to the hospital's IT on the phone</extracomment>
        <translation type="unfinished">اسم هذا الجهاز: %1</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>One moment…</source>
        <translation type="unfinished">لحظة من فضلك…</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Home</source>
        <translation type="unfinished">الرئيسية</translation>
    </message>
</context>
<context>
    <name>RadioPage</name>
    <message>
        <source>Radio</source>
        <translation type="unfinished">الراديو</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished">خفض الصوت</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished">رفع الصوت</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished">إيقاف</translation>
    </message>
    <message>
        <source>On air</source>
        <translation type="unfinished">على الهواء</translation>
    </message>
    <message>
        <source>No sound from this station right now. We keep trying.</source>
        <translation type="unfinished">لا صوت من هذه المحطة الآن. نواصل المحاولة.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation type="unfinished">لحظة من فضلك…</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation type="unfinished">إغلاق</translation>
    </message>
</context>
<context>
    <name>StillThereSheet</name>
    <message numerus="yes">
        <source>This tablet will be cleared in %n second(s).</source>
        <extracomment>Seconds that are counted down</extracomment>
        <translation type="unfinished">
            <numerusform>سيُمسح هذا الجهاز خلال %n ثانية.</numerusform>
            <numerusform>سيُمسح هذا الجهاز خلال ثانية واحدة.</numerusform>
            <numerusform>سيُمسح هذا الجهاز خلال ثانيتين.</numerusform>
            <numerusform>سيُمسح هذا الجهاز خلال %n ثوانٍ.</numerusform>
            <numerusform>سيُمسح هذا الجهاز خلال %n ثانية.</numerusform>
            <numerusform>سيُمسح هذا الجهاز خلال %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>This tablet is being cleared.</source>
        <translation type="unfinished">يجري مسح هذا الجهاز.</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation type="unfinished">هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>Touch the screen anywhere to go on.</source>
        <translation type="unfinished">المس الشاشة في أي مكان للمتابعة.</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation type="unfinished">ما زلت هنا</translation>
    </message>
</context>
<context>
    <name>TvOverlay</name>
    <message>
        <source>Home</source>
        <translation type="unfinished">الرئيسية</translation>
    </message>
    <message>
        <source>Comfort</source>
        <translation type="unfinished">الراحة</translation>
    </message>
    <message>
        <source>Channel down</source>
        <translation type="unfinished">القناة السابقة</translation>
    </message>
    <message>
        <source>Channel up</source>
        <translation type="unfinished">القناة التالية</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished">مستوى الصوت</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished">خفض الصوت</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished">رفع الصوت</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished">الدليل</translation>
    </message>
</context>
<context>
    <name>TypedNumber</name>
    <message>
        <source>No channel has this number</source>
        <translation type="unfinished">لا توجد قناة بهذا الرقم</translation>
    </message>
</context>
<context>
    <name>VolumeNotice</name>
    <message>
        <source>Sound is off</source>
        <translation type="unfinished">الصوت مغلق</translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation type="unfinished">الصوت %1</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Start</source>
        <translation type="unfinished">ابدأ</translation>
    </message>
    <message>
        <source>This tablet does not know who you are.</source>
        <translation type="unfinished">هذا الجهاز لا يعرف من أنت.</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>Purpose</source>
        <extracomment>Heading of a privacy notice: what personal data is used for</extracomment>
        <translation type="unfinished">الغرض</translation>
    </message>
    <message>
        <source>Categories of data</source>
        <extracomment>Heading of a privacy notice: which kinds of personal data there are</extracomment>
        <translation type="unfinished">فئات البيانات</translation>
    </message>
    <message>
        <source>Sources</source>
        <extracomment>Heading of a privacy notice: where personal data comes from</extracomment>
        <translation type="unfinished">المصادر</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation type="unfinished">الأساس القانوني</translation>
    </message>
    <message>
        <source>Recipients</source>
        <extracomment>Heading of a privacy notice: who is given personal data</extracomment>
        <translation type="unfinished">الجهات المتلقية</translation>
    </message>
    <message>
        <source>Transfer to countries outside the EU/EEA</source>
        <translation type="unfinished">النقل إلى بلدان خارج الاتحاد الأوروبي والمنطقة الاقتصادية الأوروبية</translation>
    </message>
    <message>
        <source>Storage</source>
        <extracomment>Heading of a privacy notice: how long personal data is kept</extracomment>
        <translation type="unfinished">مدة الحفظ</translation>
    </message>
    <message>
        <source>Your rights</source>
        <translation type="unfinished">حقوقك</translation>
    </message>
    <message>
        <source>Information</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">الإعلام</translation>
    </message>
    <message>
        <source>Access</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">الاطلاع</translation>
    </message>
    <message>
        <source>Correction</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">التصحيح</translation>
    </message>
    <message>
        <source>Erasure</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">المحو</translation>
    </message>
    <message>
        <source>Restriction</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">التقييد</translation>
    </message>
    <message>
        <source>Objection</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">الاعتراض</translation>
    </message>
    <message>
        <source>No decision by a machine alone</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">لا قرار تتخذه آلة وحدها</translation>
    </message>
    <message>
        <source>Withdrawing consent</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">سحب الموافقة</translation>
    </message>
    <message>
        <source>Taking your data with you</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">نقل بياناتك</translation>
    </message>
    <message>
        <source>Whom to turn to</source>
        <translation type="unfinished">لمن تتوجه</translation>
    </message>
    <message>
        <source>Responsible for your data</source>
        <extracomment>The data controller</extracomment>
        <translation type="unfinished">المسؤول عن بياناتك</translation>
    </message>
    <message>
        <source>Data protection officer</source>
        <translation type="unfinished">مسؤول حماية البيانات</translation>
    </message>
    <message>
        <source>If you want to complain</source>
        <translation type="unfinished">إذا أردت تقديم شكوى</translation>
    </message>
    <message>
        <source>Agreement</source>
        <extracomment>The data processing agreement's reference stands beside it</extracomment>
        <translation type="unfinished">الاتفاقية</translation>
    </message>
    <message>
        <source>You can be told what happens with data about you, and why.</source>
        <translation type="unfinished">يمكنك أن تعرف ماذا يحدث للبيانات المتعلقة بك ولماذا.</translation>
    </message>
    <message>
        <source>You can see the data about you and get a copy.</source>
        <translation type="unfinished">يمكنك الاطلاع على البيانات المتعلقة بك والحصول على نسخة منها.</translation>
    </message>
    <message>
        <source>You can have wrong data about you put right.</source>
        <translation type="unfinished">يمكنك طلب تصحيح البيانات الخاطئة المتعلقة بك.</translation>
    </message>
    <message>
        <source>You can ask for data about you to be erased.</source>
        <translation type="unfinished">يمكنك طلب محو البيانات المتعلقة بك.</translation>
    </message>
    <message>
        <source>You can ask that data about you is kept but not used.</source>
        <translation type="unfinished">يمكنك طلب حفظ البيانات المتعلقة بك دون استخدامها.</translation>
    </message>
    <message>
        <source>You can say no to the use of data about you.</source>
        <translation type="unfinished">يمكنك رفض استخدام البيانات المتعلقة بك.</translation>
    </message>
    <message>
        <source>You can ask that a person decides what matters to you.</source>
        <translation type="unfinished">يمكنك أن تطلب أن يتخذ إنسان القرارات المهمة بالنسبة لك.</translation>
    </message>
    <message>
        <source>If you have said yes to something, you can take it back at any time.</source>
        <translation type="unfinished">إذا وافقت على شيء فيمكنك سحب موافقتك في أي وقت.</translation>
    </message>
    <message>
        <source>You can get the data that you have given, in a form that others can read.</source>
        <translation type="unfinished">يمكنك الحصول على البيانات التي قدّمتها بصيغة يمكن للآخرين قراءتها.</translation>
    </message>
</context>
<context>
    <name>PlainWords</name>
    <message>
        <source>We do not know who you are.</source>
        <translation type="unfinished">لا نعرف من أنت.</translation>
    </message>
    <message>
        <source>When you finish, everything you did here is erased.</source>
        <translation type="unfinished">عند الإنهاء يُمحى كل ما فعلته هنا.</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation type="unfinished">الخصوصية</translation>
    </message>
</context>
<context>
    <name>CleaningPage</name>
    <message>
        <source>Screen locked for cleaning</source>
        <translation type="unfinished">الشاشة مقفلة للتنظيف</translation>
    </message>
    <message>
        <source>Wipe the screen, the edges and the back with a disinfectant wipe.</source>
        <translation type="unfinished">امسح الشاشة والحواف والجهة الخلفية بمنديل معقّم.</translation>
    </message>
    <message>
        <source>Leave it wet until the time is up.</source>
        <translation type="unfinished">اتركها رطبة حتى انتهاء الوقت.</translation>
    </message>
    <message>
        <source>Do not dry it with a cloth.</source>
        <translation type="unfinished">لا تجففها بقطعة قماش.</translation>
    </message>
    <message>
        <source>Afterwards the tablet is ready for the next person by itself.</source>
        <translation type="unfinished">بعد ذلك يصبح الجهاز جاهزًا للشخص التالي تلقائيًا.</translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message>
        <source>Day</source>
        <translation type="unfinished">اليوم المطلوب</translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished">أمس</translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished">اليوم</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished">غداً</translation>
    </message>
</context>
<context>
    <name>GuideBar</name>
    <message>
        <source>Home</source>
        <translation type="unfinished">الرئيسية</translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished">الآن</translation>
    </message>
    <message>
        <source>Tonight</source>
        <translation type="unfinished">الليلة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">إغلاق</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>There is no programme information right now. Touch a channel to watch it.</source>
        <translation type="unfinished">لا توجد معلومات عن البرامج الآن. المس قناة لمشاهدتها.</translation>
    </message>
    <message>
        <source>This guide is from %1, %2.</source>
        <translation type="unfinished">هذا الدليل من %1، الساعة %2.</translation>
    </message>
</context>
<context>
    <name>GuideSlot</name>
    <message>
        <source>No programme information</source>
        <translation type="unfinished">لا توجد معلومات عن البرامج</translation>
    </message>
</context>
<context>
    <name>ProgrammeSheet</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished">%1، %2</translation>
    </message>
    <message>
        <source>The guide knows nothing of this time on this channel.</source>
        <translation type="unfinished">لا يعرف الدليل ما يُعرض على هذه القناة في هذا الوقت.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished">شاهد</translation>
    </message>
    <message>
        <source>Watch %1 now</source>
        <translation type="unfinished">شاهد %1 الآن</translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished">مباشر</translation>
    </message>
    <message>
        <source>First showing</source>
        <translation type="unfinished">عرض أول</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation type="unfinished">إعادة</translation>
    </message>
    <message>
        <source>From %1 years</source>
        <translation type="unfinished">من سن %1</translation>
    </message>
    <message>
        <source>Directed by %1</source>
        <translation type="unfinished">إخراج %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation type="unfinished">مع %1</translation>
    </message>
    <message>
        <source>Described in: %1</source>
        <translation type="unfinished">الوصف متاح بـ: %1</translation>
    </message>
</context>
<context>
    <name>NowNext</name>
    <message>
        <source>Next: %1 %2</source>
        <extracomment>%1 is the title of the programme that follows, %2 the time of day when it begins</extracomment>
        <translation type="unfinished">التالي: %1 %2</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>until %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation type="unfinished">حتى %1</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Capital letters</source>
        <translation type="unfinished">أحرف كبيرة</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>A key: takes the last letter away</extracomment>
        <translation type="unfinished">حذف</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished">حروف</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation type="unfinished">أرقام ورموز</translation>
    </message>
    <message>
        <source>Other letters</source>
        <extracomment>A key: turns from the language's own letters to Latin ones, or back</extracomment>
        <translation type="unfinished">حروف أخرى</translation>
    </message>
    <message>
        <source>Space</source>
        <extracomment>The wide key between words</extracomment>
        <translation type="unfinished">مسافة</translation>
    </message>
    <message>
        <source>Enter</source>
        <extracomment>The key that ends a line or sends what was typed</extracomment>
        <translation type="unfinished">تم</translation>
    </message>
    <message>
        <source>Hide keys</source>
        <extracomment>A key: puts the keyboard on the screen away</extracomment>
        <translation type="unfinished">إخفاء</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search</source>
        <translation type="unfinished">بحث</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search</source>
        <translation type="unfinished">بحث</translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished">الرئيسية</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">إغلاق</translation>
    </message>
    <message>
        <source>Channel, number or programme</source>
        <translation type="unfinished">قناة أو رقم أو برنامج</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished">لم يُعثر على شيء</translation>
    </message>
    <message>
        <source>Type the beginning of a name, or a channel's number.</source>
        <translation type="unfinished">اكتب بداية اسم أو رقم قناة.</translation>
    </message>
    <message>
        <source>Look in all channels</source>
        <translation type="unfinished">ابحث في كل القنوات</translation>
    </message>
    <message>
        <source>There is nothing like that among “%1”.</source>
        <extracomment>%1 is a group of channels</extracomment>
        <translation type="unfinished">لا يوجد شيء من هذا ضمن «%1».</translation>
    </message>
    <message>
        <source>Try fewer letters, or only the first word.</source>
        <translation type="unfinished">جرّب حروفاً أقل، أو الكلمة الأولى فقط.</translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>Channel %1</source>
        <translation type="unfinished">القناة %1</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished">مشاهدة</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation type="unfinished">استماع</translation>
    </message>
    <message>
        <source>now, until %1</source>
        <translation type="unfinished">الآن، حتى %1</translation>
    </message>
    <message>
        <source>today %1</source>
        <extracomment>A time of day, as 21:00–21:30</extracomment>
        <translation type="unfinished">اليوم %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation type="unfinished">غداً %1</translation>
    </message>
</context>
<context>
    <name>ReminderPanel</name>
    <message>
        <source>Starts now: %1</source>
        <extracomment>%1 is the title of a programme</extracomment>
        <translation type="unfinished">يبدأ الآن: %1</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished">مشاهدة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">إغلاق</translation>
    </message>
</context>
<context>
    <name>StarButton</name>
    <message>
        <source>First in the list</source>
        <extracomment>A channel with a star; touched again it goes back to its place</extracomment>
        <translation type="unfinished">في أول القائمة</translation>
    </message>
    <message>
        <source>%1 stands first</source>
        <extracomment>%1 is a channel with a star; touched again it goes back to its place</extracomment>
        <translation type="unfinished">%1 في أول القائمة</translation>
    </message>
    <message>
        <source>Put %1 first</source>
        <extracomment>%1 is a channel: it gets a star and stands first in lists</extracomment>
        <translation type="unfinished">ضع %1 أولاً</translation>
    </message>
    <message>
        <source>Put first</source>
        <extracomment>Gives a channel a star: it then stands first in lists</extracomment>
        <translation type="unfinished">ضعها أولاً</translation>
    </message>
</context>
<context>
    <name>RemindButton</name>
    <message>
        <source>Remind me</source>
        <translation type="unfinished">ذكّرني</translation>
    </message>
    <message>
        <source>You will be reminded</source>
        <extracomment>Touched again, the reminder is taken away</extracomment>
        <translation type="unfinished">سيتم تذكيرك</translation>
    </message>
</context>
<context>
    <name>SoundPanel</name>
    <message>
        <source>Volume</source>
        <translation type="unfinished">مستوى الصوت</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished">خفض الصوت</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished">رفع الصوت</translation>
    </message>
</context>
<context>
    <name>VisitBar</name>
    <message>
        <source>Home</source>
        <translation type="unfinished">الرئيسية</translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished">رجوع</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished">الصوت</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished">جارٍ التحميل</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Back to the page</source>
        <translation type="unfinished">العودة إلى الصفحة</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished">مغادرة</translation>
    </message>
    <message>
        <source>This page cannot be opened here</source>
        <translation type="unfinished">لا يمكن فتح هذه الصفحة هنا</translation>
    </message>
    <message>
        <source>The page does not answer right now</source>
        <translation type="unfinished">الصفحة لا تستجيب الآن</translation>
    </message>
    <message>
        <source>This page is not safe to use</source>
        <translation type="unfinished">هذه الصفحة غير آمنة للاستخدام</translation>
    </message>
    <message>
        <source>The page became too large</source>
        <translation type="unfinished">أصبحت الصفحة كبيرة جدًا</translation>
    </message>
    <message>
        <source>The page stopped</source>
        <translation type="unfinished">توقفت الصفحة</translation>
    </message>
    <message>
        <source>It does not belong to this service. Everything else here works as before.</source>
        <translation type="unfinished">إنها لا تنتمي إلى هذه الخدمة. كل شيء آخر هنا يعمل كما كان.</translation>
    </message>
    <message>
        <source>Television and radio still work. Try again in a while.</source>
        <translation type="unfinished">التلفزيون والراديو ما زالا يعملان. حاول مرة أخرى بعد قليل.</translation>
    </message>
    <message>
        <source>It could not show that it is the right one, so it was not opened. Please tell the staff.</source>
        <translation type="unfinished">لم تستطع إثبات أنها الصفحة الصحيحة، لذلك لم تُفتح. يُرجى إخبار الموظفين.</translation>
    </message>
    <message>
        <source>It needed more memory than there is, and was closed. Television and radio still work.</source>
        <translation type="unfinished">احتاجت إلى ذاكرة أكثر من المتاح فأُغلقت. التلفزيون والراديو ما زالا يعملان.</translation>
    </message>
    <message>
        <source>It was closed. You can open it again.</source>
        <translation type="unfinished">تم إغلاقها. يمكنك فتحها مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>PageChoice</name>
    <message>
        <source>Choose</source>
        <translation type="unfinished">اختر</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">إلغاء</translation>
    </message>
</context>
<context>
    <name>PageDay</name>
    <message>
        <source>Choose a day</source>
        <translation type="unfinished">اختر يومًا</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation type="unfinished">الشهر السابق</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation type="unfinished">الشهر التالي</translation>
    </message>
    <message>
        <source>Previous year</source>
        <translation type="unfinished">السنة السابقة</translation>
    </message>
    <message>
        <source>Next year</source>
        <translation type="unfinished">السنة التالية</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">إلغاء</translation>
    </message>
</context>
<context>
    <name>PageQuestion</name>
    <message>
        <source>It stops when you leave the service. You are asked each time.</source>
        <translation type="unfinished">يتوقف ذلك عند مغادرة الخدمة. ستُسأل في كل مرة.</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation type="unfinished">السماح</translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished">موافق</translation>
    </message>
    <message>
        <source>Do not allow</source>
        <translation type="unfinished">عدم السماح</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">إلغاء</translation>
    </message>
    <message>
        <source>%1 wants to use the camera</source>
        <extracomment>%1 is the name of a service</extracomment>
        <translation type="unfinished">تريد %1 استخدام الكاميرا</translation>
    </message>
    <message>
        <source>%1 wants to use the microphone</source>
        <extracomment>%1 is the name of a service</extracomment>
        <translation type="unfinished">تريد %1 استخدام الميكروفون</translation>
    </message>
    <message>
        <source>%1 wants to use camera and microphone</source>
        <extracomment>%1 is the name of a service</extracomment>
        <translation type="unfinished">تريد %1 استخدام الكاميرا والميكروفون</translation>
    </message>
    <message>
        <source>%1 says</source>
        <extracomment>%1 is the name of a service</extracomment>
        <translation type="unfinished">تقول %1</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>Services</source>
        <translation type="unfinished">الخدمات</translation>
    </message>
</context>
<context>
    <name>ServiceRow</name>
    <message>
        <source>Open %1</source>
        <extracomment>%1 is a time of day, from and to</extracomment>
        <translation type="unfinished">مفتوح %1</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished">جارٍ الفتح…</translation>
    </message>
</context>
<context>
    <name>ServiceNotice</name>
    <message>
        <source>The service closed</source>
        <translation type="unfinished">أُغلقت الخدمة</translation>
    </message>
    <message>
        <source>Something went wrong, and it was closed. You can open it again. Television and radio still work.</source>
        <translation type="unfinished">حدث خطأ ما فأُغلقت. يمكنك فتحها مرة أخرى. التلفزيون والراديو ما زالا يعملان.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished">جارٍ الفتح…</translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished">موافق</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">إلغاء</translation>
    </message>
</context>
<context>
    <name>StaffHead</name>
    <message>
        <source>Back to the patient</source>
        <translation type="unfinished">العودة إلى المريض</translation>
    </message>
</context>
<context>
    <name>PadPage</name>
    <message>
        <source>Staff</source>
        <translation type="unfinished">الطاقم</translation>
    </message>
    <message>
        <source>Without a PIN</source>
        <translation type="unfinished">بدون رمز</translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation type="unfinished">امسح الآن</translation>
    </message>
    <message>
        <source>Clear and clean</source>
        <translation type="unfinished">امسح ونظّف</translation>
    </message>
    <message>
        <source>Take the last digit back</source>
        <translation type="unfinished">احذف الرقم الأخير</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished">تأكيد</translation>
    </message>
    <message>
        <source>No PIN works at this tablet.</source>
        <translation type="unfinished">لا يعمل أي رمز على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Next try in %1</source>
        <extracomment>%1 is a time such as 0:30</extracomment>
        <translation type="unfinished">المحاولة التالية بعد %1</translation>
    </message>
    <message>
        <source>One moment...</source>
        <translation type="unfinished">لحظة من فضلك...</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Enter the PIN</source>
        <translation type="unfinished">أدخل الرمز</translation>
    </message>
    <message>
        <source>Hospital IT can set it up. Clearing and cleaning work all the same.</source>
        <translation type="unfinished">يمكن لقسم تقنية المعلومات إعداده. المسح والتنظيف يعملان رغم ذلك.</translation>
    </message>
    <message>
        <source>Hospital IT can end the waiting.</source>
        <translation type="unfinished">يمكن لقسم تقنية المعلومات إنهاء الانتظار.</translation>
    </message>
    <message>
        <source>The patient's screen stands still meanwhile.</source>
        <translation type="unfinished">شاشة المريض متوقفة في هذه الأثناء.</translation>
    </message>
</context>
<context>
    <name>NursePage</name>
    <message>
        <source>Clear now</source>
        <translation type="unfinished">امسح الآن</translation>
    </message>
    <message>
        <source>Clear and clean</source>
        <translation type="unfinished">امسح ونظّف</translation>
    </message>
    <message>
        <source>Erases what the patient did here. Then Welcome.</source>
        <translation type="unfinished">يمسح كل ما فعله المريض هنا، ثم شاشة الترحيب.</translation>
    </message>
    <message>
        <source>Erases it and locks the screen while you wipe it. Then Welcome.</source>
        <translation type="unfinished">يمسحه ويقفل الشاشة أثناء تنظيفها، ثم شاشة الترحيب.</translation>
    </message>
    <message>
        <source>Night</source>
        <translation type="unfinished">الليل</translation>
    </message>
    <message>
        <source>Dims the screen and lets only headphones be heard.</source>
        <translation type="unfinished">يعتّم الشاشة ولا يُسمع الصوت إلا في السماعات.</translation>
    </message>
    <message>
        <source>Night until %1.</source>
        <translation type="unfinished">ليل حتى %1.</translation>
    </message>
    <message>
        <source>Loudest volume</source>
        <translation type="unfinished">أعلى صوت</translation>
    </message>
    <message>
        <source>At this bed it is %1 percent.</source>
        <translation type="unfinished">عند هذا السرير %1 بالمئة.</translation>
    </message>
    <message>
        <source>Language of Welcome</source>
        <translation type="unfinished">لغة الترحيب</translation>
    </message>
    <message>
        <source>Welcome begins in %1.</source>
        <translation type="unfinished">يبدأ الترحيب بـ %1.</translation>
    </message>
    <message>
        <source>Text and colours</source>
        <translation type="unfinished">النص والألوان</translation>
    </message>
    <message>
        <source>How every session at this bed begins.</source>
        <translation type="unfinished">هكذا تبدأ كل جلسة عند هذا السرير.</translation>
    </message>
    <message>
        <source>TV problem</source>
        <translation type="unfinished">مشكلة في التلفاز</translation>
    </message>
    <message>
        <source>Looks at network, streams and sound, and says what to do.</source>
        <translation type="unfinished">يفحص الشبكة والبث والصوت ويخبرك بما يجب فعله.</translation>
    </message>
    <message>
        <source>Which bed this is</source>
        <translation type="unfinished">أي سرير هذا</translation>
    </message>
    <message>
        <source>This tablet is at %1.</source>
        <translation type="unfinished">هذا الجهاز عند %1.</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation type="unfinished">خارج الخدمة</translation>
    </message>
    <message>
        <source>Welcome says so now.</source>
        <translation type="unfinished">شاشة الترحيب تقول ذلك الآن.</translation>
    </message>
    <message>
        <source>Welcome says so, and nobody can start.</source>
        <translation type="unfinished">تقول شاشة الترحيب ذلك ولا يستطيع أحد البدء.</translation>
    </message>
</context>
<context>
    <name>ItPage</name>
    <message>
        <source>Hospital IT</source>
        <translation type="unfinished">قسم تقنية المعلومات</translation>
    </message>
    <message>
        <source>One moment...</source>
        <translation type="unfinished">لحظة...</translation>
    </message>
    <message>
        <source>About this tablet</source>
        <translation type="unfinished">عن هذا الجهاز</translation>
    </message>
    <message>
        <source>New configuration</source>
        <translation type="unfinished">إعدادات جديدة</translation>
    </message>
    <message>
        <source>Network test</source>
        <translation type="unfinished">اختبار الشبكة</translation>
    </message>
    <message>
        <source>Sound test</source>
        <translation type="unfinished">اختبار الصوت</translation>
    </message>
    <message>
        <source>Screen test</source>
        <translation type="unfinished">اختبار الشاشة</translation>
    </message>
    <message>
        <source>Bundle to a stick</source>
        <translation type="unfinished">الحزمة إلى USB</translation>
    </message>
    <message>
        <source>Bundle to a phone</source>
        <translation type="unfinished">الحزمة للهاتف</translation>
    </message>
    <message>
        <source>Enrol again</source>
        <translation type="unfinished">سجّل من جديد</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished">إعادة تشغيل</translation>
    </message>
</context>
<context>
    <name>ClearQuestion</name>
    <message>
        <source>Clear this tablet and lock it for cleaning?</source>
        <translation type="unfinished">هل تريد مسح الجهاز وقفله للتنظيف؟</translation>
    </message>
    <message>
        <source>Clear this tablet?</source>
        <translation type="unfinished">هل تريد مسح هذا الجهاز؟</translation>
    </message>
    <message>
        <source>Everything that the patient did here is erased.</source>
        <translation type="unfinished">سيُمسح كل ما فعله المريض هنا.</translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation type="unfinished">امسح الآن</translation>
    </message>
    <message>
        <source>Clear and clean</source>
        <translation type="unfinished">امسح ونظّف</translation>
    </message>
    <message>
        <source>Keep it as it is</source>
        <translation type="unfinished">أبقِ كل شيء كما هو</translation>
    </message>
</context>
<context>
    <name>EasyPage</name>
    <message>
        <source>Channel up</source>
        <translation type="unfinished">القناة التالية</translation>
    </message>
    <message>
        <source>Channel down</source>
        <translation type="unfinished">القناة السابقة</translation>
    </message>
    <message>
        <source>No picture on this channel right now. Try another one.</source>
        <translation type="unfinished">لا توجد صورة على هذه القناة الآن. جرّب قناة أخرى.</translation>
    </message>
    <message>
        <source>No picture on this channel right now. We keep trying.</source>
        <translation type="unfinished">لا توجد صورة على هذه القناة الآن. نواصل المحاولة.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished">إيقاف</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished">رفع الصوت</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished">خفض الصوت</translation>
    </message>
    <message>
        <source>Television</source>
        <translation type="unfinished">التلفزيون</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation type="unfinished">كل شيء آخر</translation>
    </message>
</context>
<context>
    <name>SpeakerOff</name>
    <message>
        <source>Quiet time: plug in headphones to listen.</source>
        <extracomment>The hospital lets only headphones be heard at this hour.</extracomment>
        <translation type="unfinished">وقت الهدوء: وصِّل سماعات الرأس لتستمع.</translation>
    </message>
</context>
<context>
    <name>NurseSheets</name>
    <message>
        <source>Night</source>
        <translation type="unfinished">الليل</translation>
    </message>
    <message>
        <source>The screen is dim and only headphones are heard, until the hour that you choose.</source>
        <translation type="unfinished">الشاشة معتمة ولا يُسمع الصوت إلا في السماعات حتى الساعة التي تختارها.</translation>
    </message>
    <message>
        <source>Until %1 o'clock</source>
        <translation type="unfinished">حتى الساعة %1</translation>
    </message>
    <message>
        <source>End the night now</source>
        <translation type="unfinished">أنهِ الليل الآن</translation>
    </message>
    <message>
        <source>Loudest volume</source>
        <translation type="unfinished">أعلى صوت</translation>
    </message>
    <message>
        <source>No patient at this bed can make it louder than this. It stays so after clearing.</source>
        <translation type="unfinished">لا يستطيع أي مريض عند هذا السرير رفع الصوت أكثر. يبقى ذلك بعد المسح.</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished">أخفض</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished">أعلى</translation>
    </message>
    <message>
        <source>%1 percent of what the tablet can do</source>
        <translation type="unfinished">%1 بالمئة مما يستطيعه الجهاز</translation>
    </message>
    <message>
        <source>As the hospital has it (%1 percent)</source>
        <translation type="unfinished">كما حدده المستشفى (%1 بالمئة)</translation>
    </message>
    <message>
        <source>Language of Welcome</source>
        <translation type="unfinished">لغة الترحيب</translation>
    </message>
    <message>
        <source>Every patient can still choose another. It stays so after clearing.</source>
        <translation type="unfinished">يستطيع كل مريض اختيار لغة أخرى. يبقى ذلك بعد المسح.</translation>
    </message>
    <message>
        <source>Text and colours</source>
        <translation type="unfinished">النص والألوان</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished">حجم النص</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished">الألوان</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished">الترتيب</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished">كل شيء</translation>
    </message>
    <message>
        <source>Easy mode: only television</source>
        <translation type="unfinished">الوضع السهل: التلفاز فقط</translation>
    </message>
    <message>
        <source>Which bed this is</source>
        <translation type="unfinished">أي سرير هذا</translation>
    </message>
    <message>
        <source>Now it is %1. Choose where this tablet stands; what was set for the bed before is forgotten.</source>
        <translation type="unfinished">الآن هو %1. اختر مكان هذا الجهاز؛ ما ضُبط للسرير السابق يُنسى.</translation>
    </message>
    <message>
        <source>Is this tablet at %1?</source>
        <translation type="unfinished">هل هذا الجهاز عند %1؟</translation>
    </message>
    <message>
        <source>It then shows what the hospital has for that bed. Hospital IT is told.</source>
        <translation type="unfinished">سيعرض عندها ما خصصه المستشفى لذلك السرير، ويُبلَّغ قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>Yes, it is</source>
        <translation type="unfinished">نعم</translation>
    </message>
    <message>
        <source>No, back</source>
        <translation type="unfinished">لا، رجوع</translation>
    </message>
    <message>
        <source>Is this tablet in order again?</source>
        <translation type="unfinished">هل عاد الجهاز إلى الخدمة؟</translation>
    </message>
    <message>
        <source>Put this tablet out of order?</source>
        <translation type="unfinished">هل تريد إخراج الجهاز من الخدمة؟</translation>
    </message>
    <message>
        <source>Welcome can be started again.</source>
        <translation type="unfinished">يمكن البدء من شاشة الترحيب من جديد.</translation>
    </message>
    <message>
        <source>From the next Welcome on it says so, and nobody can start. Staff can end that here.</source>
        <translation type="unfinished">تقول شاشة الترحيب التالية ذلك ولا يستطيع أحد البدء. يمكن للطاقم إنهاء ذلك من هنا.</translation>
    </message>
    <message>
        <source>It is in order</source>
        <translation type="unfinished">عاد إلى الخدمة</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation type="unfinished">خارج الخدمة</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation type="unfinished">اتركه كما هو</translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished">كبير</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished">الأكبر</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished">عادي</translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished">نهار</translation>
    </message>
    <message>
        <source>Night colours</source>
        <translation type="unfinished">ألوان الليل</translation>
    </message>
    <message>
        <source>Strong contrast</source>
        <translation type="unfinished">تباين قوي</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation type="unfinished">كالمعتاد</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>TV problem</source>
        <translation type="unfinished">مشكلة في التلفاز</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished">افحص مرة أخرى</translation>
    </message>
    <message>
        <source>Looking at network, television and sound...</source>
        <translation type="unfinished">جارٍ فحص الشبكة والتلفاز والصوت...</translation>
    </message>
    <message>
        <source>The network cable is loose. Plug it in at the wall and at the tablet; if that does not help, tell hospital IT: no link.</source>
        <translation type="unfinished">كابل الشبكة مفصول. صِله بالجدار وبالجهاز، وإن لم يفد ذلك فأخبر قسم تقنية المعلومات: لا يوجد اتصال.</translation>
    </message>
    <message>
        <source>The tablet gets no network address. Tell hospital IT: no address.</source>
        <translation type="unfinished">لا يحصل الجهاز على عنوان شبكة. أخبر قسم تقنية المعلومات: لا يوجد عنوان.</translation>
    </message>
    <message>
        <source>The network does not answer. Tell hospital IT: no gateway.</source>
        <translation type="unfinished">الشبكة لا تستجيب. أخبر قسم تقنية المعلومات: لا توجد بوابة.</translation>
    </message>
    <message>
        <source>The network does not find the television. Tell hospital IT: no name server.</source>
        <translation type="unfinished">لا تجد الشبكة التلفاز. أخبر قسم تقنية المعلومات: لا يوجد خادم أسماء.</translation>
    </message>
    <message>
        <source>The television system does not answer. Tell hospital IT: no head-end.</source>
        <translation type="unfinished">نظام التلفاز لا يستجيب. أخبر قسم تقنية المعلومات: المحطة الرئيسية لا تستجيب.</translation>
    </message>
    <message>
        <source>The television system sends no picture. Tell hospital IT: no stream.</source>
        <translation type="unfinished">نظام التلفاز لا يرسل صورة. أخبر قسم تقنية المعلومات: لا يوجد بث.</translation>
    </message>
    <message>
        <source>Some channels are not sent. Choose another channel, and tell hospital IT: some streams are missing.</source>
        <translation type="unfinished">بعض القنوات لا تُبث. اختر قناة أخرى وأخبر قسم تقنية المعلومات: بعض البث مفقود.</translation>
    </message>
    <message>
        <source>This tablet has no sound. Try headphones; if that does not help, tell hospital IT: no sound output.</source>
        <translation type="unfinished">لا يوجد صوت في هذا الجهاز. جرّب السماعات، وإن لم يفد ذلك فأخبر قسم تقنية المعلومات: لا يوجد مخرج صوت.</translation>
    </message>
    <message>
        <source>The sound is muted, or only headphones may be heard now. Plug in headphones, or look at Night.</source>
        <translation type="unfinished">الصوت مكتوم أو مسموح به في السماعات فقط الآن. صِل السماعات أو راجع الليل.</translation>
    </message>
    <message>
        <source>The volume is at its lowest. Make it louder with Loudest volume.</source>
        <translation type="unfinished">الصوت في أدنى مستوى. ارفعه من أعلى صوت.</translation>
    </message>
    <message>
        <source>The picture breaks off often. If it goes on, tell hospital IT: streams fail.</source>
        <translation type="unfinished">تنقطع الصورة كثيراً. إذا استمر ذلك فأخبر قسم تقنية المعلومات: البث ينقطع.</translation>
    </message>
    <message>
        <source>Network, television and sound are well. Choose another channel; if that does not help, clear the tablet.</source>
        <translation type="unfinished">الشبكة والتلفاز والصوت بحالة جيدة. اختر قناة أخرى، وإن لم يفد ذلك فامسح الجهاز.</translation>
    </message>
</context>
<context>
    <name>OutOfOrder</name>
    <message>
        <source>This tablet is out of order</source>
        <translation type="unfinished">هذا الجهاز خارج الخدمة</translation>
    </message>
    <message>
        <source>The nursing staff know. Please ask them for another one.</source>
        <translation type="unfinished">طاقم التمريض على علم بذلك. اطلب منهم جهازاً آخر من فضلك.</translation>
    </message>
    <message>
        <source>This tablet's name: %1</source>
        <translation type="unfinished">اسم هذا الجهاز: %1</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>The tablet is not connected to the network. Push the network plug in and try again; else call IT.</source>
        <translation type="unfinished">الجهاز غير متصل بالشبكة. أدخِل قابس الشبكة جيدًا وحاول مرة أخرى، وإلا فاتصل بقسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>The network gives this tablet no address. Call IT.</source>
        <translation type="unfinished">لا تعطي الشبكة عنوانًا لهذا الجهاز. اتصل بقسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>The network does not let this tablet through. Call IT.</source>
        <translation type="unfinished">لا تسمح الشبكة لهذا الجهاز بالعبور. اتصل بقسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>The network does not find the television server's name. Call IT.</source>
        <translation type="unfinished">لا تجد الشبكة اسم خادم التلفزيون. اتصل بقسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>The television server does not answer. Call IT.</source>
        <translation type="unfinished">خادم التلفزيون لا يستجيب. اتصل بقسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>The television server sends no picture. Call IT.</source>
        <translation type="unfinished">خادم التلفزيون لا يرسل صورة. اتصل بقسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>Some channels are not sent just now. Try another channel, and tell IT.</source>
        <translation type="unfinished">بعض القنوات لا تُبث الآن. جرّب قناة أخرى وأخبر قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>The tablet finds nothing to play sound on. Push the headphones' plug in; else call IT.</source>
        <translation type="unfinished">لا يجد الجهاز ما يشغّل الصوت عليه. أدخِل قابس السماعات جيدًا، وإلا فاتصل بقسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>The sound is off. Turn it on with the volume keys.</source>
        <translation type="unfinished">الصوت مغلق. شغّله بمفتاحي مستوى الصوت.</translation>
    </message>
    <message>
        <source>The volume is at zero. Turn it up.</source>
        <translation type="unfinished">مستوى الصوت صفر. ارفعه.</translation>
    </message>
    <message>
        <source>Network and television work, but the picture breaks off often. Tell IT.</source>
        <translation type="unfinished">الشبكة والتلفزيون يعملان، لكن الصورة تنقطع كثيرًا. أخبر قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>Network, television and sound work. Choose the channel again.</source>
        <translation type="unfinished">الشبكة والتلفزيون والصوت تعمل. اختر القناة مرة أخرى.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished">الاتصال</translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished">العنوان</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation type="unfinished">البوابة</translation>
    </message>
    <message>
        <source>Name server</source>
        <translation type="unfinished">خادم الأسماء</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation type="unfinished">البث</translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished">سليم</translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished">مفقود</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation type="unfinished">الاسم غير موجود</translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished">مرفوض</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished">لا استجابة</translation>
    </message>
    <message>
        <source>sends nothing</source>
        <translation type="unfinished">لا يرسل شيئًا</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished">لم يُسأل</translation>
    </message>
</context>
<context>
    <name>ItWords</name>
    <message>
        <source>Device</source>
        <translation type="unfinished">الجهاز</translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished">الإصدار</translation>
    </message>
    <message>
        <source>Hospital / ward</source>
        <translation type="unfinished">المستشفى / القسم</translation>
    </message>
    <message>
        <source>Configuration no.</source>
        <translation type="unfinished">رقم الإعدادات</translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished">نُشرت</translation>
    </message>
    <message>
        <source>Age in days</source>
        <translation type="unfinished">العمر بالأيام</translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished">بواسطة</translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished">السبب</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished">الاتفاقية</translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished">الحالة</translation>
    </message>
    <message>
        <source>Freed memory</source>
        <translation type="unfinished">الذاكرة المحرَّرة</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation type="unfinished">محدَّثة</translation>
    </message>
    <message>
        <source>the hospital's server cannot be reached</source>
        <translation type="unfinished">لا يمكن الوصول إلى خادم المستشفى</translation>
    </message>
    <message>
        <source>what the hospital's server holds was refused</source>
        <translation type="unfinished">رُفض ما هو موجود على خادم المستشفى</translation>
    </message>
    <message>
        <source>what the hospital's server holds is too old</source>
        <translation type="unfinished">ما هو موجود على خادم المستشفى قديم جدًا</translation>
    </message>
    <message>
        <source>the tablet's disk takes nothing</source>
        <translation type="unfinished">قرص الجهاز لا يقبل أي بيانات</translation>
    </message>
    <message>
        <source>is erased</source>
        <translation type="unfinished">تُمحى</translation>
    </message>
    <message>
        <source>is not erased (init_on_free)</source>
        <translation type="unfinished">لا تُمحى (init_on_free)</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished">إنهاء</translation>
    </message>
    <message>
        <source>Nobody there</source>
        <translation type="unfinished">لا أحد</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation type="unfinished">بلا رد</translation>
    </message>
    <message>
        <source>Daily hour</source>
        <translation type="unfinished">الموعد اليومي</translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished">التشغيل</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation type="unfinished">انهيار</translation>
    </message>
    <message>
        <source>Supervisor restarted</source>
        <translation type="unfinished">أُعيد تشغيل المشرف</translation>
    </message>
    <message>
        <source>New configuration</source>
        <translation type="unfinished">إعدادات جديدة</translation>
    </message>
    <message>
        <source>Signed instruction</source>
        <translation type="unfinished">تعليمات موقَّعة</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished">الطاقم</translation>
    </message>
    <message>
        <source>Looked: this is the newest configuration.</source>
        <translation type="unfinished">تم التحقق: هذه أحدث إعدادات.</translation>
    </message>
    <message>
        <source>The hospital's server could not be read. What was in force stays.</source>
        <translation type="unfinished">تعذرت قراءة خادم المستشفى. يبقى المعمول به كما هو.</translation>
    </message>
    <message>
        <source>A tone was played. Did you hear it?</source>
        <translation type="unfinished">تم تشغيل نغمة. هل سمعتها؟</translation>
    </message>
    <message>
        <source>Nothing here plays sound.</source>
        <translation type="unfinished">لا شيء هنا يشغّل الصوت.</translation>
    </message>
    <message>
        <source>Written to the stick. It can be pulled out.</source>
        <translation type="unfinished">كُتب على ذاكرة USB. يمكن نزعها.</translation>
    </message>
    <message>
        <source>There is no USB stick. Plug one in and wait a moment.</source>
        <translation type="unfinished">لا توجد ذاكرة USB. أدخِل واحدة وانتظر قليلًا.</translation>
    </message>
    <message>
        <source>The stick is full.</source>
        <translation type="unfinished">ذاكرة USB ممتلئة.</translation>
    </message>
    <message>
        <source>The stick can only be read.</source>
        <translation type="unfinished">ذاكرة USB للقراءة فقط.</translation>
    </message>
    <message>
        <source>The stick cannot be written. Take another one.</source>
        <translation type="unfinished">لا يمكن الكتابة على ذاكرة USB. استخدم أخرى.</translation>
    </message>
    <message>
        <source>There is no enrolment file on the stick.</source>
        <translation type="unfinished">لا يوجد ملف تسجيل على ذاكرة USB.</translation>
    </message>
    <message>
        <source>The enrolment was not taken, or the tablet does not restart. Call whoever looks after it.</source>
        <translation type="unfinished">لم يُقبل التسجيل أو أن الجهاز لا يعيد التشغيل. اتصل بالمسؤول عنه.</translation>
    </message>
    <message>
        <source>The tablet does not restart. Switch it off and on.</source>
        <translation type="unfinished">الجهاز لا يعيد التشغيل. أطفئه ثم شغّله.</translation>
    </message>
</context>
<context>
    <name>ItFacts</name>
    <message>
        <source>Last cleared (until empty / until Welcome)</source>
        <translation type="unfinished">آخر مسح (حتى الإفراغ / حتى الترحيب)</translation>
    </message>
    <message>
        <source>%1, not proved</source>
        <translation type="unfinished">%1، غير مثبت</translation>
    </message>
</context>
<context>
    <name>ItBundle</name>
    <message>
        <source>Photograph this with a phone. There is nothing about the patient in it.</source>
        <translation type="unfinished">صوّر هذا بالهاتف. لا يحتوي على شيء عن المريض.</translation>
    </message>
    <message>
        <source>Support bundle as a code</source>
        <translation type="unfinished">حزمة الدعم كرمز</translation>
    </message>
</context>
<context>
    <name>ScreenTest</name>
    <message>
        <source>Screen test</source>
        <translation type="unfinished">اختبار الشاشة</translation>
    </message>
    <message>
        <source>Wipe over the whole screen. Fields left: %1</source>
        <translation type="unfinished">امسح الشاشة كلها بإصبعك. الخانات المتبقية: %1</translation>
    </message>
    <message>
        <source>All fields answer. Touch for the colours.</source>
        <translation type="unfinished">كل الخانات تستجيب. المس لعرض الألوان.</translation>
    </message>
    <message>
        <source>End the test</source>
        <translation type="unfinished">أنهِ الاختبار</translation>
    </message>
</context>
<context>
    <name>ItQuestion</name>
    <message>
        <source>Enrol this tablet as %1 in ward %2?</source>
        <translation type="unfinished">تسجيل هذا الجهاز باسم %1 في القسم %2؟</translation>
    </message>
    <message>
        <source>Restart the tablet?</source>
        <translation type="unfinished">إعادة تشغيل الجهاز؟</translation>
    </message>
    <message>
        <source>The desk showed these words. If it was others, do not take it.</source>
        <translation type="unfinished">ظهرت هذه الكلمات في المكتب. إن كانت غيرها فلا تقبل الملف.</translation>
    </message>
    <message>
        <source>The tablet restarts. Everything that the patient did here is erased.</source>
        <translation type="unfinished">يعيد الجهاز التشغيل. يُمحى كل ما فعله المريض هنا.</translation>
    </message>
    <message>
        <source>Take it and restart</source>
        <translation type="unfinished">اقبله وأعد التشغيل</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation type="unfinished">أعد التشغيل الآن</translation>
    </message>
    <message>
        <source>Keep it as it is</source>
        <translation type="unfinished">أبقِه كما هو</translation>
    </message>
</context>
</TS>
