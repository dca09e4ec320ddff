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
        <source>Next channel</source>
        <translation type="unfinished">Nächster Sender</translation>
    </message>
</context>
<context>
    <name>NoticeSheet</name>
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
</TS>
