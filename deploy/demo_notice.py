"""The privacy notice of the demo's made-up hospital, as a Danish hospital could write it. Only the authority is real."""

from __future__ import annotations

from flexcare.session.privacy import Contact, PrivacyNotice, ServiceNotice, Text


def _text(en: str, da: str, de: str, ar: str) -> Text:
    return {"en": en, "da": da, "de": de, "ar": ar}


PUBLIC_TASK = _text(
    "The hospital's task in the public interest: article 6(1)(e) of the General Data Protection Regulation.",
    "Hospitalets opgave i samfundets interesse: databeskyttelsesforordningens artikel 6, stk. 1, litra e.",
    "Die Aufgabe des Krankenhauses im öffentlichen Interesse: Artikel 6 Absatz 1 Buchstabe e der Datenschutz-Grundverordnung.",
    "مهمة المستشفى للمصلحة العامة: المادة 6(1)(هـ) من اللائحة العامة لحماية البيانات.",
)
NO_TRANSFERS = _text(
    "No data leaves the EU and the EEA.",
    "Ingen oplysninger forlader EU og EØS.",
    "Keine Daten verlassen die EU und den EWR.",
    "لا تغادر أي بيانات الاتحاد الأوروبي والمنطقة الاقتصادية الأوروبية.",
)

TELEVISION = ServiceNotice(
    service=_text("Television and radio", "Fjernsyn og radio", "Fernsehen und Radio", "التلفزيون والراديو"),
    purpose=_text(
        "To show you television and radio during your stay.",
        "At vise dig fjernsyn og radio, mens du er indlagt.",
        "Ihnen während Ihres Aufenthalts Fernsehen und Radio zu bieten.",
        "عرض التلفزيون والراديو لك أثناء إقامتك.",
    ),
    categories=_text(
        "The network address of this tablet. No name, no civil registration number, and nothing about your health.",
        "Denne skærms netværksadresse. Intet navn, intet CPR-nummer og intet om dit helbred.",
        "Die Netzwerkadresse dieses Geräts. Kein Name, keine Personennummer und nichts über Ihre Gesundheit.",
        "عنوان هذا الجهاز على الشبكة. لا اسم ولا رقم شخصي ولا شيء عن صحتك.",
    ),
    sources=_text(
        "The tablet itself. Nothing is fetched from your patient record.",
        "Skærmen selv. Der hentes intet fra din journal.",
        "Das Gerät selbst. Aus Ihrer Patientenakte wird nichts abgerufen.",
        "الجهاز نفسه. لا يُؤخذ أي شيء من ملفك الطبي.",
    ),
    legal_basis=PUBLIC_TASK,
    recipients=_text(
        "Nobody outside the hospital. The television signal is sent to all tablets alike, so nobody learns which channel you watch.",
        "Ingen uden for hospitalet. Fjernsynssignalet sendes ens til alle skærme, så ingen får at vide, hvilken kanal du ser.",
        "Niemand außerhalb des Krankenhauses. Das Fernsehsignal geht an alle Geräte gleich, so erfährt niemand, welchen Sender Sie sehen.",
        "لا أحد خارج المستشفى. تُرسل إشارة التلفزيون إلى جميع الأجهزة بالطريقة نفسها، فلا يعرف أحد أي قناة تشاهد.",
    ),
    transfers=NO_TRANSFERS,
    retention=_text(
        "Nothing is kept. What this tablet remembers while you use it is erased when you finish.",
        "Intet opbevares. Det, skærmen husker, mens du bruger den, slettes, når du afslutter.",
        "Nichts wird aufbewahrt. Was sich dieses Gerät während der Benutzung merkt, wird gelöscht, wenn Sie beenden.",
        "لا يُحفظ أي شيء. ما يتذكره الجهاز أثناء استخدامك يُمحى عند الإنهاء.",
    ),
)

OPERATION = ServiceNotice(
    service=_text("Keeping the tablet working", "Drift af skærmen", "Betrieb des Geräts", "تشغيل الجهاز"),
    purpose=_text(
        "To see that the tablet works and was cleared between two patients.",
        "At se, at skærmen virker og er blevet ryddet mellem to patienter.",
        "Zu sehen, dass das Gerät funktioniert und zwischen zwei Patienten geleert wurde.",
        "التأكد من أن الجهاز يعمل وأنه أُفرغ بين مريض وآخر.",
    ),
    categories=_text(
        "The number of the tablet and its bed, the version of its programs, faults, and the times at which it was cleared.",
        "Skærmens og sengens nummer, programmernes version, fejl og tidspunkterne, hvor skærmen blev ryddet.",
        "Die Nummer des Geräts und des Betts, die Version der Programme, Störungen und die Zeiten, zu denen es geleert wurde.",
        "رقم الجهاز والسرير وإصدار البرامج والأعطال وأوقات إفراغ الجهاز.",
    ),
    sources=_text("The tablet itself.", "Skærmen selv.", "Das Gerät selbst.", "الجهاز نفسه."),
    legal_basis=PUBLIC_TASK,
    recipients=_text(
        "The hospital's IT department and Bedside Services Vest, who look after the tablets for the hospital.",
        "Hospitalets IT-afdeling og Sengeservice Vest, som passer skærmene for hospitalet.",
        "Die IT-Abteilung des Krankenhauses und der Bettenservice Vest, der die Geräte für das Krankenhaus betreut.",
        "قسم تقنية المعلومات في المستشفى وشركة Sengeservice Vest التي تعتني بالأجهزة لحساب المستشفى.",
    ),
    transfers=NO_TRANSFERS,
    retention=_text("90 days.", "90 dage.", "90 Tage.", "90 يومًا."),
)

NOTICE = PrivacyNotice(
    controller=Contact("Regionshospitalet Vest", "Hospitalsvej 1, 7000 Vesterby", "+45 70 00 00 00", "post@regionshospitalet-vest.example"),
    protection_officer=Contact(
        "Databeskyttelsesrådgiveren", "Hospitalsvej 1, 7000 Vesterby", "+45 70 00 00 01", "dpo@regionshospitalet-vest.example"
    ),
    complaints=Contact("Datatilsynet", "Carl Jacobsens Vej 35, 2500 Valby", email="dt@datatilsynet.dk", web="www.datatilsynet.dk"),
    agreement="Databehandleraftale 2026-014",
    services=(TELEVISION, OPERATION),
)
