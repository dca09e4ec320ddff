<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_GB">
<context>
    <name>ClearedLabel</name>
    <message>
        <source>Cleared today at %1.</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation type="unfinished">Heute um %1 Uhr geleert.</translation>
    </message>
    <message>
        <source>Cleared yesterday at %1.</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation type="unfinished">Gestern um %1 Uhr geleert.</translation>
    </message>
    <message>
        <source>Cleared on %1 at %2.</source>
        <extracomment>%1 is a date with its weekday, %2 a time of day</extracomment>
        <translation type="unfinished">Geleert am %1 um %2 Uhr.</translation>
    </message>
</context>
<context>
    <name>ComfortSheet</name>
    <message>
        <source>Comfort</source>
        <translation type="unfinished">Komfort</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished">Textgröße</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished">Farben</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation type="unfinished">Helligkeit</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation type="unfinished">Dunkler</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation type="unfinished">Heller</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished">Lautstärke</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished">Leiser</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished">Lauter</translation>
    </message>
    <message>
        <source>Movement on the screen</source>
        <translation type="unfinished">Bewegung auf dem Bildschirm</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation type="unfinished">Wie gewohnt</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation type="unfinished">Weniger Bewegung</translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished">Groß</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished">Sehr groß</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished">Normal</translation>
    </message>
    <message>
        <source>Night</source>
        <translation type="unfinished">Nacht</translation>
    </message>
    <message>
        <source>Strong contrast</source>
        <translation type="unfinished">Starker Kontrast</translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished">Tag</translation>
    </message>
    <message>
        <source>Easy mode</source>
        <translation type="unfinished">Einfache Ansicht</translation>
    </message>
    <message>
        <source>Only television, with very large buttons.</source>
        <translation type="unfinished">Nur Fernsehen, mit sehr großen Tasten.</translation>
    </message>
    <message>
        <source>Turn on easy mode</source>
        <translation type="unfinished">Einfache Ansicht einschalten</translation>
    </message>
</context>
<context>
    <name>FinishSheet</name>
    <message>
        <source>Finish and clear this tablet?</source>
        <translation type="unfinished">Beenden und dieses Tablet leeren?</translation>
    </message>
    <message>
        <source>Everything you did here is erased. The next person finds a fresh tablet.</source>
        <translation type="unfinished">Alles, was Sie hier getan haben, wird gelöscht. Die nächste Person findet ein frisches Tablet vor.</translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation type="unfinished">Jetzt leeren</translation>
    </message>
    <message>
        <source>Keep watching</source>
        <translation type="unfinished">Weiter ansehen</translation>
    </message>
    <message>
        <source>Clear and clean</source>
        <translation type="unfinished">Leeren und reinigen</translation>
    </message>
    <message>
        <source>Clears the tablet and locks it while it is wiped.</source>
        <translation type="unfinished">Leert das Tablet und sperrt es, während es abgewischt wird.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Comfort</source>
        <translation type="unfinished">Komfort</translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished">Sprache</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished">Datenschutz</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished">Beenden</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation type="unfinished">Guten Morgen</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation type="unfinished">Guten Tag</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation type="unfinished">Guten Abend</translation>
    </message>
    <message>
        <source>Television</source>
        <translation type="unfinished">Fernsehen</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation type="unfinished">Radio</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished">Programm</translation>
    </message>
    <message>
        <source>What is on, and when</source>
        <translation type="unfinished">Was wann läuft</translation>
    </message>
    <message>
        <source>All services</source>
        <translation type="unfinished">Alle Dienste</translation>
    </message>
    <message>
        <source>Open %1</source>
        <extracomment>%1 is a time of day, from and to</extracomment>
        <translation type="unfinished">Geöffnet %1</translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>Language</source>
        <translation type="unfinished">Sprache</translation>
    </message>
</context>
<context>
    <name>NoSignal</name>
    <message>
        <source>No picture on this channel right now</source>
        <translation type="unfinished">Kein Bild auf diesem Sender</translation>
    </message>
    <message>
        <source>We keep trying. The other channels still work.</source>
        <translation type="unfinished">Wir versuchen es weiter. Die anderen Sender funktionieren.</translation>
    </message>
    <message>
        <source>We keep trying.</source>
        <translation type="unfinished">Wir versuchen es weiter.</translation>
    </message>
    <message>
        <source>Next channel</source>
        <translation type="unfinished">Nächster Sender</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Close</source>
        <translation type="unfinished">Schließen</translation>
    </message>
</context>
<context>
    <name>NotSetUpPage</name>
    <message>
        <source>This tablet is not set up yet</source>
        <translation type="unfinished">Dieses Gerät ist noch nicht eingerichtet</translation>
    </message>
    <message>
        <source>Please tell the nursing staff. They know whom to call.</source>
        <translation type="unfinished">Bitte sagen Sie dem Pflegepersonal Bescheid. Es weiß, wen es anrufen muss.</translation>
    </message>
    <message>
        <source>This tablet's name: %1</source>
        <extracomment>%1 is the device's name, to be told to the hospital's IT on the phone</extracomment>
        <translation type="unfinished">Name dieses Geräts: %1</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>One moment…</source>
        <translation type="unfinished">Einen Moment…</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Home</source>
        <translation type="unfinished">Startseite</translation>
    </message>
</context>
<context>
    <name>RadioPage</name>
    <message>
        <source>Radio</source>
        <translation type="unfinished">Radio</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished">Leiser</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished">Lauter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished">Stopp</translation>
    </message>
    <message>
        <source>On air</source>
        <translation type="unfinished">Läuft</translation>
    </message>
    <message>
        <source>No sound from this station right now. We keep trying.</source>
        <translation type="unfinished">Dieser Sender ist gerade nicht zu hören. Wir versuchen es weiter.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation type="unfinished">Einen Moment…</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation type="unfinished">Schließen</translation>
    </message>
</context>
<context>
    <name>StillThereSheet</name>
    <message numerus="yes">
        <source>This tablet will be cleared in %n second(s).</source>
        <extracomment>Seconds that are counted down</extracomment>
        <translation type="unfinished">
            <numerusform>Dieses Tablet wird in %n Sekunde geleert.</numerusform>
            <numerusform>Dieses Tablet wird in %n Sekunden geleert.</numerusform>
        </translation>
    </message>
    <message>
        <source>This tablet is being cleared.</source>
        <translation type="unfinished">Dieses Tablet wird geleert.</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation type="unfinished">Sind Sie noch da?</translation>
    </message>
    <message>
        <source>Touch the screen anywhere to go on.</source>
        <translation type="unfinished">Berühren Sie den Bildschirm, um weiterzumachen.</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation type="unfinished">Ich bin noch da</translation>
    </message>
</context>
<context>
    <name>TvOverlay</name>
    <message>
        <source>Home</source>
        <translation type="unfinished">Startseite</translation>
    </message>
    <message>
        <source>Comfort</source>
        <translation type="unfinished">Komfort</translation>
    </message>
    <message>
        <source>Channel down</source>
        <translation type="unfinished">Sender zurück</translation>
    </message>
    <message>
        <source>Channel up</source>
        <translation type="unfinished">Sender vor</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished">Lautstärke</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished">Leiser</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished">Lauter</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished">Programm</translation>
    </message>
</context>
<context>
    <name>TypedNumber</name>
    <message>
        <source>No channel has this number</source>
        <translation type="unfinished">Kein Sender hat diese Nummer</translation>
    </message>
</context>
<context>
    <name>VolumeNotice</name>
    <message>
        <source>Sound is off</source>
        <translation type="unfinished">Ton ist aus</translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation type="unfinished">Lautstärke %1</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Start</source>
        <translation type="unfinished">Starten</translation>
    </message>
    <message>
        <source>This tablet does not know who you are.</source>
        <translation type="unfinished">Dieses Gerät weiß nicht, wer Sie sind.</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>Purpose</source>
        <extracomment>Heading of a privacy notice: what personal data is used for</extracomment>
        <translation type="unfinished">Zweck</translation>
    </message>
    <message>
        <source>Categories of data</source>
        <extracomment>Heading of a privacy notice: which kinds of personal data there are</extracomment>
        <translation type="unfinished">Kategorien</translation>
    </message>
    <message>
        <source>Sources</source>
        <extracomment>Heading of a privacy notice: where personal data comes from</extracomment>
        <translation type="unfinished">Quellen</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation type="unfinished">Rechtsgrundlage</translation>
    </message>
    <message>
        <source>Recipients</source>
        <extracomment>Heading of a privacy notice: who is given personal data</extracomment>
        <translation type="unfinished">Empfänger</translation>
    </message>
    <message>
        <source>Transfer to countries outside the EU/EEA</source>
        <translation type="unfinished">Übermittlung in Länder außerhalb von EU/EWR</translation>
    </message>
    <message>
        <source>Storage</source>
        <extracomment>Heading of a privacy notice: how long personal data is kept</extracomment>
        <translation type="unfinished">Speicherdauer</translation>
    </message>
    <message>
        <source>Your rights</source>
        <translation type="unfinished">Ihre Rechte</translation>
    </message>
    <message>
        <source>Information</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">Information</translation>
    </message>
    <message>
        <source>Access</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">Auskunft</translation>
    </message>
    <message>
        <source>Correction</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">Berichtigung</translation>
    </message>
    <message>
        <source>Erasure</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">Löschung</translation>
    </message>
    <message>
        <source>Restriction</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">Einschränkung</translation>
    </message>
    <message>
        <source>Objection</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">Widerspruch</translation>
    </message>
    <message>
        <source>No decision by a machine alone</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">Keine Entscheidung allein durch eine Maschine</translation>
    </message>
    <message>
        <source>Withdrawing consent</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">Widerruf der Einwilligung</translation>
    </message>
    <message>
        <source>Taking your data with you</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">Mitnahme Ihrer Daten</translation>
    </message>
    <message>
        <source>Whom to turn to</source>
        <translation type="unfinished">An wen Sie sich wenden können</translation>
    </message>
    <message>
        <source>Responsible for your data</source>
        <extracomment>The data controller</extracomment>
        <translation type="unfinished">Verantwortlich für Ihre Daten</translation>
    </message>
    <message>
        <source>Data protection officer</source>
        <translation type="unfinished">Datenschutzbeauftragte</translation>
    </message>
    <message>
        <source>If you want to complain</source>
        <translation type="unfinished">Wenn Sie sich beschweren möchten</translation>
    </message>
    <message>
        <source>Agreement</source>
        <extracomment>The data processing agreement's reference stands beside it</extracomment>
        <translation type="unfinished">Vereinbarung</translation>
    </message>
    <message>
        <source>You can be told what happens with data about you, and why.</source>
        <translation type="unfinished">Sie können erfahren, was mit Daten über Sie geschieht und warum.</translation>
    </message>
    <message>
        <source>You can see the data about you and get a copy.</source>
        <translation type="unfinished">Sie können die Daten über Sie einsehen und eine Kopie erhalten.</translation>
    </message>
    <message>
        <source>You can have wrong data about you put right.</source>
        <translation type="unfinished">Sie können falsche Daten über Sie berichtigen lassen.</translation>
    </message>
    <message>
        <source>You can ask for data about you to be erased.</source>
        <translation type="unfinished">Sie können verlangen, dass Daten über Sie gelöscht werden.</translation>
    </message>
    <message>
        <source>You can ask that data about you is kept but not used.</source>
        <translation type="unfinished">Sie können verlangen, dass Daten über Sie nur aufbewahrt und nicht verwendet werden.</translation>
    </message>
    <message>
        <source>You can say no to the use of data about you.</source>
        <translation type="unfinished">Sie können der Verwendung von Daten über Sie widersprechen.</translation>
    </message>
    <message>
        <source>You can ask that a person decides what matters to you.</source>
        <translation type="unfinished">Sie können verlangen, dass ein Mensch entscheidet, was für Sie wichtig ist.</translation>
    </message>
    <message>
        <source>If you have said yes to something, you can take it back at any time.</source>
        <translation type="unfinished">Wenn Sie in etwas eingewilligt haben, können Sie das jederzeit zurücknehmen.</translation>
    </message>
    <message>
        <source>You can get the data that you have given, in a form that others can read.</source>
        <translation type="unfinished">Sie können die Daten, die Sie selbst gegeben haben, in einer Form erhalten, die andere lesen können.</translation>
    </message>
</context>
<context>
    <name>PlainWords</name>
    <message>
        <source>We do not know who you are.</source>
        <translation type="unfinished">Wir wissen nicht, wer Sie sind.</translation>
    </message>
    <message>
        <source>When you finish, everything you did here is erased.</source>
        <translation type="unfinished">Wenn Sie beenden, wird alles gelöscht, was Sie hier getan haben.</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation type="unfinished">Datenschutz</translation>
    </message>
</context>
<context>
    <name>CleaningPage</name>
    <message>
        <source>Screen locked for cleaning</source>
        <translation type="unfinished">Bildschirm zur Reinigung gesperrt</translation>
    </message>
    <message>
        <source>Wipe the screen, the edges and the back with a disinfectant wipe.</source>
        <translation type="unfinished">Bildschirm, Kanten und Rückseite mit einem Desinfektionstuch abwischen.</translation>
    </message>
    <message>
        <source>Leave it wet until the time is up.</source>
        <translation type="unfinished">Feucht lassen, bis die Zeit abgelaufen ist.</translation>
    </message>
    <message>
        <source>Do not dry it with a cloth.</source>
        <translation type="unfinished">Nicht mit einem Tuch trocknen.</translation>
    </message>
    <message>
        <source>Afterwards the tablet is ready for the next person by itself.</source>
        <translation type="unfinished">Danach ist das Tablet von selbst für die nächste Person bereit.</translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message>
        <source>Day</source>
        <translation type="unfinished">Tag</translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished">Gestern</translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished">Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished">Morgen</translation>
    </message>
</context>
<context>
    <name>GuideBar</name>
    <message>
        <source>Home</source>
        <translation type="unfinished">Startseite</translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished">Jetzt</translation>
    </message>
    <message>
        <source>Tonight</source>
        <translation type="unfinished">Abend</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Schließen</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>There is no programme information right now. Touch a channel to watch it.</source>
        <translation type="unfinished">Im Moment gibt es keine Programmangaben. Berühren Sie einen Sender, um ihn zu sehen.</translation>
    </message>
    <message>
        <source>This guide is from %1, %2.</source>
        <translation type="unfinished">Dieses Programm ist von %1, %2 Uhr.</translation>
    </message>
</context>
<context>
    <name>GuideSlot</name>
    <message>
        <source>No programme information</source>
        <translation type="unfinished">Keine Programmangaben</translation>
    </message>
</context>
<context>
    <name>ProgrammeSheet</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished">%1, %2</translation>
    </message>
    <message>
        <source>The guide knows nothing of this time on this channel.</source>
        <translation type="unfinished">Was auf diesem Sender um diese Zeit läuft, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished">Ansehen</translation>
    </message>
    <message>
        <source>Watch %1 now</source>
        <translation type="unfinished">%1 jetzt ansehen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished">Live</translation>
    </message>
    <message>
        <source>First showing</source>
        <translation type="unfinished">Erstausstrahlung</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation type="unfinished">Wiederholung</translation>
    </message>
    <message>
        <source>From %1 years</source>
        <translation type="unfinished">Ab %1 Jahren</translation>
    </message>
    <message>
        <source>Directed by %1</source>
        <translation type="unfinished">Regie: %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation type="unfinished">Mit %1</translation>
    </message>
    <message>
        <source>Described in: %1</source>
        <translation type="unfinished">Beschrieben auf: %1</translation>
    </message>
</context>
<context>
    <name>NowNext</name>
    <message>
        <source>Next: %1 %2</source>
        <extracomment>%1 is the title of the programme that follows, %2 the time of day when it begins</extracomment>
        <translation type="unfinished">Danach: %1 %2</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>until %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation type="unfinished">bis %1</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Capital letters</source>
        <translation type="unfinished">Großbuchstaben</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>A key: takes the last letter away</extracomment>
        <translation type="unfinished">Löschen</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished">Buchstaben</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation type="unfinished">Ziffern und Zeichen</translation>
    </message>
    <message>
        <source>Other letters</source>
        <extracomment>A key: turns from the language's own letters to Latin ones, or back</extracomment>
        <translation type="unfinished">Andere Buchstaben</translation>
    </message>
    <message>
        <source>Space</source>
        <extracomment>The wide key between words</extracomment>
        <translation type="unfinished">Leertaste</translation>
    </message>
    <message>
        <source>Enter</source>
        <extracomment>The key that ends a line or sends what was typed</extracomment>
        <translation type="unfinished">OK</translation>
    </message>
    <message>
        <source>Hide keys</source>
        <extracomment>A key: puts the keyboard on the screen away</extracomment>
        <translation type="unfinished">Weg</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search</source>
        <translation type="unfinished">Suchen</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search</source>
        <translation type="unfinished">Suchen</translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished">Startseite</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Schließen</translation>
    </message>
    <message>
        <source>Channel, number or programme</source>
        <translation type="unfinished">Sender, Nummer oder Sendung</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished">Nichts gefunden</translation>
    </message>
    <message>
        <source>Type the beginning of a name, or a channel's number.</source>
        <translation type="unfinished">Tippen Sie den Anfang eines Namens oder die Nummer eines Senders.</translation>
    </message>
    <message>
        <source>Look in all channels</source>
        <translation type="unfinished">In allen Sendern suchen</translation>
    </message>
    <message>
        <source>There is nothing like that among “%1”.</source>
        <extracomment>%1 is a group of channels</extracomment>
        <translation type="unfinished">Unter „%1“ gibt es nichts dergleichen.</translation>
    </message>
    <message>
        <source>Try fewer letters, or only the first word.</source>
        <translation type="unfinished">Versuchen Sie es mit weniger Buchstaben oder nur dem ersten Wort.</translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>Channel %1</source>
        <translation type="unfinished">Sender %1</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished">Ansehen</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation type="unfinished">Anhören</translation>
    </message>
    <message>
        <source>now, until %1</source>
        <translation type="unfinished">jetzt, bis %1</translation>
    </message>
    <message>
        <source>today %1</source>
        <extracomment>A time of day, as 21:00–21:30</extracomment>
        <translation type="unfinished">heute %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation type="unfinished">morgen %1</translation>
    </message>
</context>
<context>
    <name>ReminderPanel</name>
    <message>
        <source>Starts now: %1</source>
        <extracomment>%1 is the title of a programme</extracomment>
        <translation type="unfinished">Beginnt jetzt: %1</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished">Ansehen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Schließen</translation>
    </message>
</context>
<context>
    <name>StarButton</name>
    <message>
        <source>First in the list</source>
        <extracomment>A channel with a star; touched again it goes back to its place</extracomment>
        <translation type="unfinished">Steht vorn</translation>
    </message>
    <message>
        <source>%1 stands first</source>
        <extracomment>%1 is a channel with a star; touched again it goes back to its place</extracomment>
        <translation type="unfinished">%1 steht vorn</translation>
    </message>
    <message>
        <source>Put %1 first</source>
        <extracomment>%1 is a channel: it gets a star and stands first in lists</extracomment>
        <translation type="unfinished">%1 nach vorn</translation>
    </message>
    <message>
        <source>Put first</source>
        <extracomment>Gives a channel a star: it then stands first in lists</extracomment>
        <translation type="unfinished">Nach vorn</translation>
    </message>
</context>
<context>
    <name>RemindButton</name>
    <message>
        <source>Remind me</source>
        <translation type="unfinished">Erinnern</translation>
    </message>
    <message>
        <source>You will be reminded</source>
        <extracomment>Touched again, the reminder is taken away</extracomment>
        <translation type="unfinished">Erinnerung steht</translation>
    </message>
</context>
<context>
    <name>SoundPanel</name>
    <message>
        <source>Volume</source>
        <translation type="unfinished">Lautstärke</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished">Leiser</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished">Lauter</translation>
    </message>
</context>
<context>
    <name>VisitBar</name>
    <message>
        <source>Home</source>
        <translation type="unfinished">Startseite</translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished">Zurück</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished">Ton</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished">Lädt</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Back to the page</source>
        <translation type="unfinished">Zurück zur Seite</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished">Verlassen</translation>
    </message>
    <message>
        <source>This page cannot be opened here</source>
        <translation type="unfinished">Diese Seite lässt sich hier nicht öffnen</translation>
    </message>
    <message>
        <source>The page does not answer right now</source>
        <translation type="unfinished">Die Seite antwortet gerade nicht</translation>
    </message>
    <message>
        <source>This page is not safe to use</source>
        <translation type="unfinished">Diese Seite ist nicht sicher</translation>
    </message>
    <message>
        <source>The page became too large</source>
        <translation type="unfinished">Die Seite wurde zu groß</translation>
    </message>
    <message>
        <source>The page stopped</source>
        <translation type="unfinished">Die Seite ist stehen geblieben</translation>
    </message>
    <message>
        <source>It does not belong to this service. Everything else here works as before.</source>
        <translation type="unfinished">Sie gehört nicht zu diesem Dienst. Alles andere hier geht wie zuvor.</translation>
    </message>
    <message>
        <source>Television and radio still work. Try again in a while.</source>
        <translation type="unfinished">Fernsehen und Radio gehen weiterhin. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>It could not show that it is the right one, so it was not opened. Please tell the staff.</source>
        <translation type="unfinished">Sie konnte nicht zeigen, dass sie die richtige ist, und wurde nicht geöffnet. Bitte sagen Sie es dem Personal.</translation>
    </message>
    <message>
        <source>It needed more memory than there is, and was closed. Television and radio still work.</source>
        <translation type="unfinished">Sie brauchte mehr Speicher, als da ist, und wurde geschlossen. Fernsehen und Radio gehen weiterhin.</translation>
    </message>
    <message>
        <source>It was closed. You can open it again.</source>
        <translation type="unfinished">Sie wurde geschlossen. Sie können sie wieder öffnen.</translation>
    </message>
</context>
<context>
    <name>PageChoice</name>
    <message>
        <source>Choose</source>
        <translation type="unfinished">Auswählen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Abbrechen</translation>
    </message>
</context>
<context>
    <name>PageDay</name>
    <message>
        <source>Choose a day</source>
        <translation type="unfinished">Tag auswählen</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation type="unfinished">Voriger Monat</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation type="unfinished">Nächster Monat</translation>
    </message>
    <message>
        <source>Previous year</source>
        <translation type="unfinished">Voriges Jahr</translation>
    </message>
    <message>
        <source>Next year</source>
        <translation type="unfinished">Nächstes Jahr</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Abbrechen</translation>
    </message>
</context>
<context>
    <name>PageQuestion</name>
    <message>
        <source>It stops when you leave the service. You are asked each time.</source>
        <translation type="unfinished">Es endet, wenn Sie den Dienst verlassen. Sie werden jedes Mal gefragt.</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation type="unfinished">Erlauben</translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished">OK</translation>
    </message>
    <message>
        <source>Do not allow</source>
        <translation type="unfinished">Nicht erlauben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Abbrechen</translation>
    </message>
    <message>
        <source>%1 wants to use the camera</source>
        <extracomment>%1 is the name of a service</extracomment>
        <translation type="unfinished">%1 möchte die Kamera benutzen</translation>
    </message>
    <message>
        <source>%1 wants to use the microphone</source>
        <extracomment>%1 is the name of a service</extracomment>
        <translation type="unfinished">%1 möchte das Mikrofon benutzen</translation>
    </message>
    <message>
        <source>%1 wants to use camera and microphone</source>
        <extracomment>%1 is the name of a service</extracomment>
        <translation type="unfinished">%1 möchte Kamera und Mikrofon benutzen</translation>
    </message>
    <message>
        <source>%1 says</source>
        <extracomment>%1 is the name of a service</extracomment>
        <translation type="unfinished">%1 sagt</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>Services</source>
        <translation type="unfinished">Dienste</translation>
    </message>
</context>
<context>
    <name>ServiceRow</name>
    <message>
        <source>Open %1</source>
        <extracomment>%1 is a time of day, from and to</extracomment>
        <translation type="unfinished">Geöffnet %1</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished">Wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>ServiceNotice</name>
    <message>
        <source>The service closed</source>
        <translation type="unfinished">Der Dienst wurde geschlossen</translation>
    </message>
    <message>
        <source>Something went wrong, and it was closed. You can open it again. Television and radio still work.</source>
        <translation type="unfinished">Etwas ging schief, und er wurde geschlossen. Sie können ihn wieder öffnen. Fernsehen und Radio gehen weiterhin.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished">Wird geöffnet …</translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished">OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Abbrechen</translation>
    </message>
</context>
<context>
    <name>StaffHead</name>
    <message>
        <source>Back to the patient</source>
        <translation type="unfinished">Zurück zum Patienten</translation>
    </message>
</context>
<context>
    <name>PadPage</name>
    <message>
        <source>Staff</source>
        <translation type="unfinished">Personal</translation>
    </message>
    <message>
        <source>Without a PIN</source>
        <translation type="unfinished">Ohne PIN</translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation type="unfinished">Jetzt löschen</translation>
    </message>
    <message>
        <source>Clear and clean</source>
        <translation type="unfinished">Löschen und reinigen</translation>
    </message>
    <message>
        <source>Take the last digit back</source>
        <translation type="unfinished">Letzte Ziffer löschen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished">Bestätigen</translation>
    </message>
    <message>
        <source>No PIN works at this tablet.</source>
        <translation type="unfinished">An diesem Gerät gilt keine PIN.</translation>
    </message>
    <message>
        <source>Next try in %1</source>
        <extracomment>%1 is a time such as 0:30</extracomment>
        <translation type="unfinished">Nächster Versuch in %1</translation>
    </message>
    <message>
        <source>One moment...</source>
        <translation type="unfinished">Einen Moment ...</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Enter the PIN</source>
        <translation type="unfinished">PIN eingeben</translation>
    </message>
    <message>
        <source>Hospital IT can set it up. Clearing and cleaning work all the same.</source>
        <translation type="unfinished">Die IT des Krankenhauses kann es einrichten. Löschen und Reinigen gehen trotzdem.</translation>
    </message>
    <message>
        <source>Hospital IT can end the waiting.</source>
        <translation type="unfinished">Die IT des Krankenhauses kann die Wartezeit beenden.</translation>
    </message>
    <message>
        <source>The patient's screen stands still meanwhile.</source>
        <translation type="unfinished">Der Bildschirm des Patienten steht so lange still.</translation>
    </message>
</context>
<context>
    <name>NursePage</name>
    <message>
        <source>Clear now</source>
        <translation type="unfinished">Jetzt löschen</translation>
    </message>
    <message>
        <source>Clear and clean</source>
        <translation type="unfinished">Löschen und reinigen</translation>
    </message>
    <message>
        <source>Erases what the patient did here. Then Welcome.</source>
        <translation type="unfinished">Löscht, was der Patient hier getan hat. Danach Willkommen.</translation>
    </message>
    <message>
        <source>Erases it and locks the screen while you wipe it. Then Welcome.</source>
        <translation type="unfinished">Löscht es und sperrt den Bildschirm beim Abwischen. Danach Willkommen.</translation>
    </message>
    <message>
        <source>Night</source>
        <translation type="unfinished">Nacht</translation>
    </message>
    <message>
        <source>Dims the screen and lets only headphones be heard.</source>
        <translation type="unfinished">Dimmt den Bildschirm; Ton nur über Kopfhörer.</translation>
    </message>
    <message>
        <source>Night until %1.</source>
        <translation type="unfinished">Nacht bis %1.</translation>
    </message>
    <message>
        <source>Loudest volume</source>
        <translation type="unfinished">Größte Lautstärke</translation>
    </message>
    <message>
        <source>At this bed it is %1 percent.</source>
        <translation type="unfinished">An diesem Bett sind es %1 Prozent.</translation>
    </message>
    <message>
        <source>Language of Welcome</source>
        <translation type="unfinished">Sprache der Begrüßung</translation>
    </message>
    <message>
        <source>Welcome begins in %1.</source>
        <translation type="unfinished">Die Begrüßung beginnt auf %1.</translation>
    </message>
    <message>
        <source>Text and colours</source>
        <translation type="unfinished">Schrift und Farben</translation>
    </message>
    <message>
        <source>How every session at this bed begins.</source>
        <translation type="unfinished">So beginnt jede Sitzung an diesem Bett.</translation>
    </message>
    <message>
        <source>TV problem</source>
        <translation type="unfinished">Fernsehen gestört</translation>
    </message>
    <message>
        <source>Looks at network, streams and sound, and says what to do.</source>
        <translation type="unfinished">Prüft Netz, Sender und Ton und sagt, was zu tun ist.</translation>
    </message>
    <message>
        <source>Which bed this is</source>
        <translation type="unfinished">Welches Bett das ist</translation>
    </message>
    <message>
        <source>This tablet is at %1.</source>
        <translation type="unfinished">Dieses Gerät steht an %1.</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation type="unfinished">Außer Betrieb</translation>
    </message>
    <message>
        <source>Welcome says so now.</source>
        <translation type="unfinished">Die Begrüßung sagt es jetzt.</translation>
    </message>
    <message>
        <source>Welcome says so, and nobody can start.</source>
        <translation type="unfinished">Die Begrüßung sagt es, und niemand kann beginnen.</translation>
    </message>
</context>
<context>
    <name>ItPage</name>
    <message>
        <source>Hospital IT</source>
        <translation type="unfinished">IT des Krankenhauses</translation>
    </message>
    <message>
        <source>One moment...</source>
        <translation type="unfinished">Einen Moment ...</translation>
    </message>
    <message>
        <source>About this tablet</source>
        <translation type="unfinished">Über dieses Tablet</translation>
    </message>
    <message>
        <source>New configuration</source>
        <translation type="unfinished">Neue Konfiguration</translation>
    </message>
    <message>
        <source>Network test</source>
        <translation type="unfinished">Netztest</translation>
    </message>
    <message>
        <source>Sound test</source>
        <translation type="unfinished">Tontest</translation>
    </message>
    <message>
        <source>Screen test</source>
        <translation type="unfinished">Bildschirmtest</translation>
    </message>
    <message>
        <source>Bundle to a stick</source>
        <translation type="unfinished">Paket auf Stick</translation>
    </message>
    <message>
        <source>Bundle to a phone</source>
        <translation type="unfinished">Paket aufs Telefon</translation>
    </message>
    <message>
        <source>Enrol again</source>
        <translation type="unfinished">Neu anmelden</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished">Neu starten</translation>
    </message>
</context>
<context>
    <name>ClearQuestion</name>
    <message>
        <source>Clear this tablet and lock it for cleaning?</source>
        <translation type="unfinished">Gerät löschen und zum Reinigen sperren?</translation>
    </message>
    <message>
        <source>Clear this tablet?</source>
        <translation type="unfinished">Gerät löschen?</translation>
    </message>
    <message>
        <source>Everything that the patient did here is erased.</source>
        <translation type="unfinished">Alles, was der Patient hier getan hat, wird gelöscht.</translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation type="unfinished">Jetzt löschen</translation>
    </message>
    <message>
        <source>Clear and clean</source>
        <translation type="unfinished">Löschen und reinigen</translation>
    </message>
    <message>
        <source>Keep it as it is</source>
        <translation type="unfinished">Nichts löschen</translation>
    </message>
</context>
<context>
    <name>EasyPage</name>
    <message>
        <source>Channel up</source>
        <translation type="unfinished">Sender vor</translation>
    </message>
    <message>
        <source>Channel down</source>
        <translation type="unfinished">Sender zurück</translation>
    </message>
    <message>
        <source>No picture on this channel right now. Try another one.</source>
        <translation type="unfinished">Auf diesem Sender gibt es gerade kein Bild. Versuchen Sie einen anderen.</translation>
    </message>
    <message>
        <source>No picture on this channel right now. We keep trying.</source>
        <translation type="unfinished">Auf diesem Sender gibt es gerade kein Bild. Wir versuchen es weiter.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished">Aus</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished">Lauter</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished">Leiser</translation>
    </message>
    <message>
        <source>Television</source>
        <translation type="unfinished">Fernsehen</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation type="unfinished">Alles andere</translation>
    </message>
</context>
<context>
    <name>SpeakerOff</name>
    <message>
        <source>Quiet time: plug in headphones to listen.</source>
        <extracomment>The hospital lets only headphones be heard at this hour.</extracomment>
        <translation type="unfinished">Ruhezeit: Zum Hören bitte Kopfhörer anschließen.</translation>
    </message>
</context>
<context>
    <name>NurseSheets</name>
    <message>
        <source>Night</source>
        <translation type="unfinished">Nacht</translation>
    </message>
    <message>
        <source>The screen is dim and only headphones are heard, until the hour that you choose.</source>
        <translation type="unfinished">Der Bildschirm ist gedimmt und Ton kommt nur über Kopfhörer, bis zur gewählten Stunde.</translation>
    </message>
    <message>
        <source>Until %1 o'clock</source>
        <translation type="unfinished">Bis %1 Uhr</translation>
    </message>
    <message>
        <source>End the night now</source>
        <translation type="unfinished">Nacht jetzt beenden</translation>
    </message>
    <message>
        <source>Loudest volume</source>
        <translation type="unfinished">Größte Lautstärke</translation>
    </message>
    <message>
        <source>No patient at this bed can make it louder than this. It stays so after clearing.</source>
        <translation type="unfinished">Kein Patient an diesem Bett kann es lauter stellen. Das bleibt auch nach dem Löschen.</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished">Leiser</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished">Lauter</translation>
    </message>
    <message>
        <source>%1 percent of what the tablet can do</source>
        <translation type="unfinished">%1 Prozent dessen, was das Gerät kann</translation>
    </message>
    <message>
        <source>As the hospital has it (%1 percent)</source>
        <translation type="unfinished">Wie vom Krankenhaus vorgegeben (%1 Prozent)</translation>
    </message>
    <message>
        <source>Language of Welcome</source>
        <translation type="unfinished">Sprache der Begrüßung</translation>
    </message>
    <message>
        <source>Every patient can still choose another. It stays so after clearing.</source>
        <translation type="unfinished">Jeder Patient kann eine andere wählen. Das bleibt auch nach dem Löschen.</translation>
    </message>
    <message>
        <source>Text and colours</source>
        <translation type="unfinished">Schrift und Farben</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished">Schriftgröße</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished">Farben</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished">Aufbau</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished">Alles</translation>
    </message>
    <message>
        <source>Easy mode: only television</source>
        <translation type="unfinished">Einfach: nur Fernsehen</translation>
    </message>
    <message>
        <source>Which bed this is</source>
        <translation type="unfinished">Welches Bett das ist</translation>
    </message>
    <message>
        <source>Now it is %1. Choose where this tablet stands; what was set for the bed before is forgotten.</source>
        <translation type="unfinished">Jetzt ist es %1. Wählen Sie, wo das Gerät steht; was für das Bett davor eingestellt war, wird vergessen.</translation>
    </message>
    <message>
        <source>Is this tablet at %1?</source>
        <translation type="unfinished">Steht dieses Gerät an %1?</translation>
    </message>
    <message>
        <source>It then shows what the hospital has for that bed. Hospital IT is told.</source>
        <translation type="unfinished">Es zeigt dann, was das Krankenhaus für dieses Bett hat. Die IT erfährt davon.</translation>
    </message>
    <message>
        <source>Yes, it is</source>
        <translation type="unfinished">Ja</translation>
    </message>
    <message>
        <source>No, back</source>
        <translation type="unfinished">Nein, zurück</translation>
    </message>
    <message>
        <source>Is this tablet in order again?</source>
        <translation type="unfinished">Ist das Gerät wieder in Ordnung?</translation>
    </message>
    <message>
        <source>Put this tablet out of order?</source>
        <translation type="unfinished">Gerät außer Betrieb nehmen?</translation>
    </message>
    <message>
        <source>Welcome can be started again.</source>
        <translation type="unfinished">Die Begrüßung kann wieder gestartet werden.</translation>
    </message>
    <message>
        <source>From the next Welcome on it says so, and nobody can start. Staff can end that here.</source>
        <translation type="unfinished">Ab der nächsten Begrüßung steht es da, und niemand kann beginnen. Das Personal kann es hier beenden.</translation>
    </message>
    <message>
        <source>It is in order</source>
        <translation type="unfinished">Es ist in Ordnung</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation type="unfinished">Außer Betrieb</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation type="unfinished">So lassen</translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished">Groß</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished">Am größten</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished">Standard</translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished">Tag</translation>
    </message>
    <message>
        <source>Night colours</source>
        <translation type="unfinished">Nachtfarben</translation>
    </message>
    <message>
        <source>Strong contrast</source>
        <translation type="unfinished">Starker Kontrast</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation type="unfinished">Wie üblich</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>TV problem</source>
        <translation type="unfinished">Fernsehen gestört</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished">Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Looking at network, television and sound...</source>
        <translation type="unfinished">Netz, Fernsehen und Ton werden geprüft ...</translation>
    </message>
    <message>
        <source>The network cable is loose. Plug it in at the wall and at the tablet; if that does not help, tell hospital IT: no link.</source>
        <translation type="unfinished">Das Netzwerkkabel ist lose. Stecken Sie es an der Wand und am Gerät ein; hilft das nicht, melden Sie der IT: kein Link.</translation>
    </message>
    <message>
        <source>The tablet gets no network address. Tell hospital IT: no address.</source>
        <translation type="unfinished">Das Gerät bekommt keine Netzadresse. Melden Sie der IT: keine Adresse.</translation>
    </message>
    <message>
        <source>The network does not answer. Tell hospital IT: no gateway.</source>
        <translation type="unfinished">Das Netz antwortet nicht. Melden Sie der IT: kein Gateway.</translation>
    </message>
    <message>
        <source>The network does not find the television. Tell hospital IT: no name server.</source>
        <translation type="unfinished">Das Netz findet das Fernsehen nicht. Melden Sie der IT: kein Namensserver.</translation>
    </message>
    <message>
        <source>The television system does not answer. Tell hospital IT: no head-end.</source>
        <translation type="unfinished">Die Fernsehanlage antwortet nicht. Melden Sie der IT: keine Kopfstation.</translation>
    </message>
    <message>
        <source>The television system sends no picture. Tell hospital IT: no stream.</source>
        <translation type="unfinished">Die Fernsehanlage sendet kein Bild. Melden Sie der IT: kein Signal.</translation>
    </message>
    <message>
        <source>Some channels are not sent. Choose another channel, and tell hospital IT: some streams are missing.</source>
        <translation type="unfinished">Einige Sender fehlen. Wählen Sie einen anderen und melden Sie der IT: einige Signale fehlen.</translation>
    </message>
    <message>
        <source>This tablet has no sound. Try headphones; if that does not help, tell hospital IT: no sound output.</source>
        <translation type="unfinished">Dieses Gerät hat keinen Ton. Versuchen Sie Kopfhörer; hilft das nicht, melden Sie der IT: keine Tonausgabe.</translation>
    </message>
    <message>
        <source>The sound is muted, or only headphones may be heard now. Plug in headphones, or look at Night.</source>
        <translation type="unfinished">Der Ton ist stumm, oder es sind jetzt nur Kopfhörer erlaubt. Schließen Sie Kopfhörer an oder sehen Sie unter Nacht nach.</translation>
    </message>
    <message>
        <source>The volume is at its lowest. Make it louder with Loudest volume.</source>
        <translation type="unfinished">Die Lautstärke ist ganz unten. Erhöhen Sie sie unter Größte Lautstärke.</translation>
    </message>
    <message>
        <source>The picture breaks off often. If it goes on, tell hospital IT: streams fail.</source>
        <translation type="unfinished">Das Bild bricht oft ab. Wenn es anhält, melden Sie der IT: Signale brechen ab.</translation>
    </message>
    <message>
        <source>Network, television and sound are well. Choose another channel; if that does not help, clear the tablet.</source>
        <translation type="unfinished">Netz, Fernsehen und Ton sind in Ordnung. Wählen Sie einen anderen Sender; hilft das nicht, löschen Sie das Gerät.</translation>
    </message>
</context>
<context>
    <name>OutOfOrder</name>
    <message>
        <source>This tablet is out of order</source>
        <translation type="unfinished">Dieses Gerät ist außer Betrieb</translation>
    </message>
    <message>
        <source>The nursing staff know. Please ask them for another one.</source>
        <translation type="unfinished">Das Pflegepersonal weiß Bescheid. Bitten Sie um ein anderes.</translation>
    </message>
    <message>
        <source>This tablet's name: %1</source>
        <translation type="unfinished">Name des Geräts: %1</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>The tablet is not connected to the network. Push the network plug in and try again; else call IT.</source>
        <translation type="unfinished">Das Tablet ist nicht mit dem Netz verbunden. Netzstecker fest einstecken und noch einmal versuchen; sonst die IT anrufen.</translation>
    </message>
    <message>
        <source>The network gives this tablet no address. Call IT.</source>
        <translation type="unfinished">Das Netz gibt diesem Tablet keine Adresse. Bitte die IT anrufen.</translation>
    </message>
    <message>
        <source>The network does not let this tablet through. Call IT.</source>
        <translation type="unfinished">Das Netz lässt dieses Tablet nicht durch. Bitte die IT anrufen.</translation>
    </message>
    <message>
        <source>The network does not find the television server's name. Call IT.</source>
        <translation type="unfinished">Das Netz findet den Namen des Fernsehservers nicht. Bitte die IT anrufen.</translation>
    </message>
    <message>
        <source>The television server does not answer. Call IT.</source>
        <translation type="unfinished">Der Fernsehserver antwortet nicht. Bitte die IT anrufen.</translation>
    </message>
    <message>
        <source>The television server sends no picture. Call IT.</source>
        <translation type="unfinished">Der Fernsehserver sendet kein Bild. Bitte die IT anrufen.</translation>
    </message>
    <message>
        <source>Some channels are not sent just now. Try another channel, and tell IT.</source>
        <translation type="unfinished">Einige Sender werden gerade nicht gesendet. Einen anderen Sender wählen und der IT Bescheid geben.</translation>
    </message>
    <message>
        <source>The tablet finds nothing to play sound on. Push the headphones' plug in; else call IT.</source>
        <translation type="unfinished">Das Tablet findet nichts, worauf es Ton abspielen kann. Kopfhörer fest einstecken; sonst die IT anrufen.</translation>
    </message>
    <message>
        <source>The sound is off. Turn it on with the volume keys.</source>
        <translation type="unfinished">Der Ton ist aus. Mit den Lautstärketasten einschalten.</translation>
    </message>
    <message>
        <source>The volume is at zero. Turn it up.</source>
        <translation type="unfinished">Die Lautstärke steht auf null. Bitte lauter stellen.</translation>
    </message>
    <message>
        <source>Network and television work, but the picture breaks off often. Tell IT.</source>
        <translation type="unfinished">Netz und Fernsehen funktionieren, aber das Bild bricht oft ab. Bitte der IT Bescheid geben.</translation>
    </message>
    <message>
        <source>Network, television and sound work. Choose the channel again.</source>
        <translation type="unfinished">Netz, Fernsehen und Ton funktionieren. Den Sender noch einmal wählen.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished">Verbindung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished">Adresse</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation type="unfinished">Gateway</translation>
    </message>
    <message>
        <source>Name server</source>
        <translation type="unfinished">Namensserver</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation type="unfinished">Stream</translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished">gut</translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished">fehlt</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation type="unfinished">Name nicht gefunden</translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished">abgewiesen</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished">keine Antwort</translation>
    </message>
    <message>
        <source>sends nothing</source>
        <translation type="unfinished">sendet nichts</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished">nicht gefragt</translation>
    </message>
</context>
<context>
    <name>ItWords</name>
    <message>
        <source>Device</source>
        <translation type="unfinished">Gerät</translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished">Version</translation>
    </message>
    <message>
        <source>Hospital / ward</source>
        <translation type="unfinished">Krankenhaus / Station</translation>
    </message>
    <message>
        <source>Configuration no.</source>
        <translation type="unfinished">Konfiguration Nr.</translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished">Veröffentlicht</translation>
    </message>
    <message>
        <source>Age in days</source>
        <translation type="unfinished">Alter in Tagen</translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished">Von</translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished">Warum</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished">Vereinbarung</translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished">Zustand</translation>
    </message>
    <message>
        <source>Freed memory</source>
        <translation type="unfinished">Freigegebener Speicher</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation type="unfinished">aktuell</translation>
    </message>
    <message>
        <source>the hospital's server cannot be reached</source>
        <translation type="unfinished">der Server des Krankenhauses ist nicht erreichbar</translation>
    </message>
    <message>
        <source>what the hospital's server holds was refused</source>
        <translation type="unfinished">was auf dem Server des Krankenhauses liegt, wurde abgewiesen</translation>
    </message>
    <message>
        <source>what the hospital's server holds is too old</source>
        <translation type="unfinished">was auf dem Server des Krankenhauses liegt, ist zu alt</translation>
    </message>
    <message>
        <source>the tablet's disk takes nothing</source>
        <translation type="unfinished">der Speicher des Tablets nimmt nichts an</translation>
    </message>
    <message>
        <source>is erased</source>
        <translation type="unfinished">wird gelöscht</translation>
    </message>
    <message>
        <source>is not erased (init_on_free)</source>
        <translation type="unfinished">wird nicht gelöscht (init_on_free)</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished">Beenden</translation>
    </message>
    <message>
        <source>Nobody there</source>
        <translation type="unfinished">Niemand da</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation type="unfinished">Nicht beantwortet</translation>
    </message>
    <message>
        <source>Daily hour</source>
        <translation type="unfinished">Tägliche Stunde</translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished">Start</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation type="unfinished">Absturz</translation>
    </message>
    <message>
        <source>Supervisor restarted</source>
        <translation type="unfinished">Überwachung neu gestartet</translation>
    </message>
    <message>
        <source>New configuration</source>
        <translation type="unfinished">Neue Konfiguration</translation>
    </message>
    <message>
        <source>Signed instruction</source>
        <translation type="unfinished">Signierte Anweisung</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished">Personal</translation>
    </message>
    <message>
        <source>Looked: this is the newest configuration.</source>
        <translation type="unfinished">Nachgesehen: Dies ist die neueste Konfiguration.</translation>
    </message>
    <message>
        <source>The hospital's server could not be read. What was in force stays.</source>
        <translation type="unfinished">Der Server des Krankenhauses war nicht lesbar. Was galt, gilt weiter.</translation>
    </message>
    <message>
        <source>A tone was played. Did you hear it?</source>
        <translation type="unfinished">Ein Ton wurde abgespielt. War er zu hören?</translation>
    </message>
    <message>
        <source>Nothing here plays sound.</source>
        <translation type="unfinished">Hier spielt nichts Ton ab.</translation>
    </message>
    <message>
        <source>Written to the stick. It can be pulled out.</source>
        <translation type="unfinished">Auf den Stick geschrieben. Er kann abgezogen werden.</translation>
    </message>
    <message>
        <source>There is no USB stick. Plug one in and wait a moment.</source>
        <translation type="unfinished">Es steckt kein USB-Stick. Bitte einstecken und kurz warten.</translation>
    </message>
    <message>
        <source>The stick is full.</source>
        <translation type="unfinished">Der Stick ist voll.</translation>
    </message>
    <message>
        <source>The stick can only be read.</source>
        <translation type="unfinished">Der Stick lässt sich nur lesen.</translation>
    </message>
    <message>
        <source>The stick cannot be written. Take another one.</source>
        <translation type="unfinished">Der Stick lässt sich nicht beschreiben. Bitte einen anderen nehmen.</translation>
    </message>
    <message>
        <source>There is no enrolment file on the stick.</source>
        <translation type="unfinished">Auf dem Stick ist keine Anmeldedatei.</translation>
    </message>
    <message>
        <source>The enrolment was not taken, or the tablet does not restart. Call whoever looks after it.</source>
        <translation type="unfinished">Die Anmeldung wurde nicht übernommen, oder das Tablet startet nicht neu. Bitte die Betreuung anrufen.</translation>
    </message>
    <message>
        <source>The tablet does not restart. Switch it off and on.</source>
        <translation type="unfinished">Das Tablet startet nicht neu. Bitte aus- und einschalten.</translation>
    </message>
</context>
<context>
    <name>ItFacts</name>
    <message>
        <source>Last cleared (until empty / until Welcome)</source>
        <translation type="unfinished">Zuletzt geleert (bis leer / bis Willkommen)</translation>
    </message>
    <message>
        <source>%1, not proved</source>
        <translation type="unfinished">%1, nicht bewiesen</translation>
    </message>
</context>
<context>
    <name>ItBundle</name>
    <message>
        <source>Photograph this with a phone. There is nothing about the patient in it.</source>
        <translation type="unfinished">Dies mit einem Telefon abfotografieren. Über den Patienten steht nichts darin.</translation>
    </message>
    <message>
        <source>Support bundle as a code</source>
        <translation type="unfinished">Supportpaket als Code</translation>
    </message>
</context>
<context>
    <name>ScreenTest</name>
    <message>
        <source>Screen test</source>
        <translation type="unfinished">Bildschirmtest</translation>
    </message>
    <message>
        <source>Wipe over the whole screen. Fields left: %1</source>
        <translation type="unfinished">Über den ganzen Bildschirm wischen. Felder übrig: %1</translation>
    </message>
    <message>
        <source>All fields answer. Touch for the colours.</source>
        <translation type="unfinished">Alle Felder antworten. Für die Farben berühren.</translation>
    </message>
    <message>
        <source>End the test</source>
        <translation type="unfinished">Test beenden</translation>
    </message>
</context>
<context>
    <name>ItQuestion</name>
    <message>
        <source>Enrol this tablet as %1 in ward %2?</source>
        <translation type="unfinished">Dieses Tablet als %1 auf Station %2 anmelden?</translation>
    </message>
    <message>
        <source>Restart the tablet?</source>
        <translation type="unfinished">Tablet neu starten?</translation>
    </message>
    <message>
        <source>The desk showed these words. If it was others, do not take it.</source>
        <translation type="unfinished">Am Schreibtisch standen diese Wörter. Waren es andere, nicht übernehmen.</translation>
    </message>
    <message>
        <source>The tablet restarts. Everything that the patient did here is erased.</source>
        <translation type="unfinished">Das Tablet startet neu. Alles, was der Patient hier getan hat, wird gelöscht.</translation>
    </message>
    <message>
        <source>Take it and restart</source>
        <translation type="unfinished">Übernehmen und neu starten</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation type="unfinished">Jetzt neu starten</translation>
    </message>
    <message>
        <source>Keep it as it is</source>
        <translation type="unfinished">So lassen</translation>
    </message>
</context>
</TS>
