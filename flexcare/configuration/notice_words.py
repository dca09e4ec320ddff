"""The fixed words of the privacy notice's page. The rights are those of Regulation (EU) 2016/679, articles 7(3), 13 to 18 and 20 to 22.

A lawyer of the hospital reads the page before it counts; the Arabic is a draft.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """The words of one language. `headings` in the order of `flexcare.session.privacy.HEADINGS`; `rights` as name and explanation."""

    title: str
    erased: tuple[str, ...]
    services: str
    no_services: str
    headings: tuple[str, ...]
    rights_title: str
    rights: tuple[tuple[str, str], ...]
    controller: str
    processor: str
    protection_officer: str
    complaints: str
    complaints_text: str
    agreement: str
    in_force: str
    sub_processors: str
    security: str
    company_number: str


_DANISH = NoticeWords(
    title="Oplysninger om behandling af personoplysninger",
    erased=(
        "Skærmen ved sengen ved ikke, hvem du er. Du logger ikke ind, og vi beder ikke om dit navn.",
        "Når du slutter, bliver alt, hvad du har gjort på skærmen, slettet.",
    ),
    services="Tjenester",
    no_services="De tjenester, der vises, behandler ingen personoplysninger.",
    headings=(
        "Formål",
        "Kategorier af personoplysninger",
        "Kilder",
        "Behandlingsgrundlag",
        "Modtagere",
        "Overførsel til lande uden for EU/EØS",
        "Opbevaring",
    ),
    rights_title="Dine rettigheder",
    rights=(
        ("Ret til oplysning", "Du har ret til at få at vide, hvordan vi behandler dine oplysninger."),
        ("Ret til indsigt", "Du har ret til at se de oplysninger, vi behandler om dig."),
        ("Ret til berigtigelse", "Du har ret til at få urigtige oplysninger om dig selv rettet."),
        ("Ret til sletning", "I særlige tilfælde har du ret til at få oplysninger om dig slettet."),
        ("Ret til begrænsning", "Du har i visse tilfælde ret til at få behandlingen af dine oplysninger begrænset."),
        ("Ret til indsigelse", "Du har i visse tilfælde ret til at gøre indsigelse mod behandlingen."),
        (
            "Ingen automatiske afgørelser",
            "Ingen afgørelse om dig træffes alene ved automatisk behandling eller profilering.",
        ),
        ("Tilbagetrækning af samtykke", "Hvor behandlingen bygger på dit samtykke, kan du til enhver tid trække det tilbage."),
        ("Ret til dataportabilitet", "Du har i visse tilfælde ret til at modtage dine oplysninger i et almindeligt anvendt format."),
    ),
    controller="Dataansvarlig",
    processor="Databehandler",
    protection_officer="Databeskyttelsesrådgiver",
    complaints="Klage",
    complaints_text="Du kan klage over behandlingen af dine oplysninger til:",
    agreement="Databehandleraftale",
    in_force="I kraft fra {first} til og med {last}",
    sub_processors="Underdatabehandlere",
    security="Sikkerhedsforanstaltninger",
    company_number="CVR-nr.",
)
_ENGLISH = NoticeWords(
    title="How personal data is processed",
    erased=(
        "The screen at the bed does not know who you are. You do not log in, and we do not ask for your name.",
        "When you finish, everything you did on the screen is erased.",
    ),
    services="Services",
    no_services="The services that are shown process no personal data.",
    headings=(
        "Purpose",
        "Categories of personal data",
        "Sources",
        "Legal basis",
        "Recipients",
        "Transfers to countries outside the EU and EEA",
        "Retention",
    ),
    rights_title="Your rights",
    rights=(
        ("Right to information", "You have the right to be told how we process your data."),
        ("Right of access", "You have the right to see the data that we process about you."),
        ("Right to rectification", "You have the right to have wrong data about you corrected."),
        ("Right to erasure", "In certain cases you have the right to have data about you erased."),
        ("Right to restriction", "In certain cases you have the right to have the processing of your data restricted."),
        ("Right to object", "In certain cases you have the right to object to the processing."),
        ("No automated decision", "No decision about you is made by automated processing or profiling alone."),
        ("Withdrawal of consent", "Where processing rests on your consent, you can withdraw it at any time."),
        ("Right to portability", "In certain cases you have the right to receive your data in a commonly used format."),
    ),
    controller="Controller",
    processor="Processor",
    protection_officer="Data protection officer",
    complaints="Complaints",
    complaints_text="You can complain about the processing of your data to:",
    agreement="Data processing agreement",
    in_force="In force from {first} to {last}, both days included",
    sub_processors="Sub-processors",
    security="Security measures",
    company_number="Company number",
)
_GERMAN = NoticeWords(
    title="Informationen zur Verarbeitung personenbezogener Daten",
    erased=(
        "Der Bildschirm am Bett weiß nicht, wer Sie sind. Sie melden sich nicht an, und wir fragen nicht nach Ihrem Namen.",
        "Wenn Sie beenden, wird alles gelöscht, was Sie am Bildschirm getan haben.",
    ),
    services="Dienste",
    no_services="Die gezeigten Dienste verarbeiten keine personenbezogenen Daten.",
    headings=(
        "Zweck",
        "Kategorien personenbezogener Daten",
        "Quellen",
        "Rechtsgrundlage",
        "Empfänger",
        "Übermittlung in Länder außerhalb der EU und des EWR",
        "Speicherdauer",
    ),
    rights_title="Ihre Rechte",
    rights=(
        ("Recht auf Information", "Sie haben das Recht zu erfahren, wie wir Ihre Daten verarbeiten."),
        ("Recht auf Auskunft", "Sie haben das Recht, die Daten einzusehen, die wir über Sie verarbeiten."),
        ("Recht auf Berichtigung", "Sie haben das Recht, unrichtige Daten über Sie berichtigen zu lassen."),
        ("Recht auf Löschung", "In bestimmten Fällen haben Sie das Recht, Daten über Sie löschen zu lassen."),
        ("Recht auf Einschränkung", "In bestimmten Fällen haben Sie das Recht, die Verarbeitung Ihrer Daten einschränken zu lassen."),
        ("Widerspruchsrecht", "In bestimmten Fällen haben Sie das Recht, der Verarbeitung zu widersprechen."),
        ("Keine automatisierte Entscheidung", "Keine Entscheidung über Sie beruht allein auf automatisierter Verarbeitung oder Profiling."),
        ("Widerruf der Einwilligung", "Beruht die Verarbeitung auf Ihrer Einwilligung, können Sie diese jederzeit widerrufen."),
        ("Recht auf Datenübertragbarkeit", "In bestimmten Fällen haben Sie das Recht, Ihre Daten in einem gängigen Format zu erhalten."),
    ),
    controller="Verantwortlicher",
    processor="Auftragsverarbeiter",
    protection_officer="Datenschutzbeauftragte Person",
    complaints="Beschwerde",
    complaints_text="Über die Verarbeitung Ihrer Daten können Sie sich beschweren bei:",
    agreement="Auftragsverarbeitungsvertrag",
    in_force="In Kraft vom {first} bis einschließlich {last}",
    sub_processors="Unterauftragsverarbeiter",
    security="Sicherheitsmaßnahmen",
    company_number="Registernummer",
)
_ARABIC = NoticeWords(
    title="معلومات عن معالجة البيانات الشخصية",
    erased=("الشاشة بجانب السرير لا تعرف من أنت. أنت لا تسجل الدخول، ونحن لا نسأل عن اسمك.", "عندما تنتهي يُمحى كل ما فعلته على الشاشة."),
    services="الخدمات",
    no_services="الخدمات المعروضة لا تعالج أي بيانات شخصية.",
    headings=(
        "الغرض",
        "فئات البيانات الشخصية",
        "المصادر",
        "الأساس القانوني",
        "المستلمون",
        "النقل إلى بلدان خارج الاتحاد الأوروبي والمنطقة الاقتصادية الأوروبية",
        "مدة الحفظ",
    ),
    rights_title="حقوقك",
    rights=(
        ("الحق في المعرفة", "يحق لك أن تعرف كيف نعالج بياناتك."),
        ("الحق في الاطلاع", "يحق لك الاطلاع على البيانات التي نعالجها عنك."),
        ("الحق في التصحيح", "يحق لك تصحيح البيانات غير الصحيحة عنك."),
        ("الحق في المحو", "يحق لك في حالات معينة محو البيانات المتعلقة بك."),
        ("الحق في التقييد", "يحق لك في حالات معينة تقييد معالجة بياناتك."),
        ("الحق في الاعتراض", "يحق لك في حالات معينة الاعتراض على المعالجة."),
        ("لا قرار آلي", "لا يُتخذ أي قرار بشأنك بناءً على المعالجة الآلية أو التنميط وحدهما."),
        ("سحب الموافقة", "إذا كانت المعالجة تستند إلى موافقتك فيمكنك سحبها في أي وقت."),
        ("الحق في نقل البيانات", "يحق لك في حالات معينة الحصول على بياناتك بصيغة شائعة الاستخدام."),
    ),
    controller="المسؤول عن المعالجة",
    processor="معالج البيانات",
    protection_officer="مسؤول حماية البيانات",
    complaints="الشكوى",
    complaints_text="يمكنك تقديم شكوى بشأن معالجة بياناتك إلى:",
    agreement="اتفاقية معالجة البيانات",
    in_force="سارية من {first} حتى {last} ضمنًا",
    sub_processors="المعالجون الفرعيون",
    security="تدابير الأمن",
    company_number="رقم الشركة",
)
NOTICE_WORDS = MappingProxyType({"da": _DANISH, "en": _ENGLISH, "de": _GERMAN, "ar": _ARABIC})
