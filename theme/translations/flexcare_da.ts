<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da" sourcelanguage="en_GB">
<context>
    <name>ClearedLabel</name>
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
    <message>
        <source>Easy mode</source>
        <translation type="unfinished">Nem visning</translation>
    </message>
    <message>
        <source>Only television, with very large buttons.</source>
        <translation type="unfinished">Kun fjernsyn, med meget store knapper.</translation>
    </message>
    <message>
        <source>Turn on easy mode</source>
        <translation type="unfinished">Slå nem visning til</translation>
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
    <message>
        <source>Clear and clean</source>
        <translation type="unfinished">Ryd og rengør</translation>
    </message>
    <message>
        <source>Clears the tablet and locks it while it is wiped.</source>
        <translation type="unfinished">Rydder skærmen og låser den, mens den tørres af.</translation>
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
        <source>Privacy</source>
        <translation type="unfinished">Privatliv</translation>
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
    <message>
        <source>Guide</source>
        <translation type="unfinished">Tv-guide</translation>
    </message>
    <message>
        <source>What is on, and when</source>
        <translation type="unfinished">Hvad der vises, og hvornår</translation>
    </message>
    <message>
        <source>All services</source>
        <translation type="unfinished">Alle tjenester</translation>
    </message>
    <message>
        <source>Open %1</source>
        <extracomment>%1 is a time of day, from and to</extracomment>
        <translation type="unfinished">Åben %1</translation>
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
        <source>We keep trying.</source>
        <translation type="unfinished">Vi bliver ved med at prøve.</translation>
    </message>
    <message>
        <source>Next channel</source>
        <translation type="unfinished">Næste kanal</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Close</source>
        <translation type="unfinished">Luk</translation>
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
    <message>
        <source>Guide</source>
        <translation type="unfinished">Tv-guide</translation>
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
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>Purpose</source>
        <extracomment>Heading of a privacy notice: what personal data is used for</extracomment>
        <translation type="unfinished">Formål</translation>
    </message>
    <message>
        <source>Categories of data</source>
        <extracomment>Heading of a privacy notice: which kinds of personal data there are</extracomment>
        <translation type="unfinished">Kategorier</translation>
    </message>
    <message>
        <source>Sources</source>
        <extracomment>Heading of a privacy notice: where personal data comes from</extracomment>
        <translation type="unfinished">Kilder</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation type="unfinished">Behandlingsgrundlag</translation>
    </message>
    <message>
        <source>Recipients</source>
        <extracomment>Heading of a privacy notice: who is given personal data</extracomment>
        <translation type="unfinished">Modtagere</translation>
    </message>
    <message>
        <source>Transfer to countries outside the EU/EEA</source>
        <translation type="unfinished">Overførsel til lande uden for EU/EØS</translation>
    </message>
    <message>
        <source>Storage</source>
        <extracomment>Heading of a privacy notice: how long personal data is kept</extracomment>
        <translation type="unfinished">Opbevaring</translation>
    </message>
    <message>
        <source>Your rights</source>
        <translation type="unfinished">Dine rettigheder</translation>
    </message>
    <message>
        <source>Information</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">Oplysning</translation>
    </message>
    <message>
        <source>Access</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">Indsigt</translation>
    </message>
    <message>
        <source>Correction</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">Berigtigelse</translation>
    </message>
    <message>
        <source>Erasure</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">Sletning</translation>
    </message>
    <message>
        <source>Restriction</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">Begrænsning</translation>
    </message>
    <message>
        <source>Objection</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">Indsigelse</translation>
    </message>
    <message>
        <source>No decision by a machine alone</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">Ingen afgørelse af en maskine alene</translation>
    </message>
    <message>
        <source>Withdrawing consent</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">Tilbagetrækning af samtykke</translation>
    </message>
    <message>
        <source>Taking your data with you</source>
        <extracomment>The name of a right</extracomment>
        <translation type="unfinished">Dataportabilitet</translation>
    </message>
    <message>
        <source>Whom to turn to</source>
        <translation type="unfinished">Hvem du kan henvende dig til</translation>
    </message>
    <message>
        <source>Responsible for your data</source>
        <extracomment>The data controller</extracomment>
        <translation type="unfinished">Dataansvarlig</translation>
    </message>
    <message>
        <source>Data protection officer</source>
        <translation type="unfinished">Databeskyttelsesrådgiver</translation>
    </message>
    <message>
        <source>If you want to complain</source>
        <translation type="unfinished">Hvis du vil klage</translation>
    </message>
    <message>
        <source>Agreement</source>
        <extracomment>The data processing agreement's reference stands beside it</extracomment>
        <translation type="unfinished">Aftale</translation>
    </message>
    <message>
        <source>You can be told what happens with data about you, and why.</source>
        <translation type="unfinished">Du kan få at vide, hvad der sker med oplysninger om dig, og hvorfor.</translation>
    </message>
    <message>
        <source>You can see the data about you and get a copy.</source>
        <translation type="unfinished">Du kan se oplysningerne om dig og få en kopi.</translation>
    </message>
    <message>
        <source>You can have wrong data about you put right.</source>
        <translation type="unfinished">Du kan få forkerte oplysninger om dig rettet.</translation>
    </message>
    <message>
        <source>You can ask for data about you to be erased.</source>
        <translation type="unfinished">Du kan bede om at få oplysninger om dig slettet.</translation>
    </message>
    <message>
        <source>You can ask that data about you is kept but not used.</source>
        <translation type="unfinished">Du kan bede om, at oplysninger om dig kun opbevares og ikke bruges.</translation>
    </message>
    <message>
        <source>You can say no to the use of data about you.</source>
        <translation type="unfinished">Du kan sige nej til, at oplysninger om dig bruges.</translation>
    </message>
    <message>
        <source>You can ask that a person decides what matters to you.</source>
        <translation type="unfinished">Du kan kræve, at et menneske afgør det, der har betydning for dig.</translation>
    </message>
    <message>
        <source>If you have said yes to something, you can take it back at any time.</source>
        <translation type="unfinished">Har du sagt ja til noget, kan du til enhver tid trække det tilbage.</translation>
    </message>
    <message>
        <source>You can get the data that you have given, in a form that others can read.</source>
        <translation type="unfinished">Du kan få de oplysninger, du selv har givet, i en form, som andre kan læse.</translation>
    </message>
</context>
<context>
    <name>PlainWords</name>
    <message>
        <source>We do not know who you are.</source>
        <translation type="unfinished">Vi ved ikke, hvem du er.</translation>
    </message>
    <message>
        <source>When you finish, everything you did here is erased.</source>
        <translation type="unfinished">Når du afslutter, bliver alt, hvad du har gjort her, slettet.</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation type="unfinished">Privatliv</translation>
    </message>
</context>
<context>
    <name>CleaningPage</name>
    <message>
        <source>Screen locked for cleaning</source>
        <translation type="unfinished">Skærmen er låst til rengøring</translation>
    </message>
    <message>
        <source>Wipe the screen, the edges and the back with a disinfectant wipe.</source>
        <translation type="unfinished">Tør skærm, kanter og bagside af med en desinfektionsserviet.</translation>
    </message>
    <message>
        <source>Leave it wet until the time is up.</source>
        <translation type="unfinished">Lad den være våd, til tiden er gået.</translation>
    </message>
    <message>
        <source>Do not dry it with a cloth.</source>
        <translation type="unfinished">Tør den ikke med en klud.</translation>
    </message>
    <message>
        <source>Afterwards the tablet is ready for the next person by itself.</source>
        <translation type="unfinished">Bagefter er skærmen af sig selv klar til den næste.</translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message>
        <source>Day</source>
        <translation type="unfinished">Dag</translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished">I går</translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished">I dag</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished">I morgen</translation>
    </message>
</context>
<context>
    <name>GuideBar</name>
    <message>
        <source>Home</source>
        <translation type="unfinished">Hjem</translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished">Nu</translation>
    </message>
    <message>
        <source>Tonight</source>
        <translation type="unfinished">I aften</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Luk</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>There is no programme information right now. Touch a channel to watch it.</source>
        <translation type="unfinished">Der er ingen programoplysninger lige nu. Rør ved en kanal for at se den.</translation>
    </message>
    <message>
        <source>This guide is from %1, %2.</source>
        <translation type="unfinished">Denne tv-guide er fra %1 kl. %2.</translation>
    </message>
</context>
<context>
    <name>GuideSlot</name>
    <message>
        <source>No programme information</source>
        <translation type="unfinished">Ingen programoplysninger</translation>
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
        <translation type="unfinished">Tv-guiden ved ikke, hvad der vises på denne kanal på dette tidspunkt.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished">Se</translation>
    </message>
    <message>
        <source>Watch %1 now</source>
        <translation type="unfinished">Se %1 nu</translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished">Direkte</translation>
    </message>
    <message>
        <source>First showing</source>
        <translation type="unfinished">Første visning</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation type="unfinished">Genudsendelse</translation>
    </message>
    <message>
        <source>From %1 years</source>
        <translation type="unfinished">Fra %1 år</translation>
    </message>
    <message>
        <source>Directed by %1</source>
        <translation type="unfinished">Instrueret af %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation type="unfinished">Med %1</translation>
    </message>
    <message>
        <source>Described in: %1</source>
        <translation type="unfinished">Beskrevet på: %1</translation>
    </message>
</context>
<context>
    <name>NowNext</name>
    <message>
        <source>Next: %1 %2</source>
        <extracomment>%1 is the title of the programme that follows, %2 the time of day when it begins</extracomment>
        <translation type="unfinished">Derefter: %1 %2</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>until %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation type="unfinished">til %1</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Capital letters</source>
        <translation type="unfinished">Store bogstaver</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>A key: takes the last letter away</extracomment>
        <translation type="unfinished">Slet</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished">Bogstaver</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation type="unfinished">Tal og tegn</translation>
    </message>
    <message>
        <source>Other letters</source>
        <extracomment>A key: turns from the language's own letters to Latin ones, or back</extracomment>
        <translation type="unfinished">Andre bogstaver</translation>
    </message>
    <message>
        <source>Space</source>
        <extracomment>The wide key between words</extracomment>
        <translation type="unfinished">Mellemrum</translation>
    </message>
    <message>
        <source>Enter</source>
        <extracomment>The key that ends a line or sends what was typed</extracomment>
        <translation type="unfinished">OK</translation>
    </message>
    <message>
        <source>Hide keys</source>
        <extracomment>A key: puts the keyboard on the screen away</extracomment>
        <translation type="unfinished">Skjul</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search</source>
        <translation type="unfinished">Søg</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search</source>
        <translation type="unfinished">Søg</translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished">Hjem</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Luk</translation>
    </message>
    <message>
        <source>Channel, number or programme</source>
        <translation type="unfinished">Kanal, nummer eller program</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished">Intet fundet</translation>
    </message>
    <message>
        <source>Type the beginning of a name, or a channel's number.</source>
        <translation type="unfinished">Skriv begyndelsen af et navn, eller en kanals nummer.</translation>
    </message>
    <message>
        <source>Look in all channels</source>
        <translation type="unfinished">Søg i alle kanaler</translation>
    </message>
    <message>
        <source>There is nothing like that among “%1”.</source>
        <extracomment>%1 is a group of channels</extracomment>
        <translation type="unfinished">Der er ikke noget i den stil blandt »%1«.</translation>
    </message>
    <message>
        <source>Try fewer letters, or only the first word.</source>
        <translation type="unfinished">Prøv færre bogstaver, eller kun det første ord.</translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>Channel %1</source>
        <translation type="unfinished">Kanal %1</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished">Se</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation type="unfinished">Lyt</translation>
    </message>
    <message>
        <source>now, until %1</source>
        <translation type="unfinished">nu, til %1</translation>
    </message>
    <message>
        <source>today %1</source>
        <extracomment>A time of day, as 21:00–21:30</extracomment>
        <translation type="unfinished">i dag %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation type="unfinished">i morgen %1</translation>
    </message>
</context>
<context>
    <name>ReminderPanel</name>
    <message>
        <source>Starts now: %1</source>
        <extracomment>%1 is the title of a programme</extracomment>
        <translation type="unfinished">Begynder nu: %1</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished">Se</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Luk</translation>
    </message>
</context>
<context>
    <name>StarButton</name>
    <message>
        <source>First in the list</source>
        <extracomment>A channel with a star; touched again it goes back to its place</extracomment>
        <translation type="unfinished">Står først</translation>
    </message>
    <message>
        <source>%1 stands first</source>
        <extracomment>%1 is a channel with a star; touched again it goes back to its place</extracomment>
        <translation type="unfinished">%1 står først</translation>
    </message>
    <message>
        <source>Put %1 first</source>
        <extracomment>%1 is a channel: it gets a star and stands first in lists</extracomment>
        <translation type="unfinished">Sæt %1 først</translation>
    </message>
    <message>
        <source>Put first</source>
        <extracomment>Gives a channel a star: it then stands first in lists</extracomment>
        <translation type="unfinished">Sæt først</translation>
    </message>
</context>
<context>
    <name>RemindButton</name>
    <message>
        <source>Remind me</source>
        <translation type="unfinished">Mind mig om det</translation>
    </message>
    <message>
        <source>You will be reminded</source>
        <extracomment>Touched again, the reminder is taken away</extracomment>
        <translation type="unfinished">Du bliver mindet om det</translation>
    </message>
</context>
<context>
    <name>SoundPanel</name>
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
    <name>VisitBar</name>
    <message>
        <source>Home</source>
        <translation type="unfinished">Hjem</translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished">Tilbage</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished">Lyd</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished">Indlæser</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Back to the page</source>
        <translation type="unfinished">Tilbage til siden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">Prøv igen</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished">Forlad</translation>
    </message>
    <message>
        <source>This page cannot be opened here</source>
        <translation type="unfinished">Denne side kan ikke åbnes her</translation>
    </message>
    <message>
        <source>The page does not answer right now</source>
        <translation type="unfinished">Siden svarer ikke lige nu</translation>
    </message>
    <message>
        <source>This page is not safe to use</source>
        <translation type="unfinished">Denne side er ikke sikker at bruge</translation>
    </message>
    <message>
        <source>The page became too large</source>
        <translation type="unfinished">Siden blev for stor</translation>
    </message>
    <message>
        <source>The page stopped</source>
        <translation type="unfinished">Siden gik i stå</translation>
    </message>
    <message>
        <source>It does not belong to this service. Everything else here works as before.</source>
        <translation type="unfinished">Den hører ikke til denne tjeneste. Alt andet her virker som før.</translation>
    </message>
    <message>
        <source>Television and radio still work. Try again in a while.</source>
        <translation type="unfinished">Fjernsyn og radio virker stadig. Prøv igen om lidt.</translation>
    </message>
    <message>
        <source>It could not show that it is the right one, so it was not opened. Please tell the staff.</source>
        <translation type="unfinished">Den kunne ikke vise, at den er den rigtige, så den blev ikke åbnet. Sig det gerne til personalet.</translation>
    </message>
    <message>
        <source>It needed more memory than there is, and was closed. Television and radio still work.</source>
        <translation type="unfinished">Den havde brug for mere hukommelse, end der er, og blev lukket. Fjernsyn og radio virker stadig.</translation>
    </message>
    <message>
        <source>It was closed. You can open it again.</source>
        <translation type="unfinished">Den blev lukket. Du kan åbne den igen.</translation>
    </message>
</context>
<context>
    <name>PageChoice</name>
    <message>
        <source>Choose</source>
        <translation type="unfinished">Vælg</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Annuller</translation>
    </message>
</context>
<context>
    <name>PageDay</name>
    <message>
        <source>Choose a day</source>
        <translation type="unfinished">Vælg en dag</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation type="unfinished">Forrige måned</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation type="unfinished">Næste måned</translation>
    </message>
    <message>
        <source>Previous year</source>
        <translation type="unfinished">Forrige år</translation>
    </message>
    <message>
        <source>Next year</source>
        <translation type="unfinished">Næste år</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Annuller</translation>
    </message>
</context>
<context>
    <name>PageQuestion</name>
    <message>
        <source>It stops when you leave the service. You are asked each time.</source>
        <translation type="unfinished">Det stopper, når du forlader tjenesten. Du bliver spurgt hver gang.</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation type="unfinished">Tillad</translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished">OK</translation>
    </message>
    <message>
        <source>Do not allow</source>
        <translation type="unfinished">Tillad ikke</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Annuller</translation>
    </message>
    <message>
        <source>%1 wants to use the camera</source>
        <extracomment>%1 is the name of a service</extracomment>
        <translation type="unfinished">%1 vil bruge kameraet</translation>
    </message>
    <message>
        <source>%1 wants to use the microphone</source>
        <extracomment>%1 is the name of a service</extracomment>
        <translation type="unfinished">%1 vil bruge mikrofonen</translation>
    </message>
    <message>
        <source>%1 wants to use camera and microphone</source>
        <extracomment>%1 is the name of a service</extracomment>
        <translation type="unfinished">%1 vil bruge kamera og mikrofon</translation>
    </message>
    <message>
        <source>%1 says</source>
        <extracomment>%1 is the name of a service</extracomment>
        <translation type="unfinished">%1 siger</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>Services</source>
        <translation type="unfinished">Tjenester</translation>
    </message>
</context>
<context>
    <name>ServiceRow</name>
    <message>
        <source>Open %1</source>
        <extracomment>%1 is a time of day, from and to</extracomment>
        <translation type="unfinished">Åben %1</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished">Åbner …</translation>
    </message>
</context>
<context>
    <name>ServiceNotice</name>
    <message>
        <source>The service closed</source>
        <translation type="unfinished">Tjenesten blev lukket</translation>
    </message>
    <message>
        <source>Something went wrong, and it was closed. You can open it again. Television and radio still work.</source>
        <translation type="unfinished">Noget gik galt, og den blev lukket. Du kan åbne den igen. Fjernsyn og radio virker stadig.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished">Åbner …</translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished">OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Annuller</translation>
    </message>
</context>
<context>
    <name>StaffHead</name>
    <message>
        <source>Back to the patient</source>
        <translation type="unfinished">Tilbage til patienten</translation>
    </message>
</context>
<context>
    <name>PadPage</name>
    <message>
        <source>Staff</source>
        <translation type="unfinished">Personale</translation>
    </message>
    <message>
        <source>Without a PIN</source>
        <translation type="unfinished">Uden PIN</translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation type="unfinished">Ryd nu</translation>
    </message>
    <message>
        <source>Clear and clean</source>
        <translation type="unfinished">Ryd og rengør</translation>
    </message>
    <message>
        <source>Take the last digit back</source>
        <translation type="unfinished">Slet det sidste ciffer</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished">Godkend</translation>
    </message>
    <message>
        <source>No PIN works at this tablet.</source>
        <translation type="unfinished">Ingen PIN virker på denne skærm.</translation>
    </message>
    <message>
        <source>Next try in %1</source>
        <extracomment>%1 is a time such as 0:30</extracomment>
        <translation type="unfinished">Næste forsøg om %1</translation>
    </message>
    <message>
        <source>One moment...</source>
        <translation type="unfinished">Et øjeblik ...</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">Prøv igen</translation>
    </message>
    <message>
        <source>Enter the PIN</source>
        <translation type="unfinished">Indtast PIN</translation>
    </message>
    <message>
        <source>Hospital IT can set it up. Clearing and cleaning work all the same.</source>
        <translation type="unfinished">Hospitalets it kan sætte det op. Rydning og rengøring virker alligevel.</translation>
    </message>
    <message>
        <source>Hospital IT can end the waiting.</source>
        <translation type="unfinished">Hospitalets it kan ophæve ventetiden.</translation>
    </message>
    <message>
        <source>The patient's screen stands still meanwhile.</source>
        <translation type="unfinished">Patientens skærm står stille imens.</translation>
    </message>
</context>
<context>
    <name>NursePage</name>
    <message>
        <source>Clear now</source>
        <translation type="unfinished">Ryd nu</translation>
    </message>
    <message>
        <source>Clear and clean</source>
        <translation type="unfinished">Ryd og rengør</translation>
    </message>
    <message>
        <source>Erases what the patient did here. Then Welcome.</source>
        <translation type="unfinished">Sletter alt, hvad patienten har lavet her. Derefter velkomst.</translation>
    </message>
    <message>
        <source>Erases it and locks the screen while you wipe it. Then Welcome.</source>
        <translation type="unfinished">Sletter det og låser skærmen, mens den tørres af. Derefter velkomst.</translation>
    </message>
    <message>
        <source>Night</source>
        <translation type="unfinished">Nat</translation>
    </message>
    <message>
        <source>Dims the screen and lets only headphones be heard.</source>
        <translation type="unfinished">Dæmper skærmen og tillader kun lyd i høretelefoner.</translation>
    </message>
    <message>
        <source>Night until %1.</source>
        <translation type="unfinished">Nat indtil %1.</translation>
    </message>
    <message>
        <source>Loudest volume</source>
        <translation type="unfinished">Højeste lydstyrke</translation>
    </message>
    <message>
        <source>At this bed it is %1 percent.</source>
        <translation type="unfinished">Ved denne seng er den %1 procent.</translation>
    </message>
    <message>
        <source>Language of Welcome</source>
        <translation type="unfinished">Velkomstens sprog</translation>
    </message>
    <message>
        <source>Welcome begins in %1.</source>
        <translation type="unfinished">Velkomsten begynder på %1.</translation>
    </message>
    <message>
        <source>Text and colours</source>
        <translation type="unfinished">Tekst og farver</translation>
    </message>
    <message>
        <source>How every session at this bed begins.</source>
        <translation type="unfinished">Sådan begynder hver session ved denne seng.</translation>
    </message>
    <message>
        <source>TV problem</source>
        <translation type="unfinished">Problem med tv</translation>
    </message>
    <message>
        <source>Looks at network, streams and sound, and says what to do.</source>
        <translation type="unfinished">Undersøger netværk, udsendelser og lyd og siger, hvad der skal gøres.</translation>
    </message>
    <message>
        <source>Which bed this is</source>
        <translation type="unfinished">Hvilken seng det er</translation>
    </message>
    <message>
        <source>This tablet is at %1.</source>
        <translation type="unfinished">Skærmen hører til %1.</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation type="unfinished">Ude af drift</translation>
    </message>
    <message>
        <source>Welcome says so now.</source>
        <translation type="unfinished">Velkomsten siger det nu.</translation>
    </message>
    <message>
        <source>Welcome says so, and nobody can start.</source>
        <translation type="unfinished">Velkomsten siger det, og ingen kan begynde.</translation>
    </message>
</context>
<context>
    <name>ItPage</name>
    <message>
        <source>Hospital IT</source>
        <translation type="unfinished">Hospitalets it</translation>
    </message>
    <message>
        <source>One moment...</source>
        <translation type="unfinished">Et øjeblik ...</translation>
    </message>
    <message>
        <source>About this tablet</source>
        <translation type="unfinished">Om denne tablet</translation>
    </message>
    <message>
        <source>New configuration</source>
        <translation type="unfinished">Ny konfiguration</translation>
    </message>
    <message>
        <source>Network test</source>
        <translation type="unfinished">Netværkstest</translation>
    </message>
    <message>
        <source>Sound test</source>
        <translation type="unfinished">Lydtest</translation>
    </message>
    <message>
        <source>Screen test</source>
        <translation type="unfinished">Skærmtest</translation>
    </message>
    <message>
        <source>Bundle to a stick</source>
        <translation type="unfinished">Pakke til USB</translation>
    </message>
    <message>
        <source>Bundle to a phone</source>
        <translation type="unfinished">Pakke til telefon</translation>
    </message>
    <message>
        <source>Enrol again</source>
        <translation type="unfinished">Tilmeld igen</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished">Genstart</translation>
    </message>
</context>
<context>
    <name>ClearQuestion</name>
    <message>
        <source>Clear this tablet and lock it for cleaning?</source>
        <translation type="unfinished">Ryd skærmen, og lås den til rengøring?</translation>
    </message>
    <message>
        <source>Clear this tablet?</source>
        <translation type="unfinished">Ryd skærmen?</translation>
    </message>
    <message>
        <source>Everything that the patient did here is erased.</source>
        <translation type="unfinished">Alt, hvad patienten har lavet her, bliver slettet.</translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation type="unfinished">Ryd nu</translation>
    </message>
    <message>
        <source>Clear and clean</source>
        <translation type="unfinished">Ryd og rengør</translation>
    </message>
    <message>
        <source>Keep it as it is</source>
        <translation type="unfinished">Behold alt, som det er</translation>
    </message>
</context>
<context>
    <name>EasyPage</name>
    <message>
        <source>Channel up</source>
        <translation type="unfinished">Kanal op</translation>
    </message>
    <message>
        <source>Channel down</source>
        <translation type="unfinished">Kanal ned</translation>
    </message>
    <message>
        <source>No picture on this channel right now. Try another one.</source>
        <translation type="unfinished">Intet billede på denne kanal lige nu. Prøv en anden.</translation>
    </message>
    <message>
        <source>No picture on this channel right now. We keep trying.</source>
        <translation type="unfinished">Intet billede på denne kanal lige nu. Vi bliver ved med at prøve.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished">Sluk</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished">Højere lyd</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished">Lavere lyd</translation>
    </message>
    <message>
        <source>Television</source>
        <translation type="unfinished">Fjernsyn</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation type="unfinished">Alt andet</translation>
    </message>
</context>
<context>
    <name>SpeakerOff</name>
    <message>
        <source>Quiet time: plug in headphones to listen.</source>
        <extracomment>The hospital lets only headphones be heard at this hour.</extracomment>
        <translation type="unfinished">Der skal være ro nu: Sæt høretelefoner i for at høre noget.</translation>
    </message>
</context>
<context>
    <name>NurseSheets</name>
    <message>
        <source>Night</source>
        <translation type="unfinished">Nat</translation>
    </message>
    <message>
        <source>The screen is dim and only headphones are heard, until the hour that you choose.</source>
        <translation type="unfinished">Skærmen er dæmpet, og lyd kommer kun i høretelefoner, indtil det klokkeslæt du vælger.</translation>
    </message>
    <message>
        <source>Until %1 o'clock</source>
        <translation type="unfinished">Indtil klokken %1</translation>
    </message>
    <message>
        <source>End the night now</source>
        <translation type="unfinished">Afslut natten nu</translation>
    </message>
    <message>
        <source>Loudest volume</source>
        <translation type="unfinished">Højeste lydstyrke</translation>
    </message>
    <message>
        <source>No patient at this bed can make it louder than this. It stays so after clearing.</source>
        <translation type="unfinished">Ingen patient ved denne seng kan skrue højere op. Det bliver ved efter rydning.</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished">Lavere</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished">Højere</translation>
    </message>
    <message>
        <source>%1 percent of what the tablet can do</source>
        <translation type="unfinished">%1 procent af, hvad skærmen kan</translation>
    </message>
    <message>
        <source>As the hospital has it (%1 percent)</source>
        <translation type="unfinished">Som hospitalet har det (%1 procent)</translation>
    </message>
    <message>
        <source>Language of Welcome</source>
        <translation type="unfinished">Velkomstens sprog</translation>
    </message>
    <message>
        <source>Every patient can still choose another. It stays so after clearing.</source>
        <translation type="unfinished">Hver patient kan stadig vælge et andet. Det bliver ved efter rydning.</translation>
    </message>
    <message>
        <source>Text and colours</source>
        <translation type="unfinished">Tekst og farver</translation>
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
        <source>Layout</source>
        <translation type="unfinished">Opbygning</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished">Alt</translation>
    </message>
    <message>
        <source>Easy mode: only television</source>
        <translation type="unfinished">Enkel visning: kun tv</translation>
    </message>
    <message>
        <source>Which bed this is</source>
        <translation type="unfinished">Hvilken seng det er</translation>
    </message>
    <message>
        <source>Now it is %1. Choose where this tablet stands; what was set for the bed before is forgotten.</source>
        <translation type="unfinished">Nu er det %1. Vælg, hvor skærmen står; det, der var indstillet for den forrige seng, glemmes.</translation>
    </message>
    <message>
        <source>Is this tablet at %1?</source>
        <translation type="unfinished">Står skærmen ved %1?</translation>
    </message>
    <message>
        <source>It then shows what the hospital has for that bed. Hospital IT is told.</source>
        <translation type="unfinished">Så viser den det, hospitalet har til den seng. Hospitalets it får besked.</translation>
    </message>
    <message>
        <source>Yes, it is</source>
        <translation type="unfinished">Ja, det gør den</translation>
    </message>
    <message>
        <source>No, back</source>
        <translation type="unfinished">Nej, tilbage</translation>
    </message>
    <message>
        <source>Is this tablet in order again?</source>
        <translation type="unfinished">Virker skærmen igen?</translation>
    </message>
    <message>
        <source>Put this tablet out of order?</source>
        <translation type="unfinished">Tag skærmen ud af drift?</translation>
    </message>
    <message>
        <source>Welcome can be started again.</source>
        <translation type="unfinished">Velkomsten kan startes igen.</translation>
    </message>
    <message>
        <source>From the next Welcome on it says so, and nobody can start. Staff can end that here.</source>
        <translation type="unfinished">Fra næste velkomst siger den det, og ingen kan begynde. Personalet kan ophæve det her.</translation>
    </message>
    <message>
        <source>It is in order</source>
        <translation type="unfinished">Den virker</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation type="unfinished">Ude af drift</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation type="unfinished">Lad det være</translation>
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
        <translation type="unfinished">Standard</translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished">Dag</translation>
    </message>
    <message>
        <source>Night colours</source>
        <translation type="unfinished">Natfarver</translation>
    </message>
    <message>
        <source>Strong contrast</source>
        <translation type="unfinished">Stærk kontrast</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation type="unfinished">Som sædvanlig</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>TV problem</source>
        <translation type="unfinished">Problem med tv</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished">Undersøg igen</translation>
    </message>
    <message>
        <source>Looking at network, television and sound...</source>
        <translation type="unfinished">Undersøger netværk, tv og lyd ...</translation>
    </message>
    <message>
        <source>The network cable is loose. Plug it in at the wall and at the tablet; if that does not help, tell hospital IT: no link.</source>
        <translation type="unfinished">Netværkskablet er løst. Sæt det i ved væggen og i skærmen. Hjælper det ikke, så sig til hospitalets it: intet link.</translation>
    </message>
    <message>
        <source>The tablet gets no network address. Tell hospital IT: no address.</source>
        <translation type="unfinished">Skærmen får ingen netværksadresse. Sig til hospitalets it: ingen adresse.</translation>
    </message>
    <message>
        <source>The network does not answer. Tell hospital IT: no gateway.</source>
        <translation type="unfinished">Netværket svarer ikke. Sig til hospitalets it: ingen gateway.</translation>
    </message>
    <message>
        <source>The network does not find the television. Tell hospital IT: no name server.</source>
        <translation type="unfinished">Netværket finder ikke tv. Sig til hospitalets it: ingen navneserver.</translation>
    </message>
    <message>
        <source>The television system does not answer. Tell hospital IT: no head-end.</source>
        <translation type="unfinished">Tv-systemet svarer ikke. Sig til hospitalets it: ingen hovedstation.</translation>
    </message>
    <message>
        <source>The television system sends no picture. Tell hospital IT: no stream.</source>
        <translation type="unfinished">Tv-systemet sender intet billede. Sig til hospitalets it: intet signal.</translation>
    </message>
    <message>
        <source>Some channels are not sent. Choose another channel, and tell hospital IT: some streams are missing.</source>
        <translation type="unfinished">Nogle kanaler sendes ikke. Vælg en anden kanal, og sig til hospitalets it: nogle signaler mangler.</translation>
    </message>
    <message>
        <source>This tablet has no sound. Try headphones; if that does not help, tell hospital IT: no sound output.</source>
        <translation type="unfinished">Skærmen har ingen lyd. Prøv høretelefoner. Hjælper det ikke, så sig til hospitalets it: ingen lydudgang.</translation>
    </message>
    <message>
        <source>The sound is muted, or only headphones may be heard now. Plug in headphones, or look at Night.</source>
        <translation type="unfinished">Lyden er slået fra, eller der er kun lyd i høretelefoner nu. Sæt høretelefoner i, eller se under Nat.</translation>
    </message>
    <message>
        <source>The volume is at its lowest. Make it louder with Loudest volume.</source>
        <translation type="unfinished">Lydstyrken er helt nede. Skru op under Højeste lydstyrke.</translation>
    </message>
    <message>
        <source>The picture breaks off often. If it goes on, tell hospital IT: streams fail.</source>
        <translation type="unfinished">Billedet falder ofte ud. Bliver det ved, så sig til hospitalets it: signaler falder ud.</translation>
    </message>
    <message>
        <source>Network, television and sound are well. Choose another channel; if that does not help, clear the tablet.</source>
        <translation type="unfinished">Netværk, tv og lyd er i orden. Vælg en anden kanal. Hjælper det ikke, så ryd skærmen.</translation>
    </message>
</context>
<context>
    <name>OutOfOrder</name>
    <message>
        <source>This tablet is out of order</source>
        <translation type="unfinished">Skærmen er ude af drift</translation>
    </message>
    <message>
        <source>The nursing staff know. Please ask them for another one.</source>
        <translation type="unfinished">Plejepersonalet ved det. Bed dem om en anden.</translation>
    </message>
    <message>
        <source>This tablet's name: %1</source>
        <translation type="unfinished">Skærmens navn: %1</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>The tablet is not connected to the network. Push the network plug in and try again; else call IT.</source>
        <translation type="unfinished">Tabletten er ikke forbundet med netværket. Tryk netværksstikket helt ind, og prøv igen; ring ellers til IT.</translation>
    </message>
    <message>
        <source>The network gives this tablet no address. Call IT.</source>
        <translation type="unfinished">Netværket giver ikke tabletten en adresse. Ring til IT.</translation>
    </message>
    <message>
        <source>The network does not let this tablet through. Call IT.</source>
        <translation type="unfinished">Netværket lader ikke tabletten komme igennem. Ring til IT.</translation>
    </message>
    <message>
        <source>The network does not find the television server's name. Call IT.</source>
        <translation type="unfinished">Netværket finder ikke tv-serverens navn. Ring til IT.</translation>
    </message>
    <message>
        <source>The television server does not answer. Call IT.</source>
        <translation type="unfinished">Tv-serveren svarer ikke. Ring til IT.</translation>
    </message>
    <message>
        <source>The television server sends no picture. Call IT.</source>
        <translation type="unfinished">Tv-serveren sender intet billede. Ring til IT.</translation>
    </message>
    <message>
        <source>Some channels are not sent just now. Try another channel, and tell IT.</source>
        <translation type="unfinished">Nogle kanaler sendes ikke lige nu. Prøv en anden kanal, og sig det til IT.</translation>
    </message>
    <message>
        <source>The tablet finds nothing to play sound on. Push the headphones' plug in; else call IT.</source>
        <translation type="unfinished">Tabletten finder intet at spille lyd på. Tryk hovedtelefonernes stik ind; ring ellers til IT.</translation>
    </message>
    <message>
        <source>The sound is off. Turn it on with the volume keys.</source>
        <translation type="unfinished">Lyden er slået fra. Slå den til med lydstyrketasterne.</translation>
    </message>
    <message>
        <source>The volume is at zero. Turn it up.</source>
        <translation type="unfinished">Lydstyrken står på nul. Skru op.</translation>
    </message>
    <message>
        <source>Network and television work, but the picture breaks off often. Tell IT.</source>
        <translation type="unfinished">Netværk og tv virker, men billedet falder ofte ud. Sig det til IT.</translation>
    </message>
    <message>
        <source>Network, television and sound work. Choose the channel again.</source>
        <translation type="unfinished">Netværk, tv og lyd virker. Vælg kanalen igen.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished">Forbindelse</translation>
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
        <translation type="unfinished">Navneserver</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation type="unfinished">Stream</translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished">god</translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished">mangler</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation type="unfinished">navn ikke fundet</translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished">afvist</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished">intet svar</translation>
    </message>
    <message>
        <source>sends nothing</source>
        <translation type="unfinished">sender intet</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished">ikke spurgt</translation>
    </message>
</context>
<context>
    <name>ItWords</name>
    <message>
        <source>Device</source>
        <translation type="unfinished">Enhed</translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished">Version</translation>
    </message>
    <message>
        <source>Hospital / ward</source>
        <translation type="unfinished">Hospital / afdeling</translation>
    </message>
    <message>
        <source>Configuration no.</source>
        <translation type="unfinished">Konfiguration nr.</translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished">Udgivet</translation>
    </message>
    <message>
        <source>Age in days</source>
        <translation type="unfinished">Alder i dage</translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished">Af</translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished">Hvorfor</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished">Aftale</translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished">Tilstand</translation>
    </message>
    <message>
        <source>Freed memory</source>
        <translation type="unfinished">Frigivet hukommelse</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation type="unfinished">opdateret</translation>
    </message>
    <message>
        <source>the hospital's server cannot be reached</source>
        <translation type="unfinished">hospitalets server kan ikke nås</translation>
    </message>
    <message>
        <source>what the hospital's server holds was refused</source>
        <translation type="unfinished">det, der ligger på hospitalets server, blev afvist</translation>
    </message>
    <message>
        <source>what the hospital's server holds is too old</source>
        <translation type="unfinished">det, der ligger på hospitalets server, er for gammelt</translation>
    </message>
    <message>
        <source>the tablet's disk takes nothing</source>
        <translation type="unfinished">tablettens disk tager ikke imod noget</translation>
    </message>
    <message>
        <source>is erased</source>
        <translation type="unfinished">slettes</translation>
    </message>
    <message>
        <source>is not erased (init_on_free)</source>
        <translation type="unfinished">slettes ikke (init_on_free)</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished">Afslut</translation>
    </message>
    <message>
        <source>Nobody there</source>
        <translation type="unfinished">Ingen til stede</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation type="unfinished">Ikke besvaret</translation>
    </message>
    <message>
        <source>Daily hour</source>
        <translation type="unfinished">Daglig time</translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished">Start</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation type="unfinished">Nedbrud</translation>
    </message>
    <message>
        <source>Supervisor restarted</source>
        <translation type="unfinished">Overvågning genstartet</translation>
    </message>
    <message>
        <source>New configuration</source>
        <translation type="unfinished">Ny konfiguration</translation>
    </message>
    <message>
        <source>Signed instruction</source>
        <translation type="unfinished">Underskrevet instruks</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished">Personale</translation>
    </message>
    <message>
        <source>Looked: this is the newest configuration.</source>
        <translation type="unfinished">Der er set efter: Dette er den nyeste konfiguration.</translation>
    </message>
    <message>
        <source>The hospital's server could not be read. What was in force stays.</source>
        <translation type="unfinished">Hospitalets server kunne ikke læses. Det, der gjaldt, gælder stadig.</translation>
    </message>
    <message>
        <source>A tone was played. Did you hear it?</source>
        <translation type="unfinished">En tone blev spillet. Hørte du den?</translation>
    </message>
    <message>
        <source>Nothing here plays sound.</source>
        <translation type="unfinished">Intet her spiller lyd.</translation>
    </message>
    <message>
        <source>Written to the stick. It can be pulled out.</source>
        <translation type="unfinished">Skrevet på USB-nøglen. Den kan trækkes ud.</translation>
    </message>
    <message>
        <source>There is no USB stick. Plug one in and wait a moment.</source>
        <translation type="unfinished">Der er ingen USB-nøgle. Sæt en i, og vent et øjeblik.</translation>
    </message>
    <message>
        <source>The stick is full.</source>
        <translation type="unfinished">USB-nøglen er fuld.</translation>
    </message>
    <message>
        <source>The stick can only be read.</source>
        <translation type="unfinished">USB-nøglen kan kun læses.</translation>
    </message>
    <message>
        <source>The stick cannot be written. Take another one.</source>
        <translation type="unfinished">Der kan ikke skrives på USB-nøglen. Tag en anden.</translation>
    </message>
    <message>
        <source>There is no enrolment file on the stick.</source>
        <translation type="unfinished">Der er ingen tilmeldingsfil på USB-nøglen.</translation>
    </message>
    <message>
        <source>The enrolment was not taken, or the tablet does not restart. Call whoever looks after it.</source>
        <translation type="unfinished">Tilmeldingen blev ikke taget, eller tabletten genstarter ikke. Ring til den, der passer den.</translation>
    </message>
    <message>
        <source>The tablet does not restart. Switch it off and on.</source>
        <translation type="unfinished">Tabletten genstarter ikke. Sluk og tænd den.</translation>
    </message>
</context>
<context>
    <name>ItFacts</name>
    <message>
        <source>Last cleared (until empty / until Welcome)</source>
        <translation type="unfinished">Senest ryddet (til tom / til velkomst)</translation>
    </message>
    <message>
        <source>%1, not proved</source>
        <translation type="unfinished">%1, ikke bevist</translation>
    </message>
</context>
<context>
    <name>ItBundle</name>
    <message>
        <source>Photograph this with a phone. There is nothing about the patient in it.</source>
        <translation type="unfinished">Fotografér dette med en telefon. Der står intet om patienten i det.</translation>
    </message>
    <message>
        <source>Support bundle as a code</source>
        <translation type="unfinished">Supportpakke som kode</translation>
    </message>
</context>
<context>
    <name>ScreenTest</name>
    <message>
        <source>Screen test</source>
        <translation type="unfinished">Skærmtest</translation>
    </message>
    <message>
        <source>Wipe over the whole screen. Fields left: %1</source>
        <translation type="unfinished">Stryg hen over hele skærmen. Felter tilbage: %1</translation>
    </message>
    <message>
        <source>All fields answer. Touch for the colours.</source>
        <translation type="unfinished">Alle felter svarer. Rør for farverne.</translation>
    </message>
    <message>
        <source>End the test</source>
        <translation type="unfinished">Afslut testen</translation>
    </message>
</context>
<context>
    <name>ItQuestion</name>
    <message>
        <source>Enrol this tablet as %1 in ward %2?</source>
        <translation type="unfinished">Tilmeld denne tablet som %1 på afdeling %2?</translation>
    </message>
    <message>
        <source>Restart the tablet?</source>
        <translation type="unfinished">Genstart tabletten?</translation>
    </message>
    <message>
        <source>The desk showed these words. If it was others, do not take it.</source>
        <translation type="unfinished">Kontoret viste disse ord. Var det andre, så tag den ikke.</translation>
    </message>
    <message>
        <source>The tablet restarts. Everything that the patient did here is erased.</source>
        <translation type="unfinished">Tabletten genstarter. Alt, hvad patienten har gjort her, slettes.</translation>
    </message>
    <message>
        <source>Take it and restart</source>
        <translation type="unfinished">Tag den, og genstart</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation type="unfinished">Genstart nu</translation>
    </message>
    <message>
        <source>Keep it as it is</source>
        <translation type="unfinished">Lad det være</translation>
    </message>
</context>
</TS>
