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
        <source>Next channel</source>
        <translation type="unfinished">القناة التالية</translation>
    </message>
</context>
<context>
    <name>NoticeSheet</name>
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
    <name>ReminderNotice</name>
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
</context>
<context>
    <name>ItPage</name>
    <message>
        <source>Hospital IT</source>
        <translation type="unfinished">قسم تقنية المعلومات</translation>
    </message>
    <message>
        <source>Look for a new configuration</source>
        <translation type="unfinished">ابحث عن إعدادات جديدة</translation>
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
</TS>
