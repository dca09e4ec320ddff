<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en_GB">
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
</TS>
