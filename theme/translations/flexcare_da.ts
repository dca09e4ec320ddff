<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da" sourcelanguage="en_GB">
<context>
    <name>ComfortSheet</name>
    <message>
        <source>Comfort</source>
        <translation type="unfinished">Komfort</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished">Tekststørrelse</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished">Farver</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation type="unfinished">Lysstyrke</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation type="unfinished">Mørkere</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation type="unfinished">Lysere</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished">Lydstyrke</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished">Lavere lyd</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished">Højere lyd</translation>
    </message>
    <message>
        <source>Movement on the screen</source>
        <translation type="unfinished">Bevægelse på skærmen</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation type="unfinished">Som normalt</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation type="unfinished">Mindre bevægelse</translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished">Stor</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished">Størst</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished">Normal</translation>
    </message>
    <message>
        <source>Night</source>
        <translation type="unfinished">Nat</translation>
    </message>
    <message>
        <source>Strong contrast</source>
        <translation type="unfinished">Stærk kontrast</translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished">Dag</translation>
    </message>
</context>
<context>
    <name>FinishSheet</name>
    <message>
        <source>Finish and clear this tablet?</source>
        <translation type="unfinished">Vil du afslutte og rydde tabletten?</translation>
    </message>
    <message>
        <source>Everything you did here is erased. The next person finds a fresh tablet.</source>
        <translation type="unfinished">Alt, hvad du har gjort her, bliver slettet. Den næste får en frisk tablet.</translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation type="unfinished">Ryd nu</translation>
    </message>
    <message>
        <source>Keep watching</source>
        <translation type="unfinished">Se videre</translation>
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
        <translation type="unfinished">Sprog</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished">Afslut</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation type="unfinished">Godmorgen</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation type="unfinished">Goddag</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation type="unfinished">Godaften</translation>
    </message>
    <message>
        <source>Television</source>
        <translation type="unfinished">Fjernsyn</translation>
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
        <translation type="unfinished">Sprog</translation>
    </message>
</context>
<context>
    <name>NoSignal</name>
    <message>
        <source>No picture on this channel right now</source>
        <translation type="unfinished">Intet billede på denne kanal lige nu</translation>
    </message>
    <message>
        <source>We keep trying. The other channels still work.</source>
        <translation type="unfinished">Vi bliver ved med at prøve. De andre kanaler virker stadig.</translation>
    </message>
    <message>
        <source>Next channel</source>
        <translation type="unfinished">Næste kanal</translation>
    </message>
</context>
<context>
    <name>NotSetUpPage</name>
    <message>
        <source>This tablet is not set up yet</source>
        <translation type="unfinished">Denne skærm er ikke sat op endnu</translation>
    </message>
    <message>
        <source>Please tell the nursing staff. They know whom to call.</source>
        <translation type="unfinished">Sig det til plejepersonalet. De ved, hvem de skal ringe til.</translation>
    </message>
    <message>
        <source>This tablet's name: %1</source>
        <extracomment>%1 is the device's name, to be told to the hospital's IT on the phone</extracomment>
        <translation type="unfinished">Denne skærms navn: %1</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>One moment…</source>
        <translation type="unfinished">Et øjeblik…</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Home</source>
        <translation type="unfinished">Hjem</translation>
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
        <translation type="unfinished">Lavere lyd</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished">Højere lyd</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished">Stop</translation>
    </message>
    <message>
        <source>On air</source>
        <translation type="unfinished">Spiller nu</translation>
    </message>
    <message>
        <source>No sound from this station right now. We keep trying.</source>
        <translation type="unfinished">Ingen lyd fra denne station lige nu. Vi bliver ved med at prøve.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation type="unfinished">Et øjeblik…</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation type="unfinished">Luk</translation>
    </message>
</context>
<context>
    <name>StillThereSheet</name>
    <message numerus="yes">
        <source>This tablet will be cleared in %n second(s).</source>
        <extracomment>Seconds that are counted down</extracomment>
        <translation type="unfinished">
            <numerusform>Tabletten bliver ryddet om %n sekund.</numerusform>
            <numerusform>Tabletten bliver ryddet om %n sekunder.</numerusform>
        </translation>
    </message>
    <message>
        <source>This tablet is being cleared.</source>
        <translation type="unfinished">Tabletten bliver ryddet.</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation type="unfinished">Er du der stadig?</translation>
    </message>
    <message>
        <source>Touch the screen anywhere to go on.</source>
        <translation type="unfinished">Rør skærmen et vilkårligt sted for at fortsætte.</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation type="unfinished">Jeg er her stadig</translation>
    </message>
</context>
<context>
    <name>TvOverlay</name>
    <message>
        <source>Home</source>
        <translation type="unfinished">Hjem</translation>
    </message>
    <message>
        <source>Comfort</source>
        <translation type="unfinished">Komfort</translation>
    </message>
    <message>
        <source>Channel down</source>
        <translation type="unfinished">Kanal ned</translation>
    </message>
    <message>
        <source>Channel up</source>
        <translation type="unfinished">Kanal op</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished">Lydstyrke</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished">Lavere lyd</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished">Højere lyd</translation>
    </message>
</context>
<context>
    <name>TypedNumber</name>
    <message>
        <source>No channel has this number</source>
        <translation type="unfinished">Ingen kanal har dette nummer</translation>
    </message>
</context>
<context>
    <name>VolumeNotice</name>
    <message>
        <source>Sound is off</source>
        <translation type="unfinished">Lyden er slået fra</translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation type="unfinished">Lydstyrke %1</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Start</source>
        <translation type="unfinished">Start</translation>
    </message>
    <message>
        <source>This tablet does not know who you are.</source>
        <translation type="unfinished">Denne skærm ved ikke, hvem du er.</translation>
    </message>
    <message>
        <source>Cleared today at %1.</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation type="unfinished">Ryddet i dag kl. %1.</translation>
    </message>
    <message>
        <source>Cleared yesterday at %1.</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation type="unfinished">Ryddet i går kl. %1.</translation>
    </message>
    <message>
        <source>Cleared on %1 at %2.</source>
        <extracomment>%1 is a date with its weekday, %2 a time of day</extracomment>
        <translation type="unfinished">Ryddet %1 kl. %2.</translation>
    </message>
</context>
</TS>
