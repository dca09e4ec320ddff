"""More of what the demo's channels show, written as in `guide_shows`."""

from __future__ import annotations

SPORT = """
runde = Sportsrunden / The Sports Round ; sport
- : Resultater og mål fra hele landet. / Results and goals from the whole country.
haandbold = Håndbold / Handball ; sport
- Aalborg mod Skjern / Aalborg v. Skjern : Topkamp i ligaen. / A top match of the league.
- Esbjerg mod Odense / Esbjerg v. Odense : Kvindernes liga, runde tolv. / The women's league, round twelve.
- Kolding mod Ribe / Kolding v. Ribe : Lokalopgør i en fyldt hal. / A local derby in a full hall.
fodbold = Fodbold / Football ; sport
- Vestby mod Havneby / Vestby v. Havneby : Pokalens kvartfinale. / Quarter-final of the cup.
- Nordby IF mod Sønderby / Nordby IF v. Sønderby : Kampen om førstepladsen. / The match for first place.
- Kvindelandsholdet / The Women's National Team : Venskabskamp på hjemmebane. / A friendly at home.
cykling = Cykling / Cycling ; sport
- Etape over bakkerne / A Stage over the Hills : 187 kilometer og syv stigninger. / 187 kilometres and seven climbs.
- Enkeltstart / Time Trial : Alene mod uret. / Alone against the clock.
sejlsport = Sejlsport / Sailing ; sport
- Kredsen ved Aarhus / The Course off Aarhus : Otte både, ti knob, én bøje. / Eight boats, ten knots, one mark.
curling = Curling / Curling ; sport
- : Stenen, kosten og tålmodigheden. / The stone, the broom and patience.
snooker = Snooker / Snooker ; sport
- Semifinale / Semi-final : Ro ved bordet. / Quiet at the table.
- Finale, første del / The Final, Part One : Bedst af femogtredive. / Best of thirty-five.
skak = Skak for alle / Chess for Everyone ; sport
- Tårnets hemmelighed / The Rook's Secret : Et slutspil, trin for trin. / An endgame, step by step.
- Springerens hop / The Knight's Leap : Otte felter, uendelige veje. / Eight squares, endless ways.
gym = Gymnastik i stolen / Gymnastics in Your Chair ; sport
- : Tyve minutter, som alle kan være med til, også i sengen. / Twenty minutes that everyone can join, in bed as well.
legende = Dengang vi vandt / When We Won ; documentary ; s2
- Sommeren 92 / Summer of 92 : Et hold, der egentlig var på ferie. / A team that was really on holiday.
- Guld i Sydney / Gold in Sydney : Håndboldpigernes finale, minut for minut. / The handball final, minute by minute.
- Kano i regnvejr / A Canoe in the Rain : To brødre og en medalje. / Two brothers and a medal.
"""

CHILDREN = """
bamse = Bamse og Vinden / Teddy and the Wind ; children ; s2
- Den blå hue / The Blue Hat : Vinden tager huen, og Bamse tager kikkerten.
  / The wind takes the hat, and Teddy takes the telescope.
- Regn i støvlen / Rain in the Boot : Hvem kan tømme en sø? / Who can empty a lake?
- Godnat, måne / Good Night, Moon : Bamse kan ikke sove, og det kan månen heller ikke. / Teddy cannot sleep, and nor can the moon.
togby = Togbyen / Train Town ; children ; s1
- Det lille lokomotiv / The Little Engine : Kan det nå over bakken? / Can it get over the hill?
- Sporet til havet / The Track to the Sea : Alle vil med på stranden. / Everyone wants to go to the beach.
lav = Lav det selv / Make It Yourself ; children ; s7
- En drage af papir / A Paper Kite : Pinde, lim og blæsevejr. / Sticks, glue and a windy day.
- Fuglehus / Bird House : Seks brædder og en dør. / Six boards and a door.
- Sæbebobler / Soap Bubbles : Så store som en cykel. / As big as a bicycle.
hvorfor = Hvorfor det? / Why Is That? ; children ; s4
- Hvorfor er himlen blå? / Why Is the Sky Blue? : Svaret ligger i et glas vand. / The answer is in a glass of water.
- Hvorfor gaber vi? / Why Do We Yawn? : Pas på, det smitter. / Careful, it is catching.
- Hvad er en knogle? / What Is a Bone? : En dag på røntgenafdelingen. / A day in the X-ray department.
pirat = Piraterne fra Kølholm / The Pirates of Kølholm ; children ; s1 ; 7+
- Kortet / The Map : Et hjørne mangler, og det er det vigtigste. / One corner is missing, and it is the one that matters.
- Skattejagt / Treasure Hunt : Ti skridt fra det gamle træ. / Ten steps from the old tree.
hest = Stald Solsikke / Sunflower Stables ; children ; s3
- Ny på holdet / New in the Team : Alma får en pony, der ikke vil gå. / Alma gets a pony that will not walk.
- Stævnet / The Show : Alle er nervøse, især hesten. / Everyone is nervous, most of all the horse.
sang = Syng med / Sing Along ; children
- : Sange med fagter, også for små hænder. / Songs with gestures, for small hands too.
ultra = Børnenyt / Children's News ; news
- : Dagens nyheder, så alle kan være med. / The day's news, so that everyone can follow.
eventyr = Eventyrtid / Story Time ; children
- Den grimme ælling / The Ugly Duckling : Læst højt i en rolig stol. / Read aloud in a quiet chair.
- Klods-Hans / Clumsy Hans : Han kom ridende på en ged. / He came riding on a goat.
- Prinsessen på ærten / The Princess and the Pea : Tyve madrasser og én ært. / Twenty mattresses and one pea.
film_b = Familiefilm / Family Film ; film ; 7+
- Sneen på Månebjerget / Snow on Moon Mountain : To søskende leder efter en ræv, der kan tale.
  / Two siblings look for a fox that can talk.
- Den usynlige hund / The Invisible Dog : Alle hører den, ingen ser den. / Everyone hears it, nobody sees it.
sover = Børn sover nu / Children Is Asleep Now ; night
- : Stjerner, der blinker. Vi ses i morgen tidlig. / Stars that twinkle. See you in the morning.
"""

MUSIC = """
morgenmusik = Musik til kaffen / Music with Coffee ; music
- : Klaver, guitar og lidt solskin. / Piano, guitar and a little sunshine.
klassisk = Koncerten / The Concert ; music
- Nielsen: Maskarade / Nielsen: Masquerade : Ouverture og danse fra operaen. / Overture and dances from the opera.
- Mozart: Klaverkoncert nr. 21 / Mozart: Piano Concerto No. 21 : Andanten, som alle kender.
  / With the andante that everyone knows.
- Brahms: Symfoni nr. 3 / Brahms: Symphony No. 3 : Fri, men glad. / Free but happy.
- Grieg: Fra Holbergs tid / Grieg: From Holberg's Time : Strygere på skovtur til fortiden. / Strings on an outing to the past.
hoejskole = Højskolesange / Songs from the Songbook ; music
- : Kom og syng med, teksten står på skærmen. / Come and sing along, the words are on the screen.
jazzklub = Jazzklubben / The Jazz Club ; music
- Trio ved havnen / A Trio by the Harbour : Bas, klaver og tomme kasser. / Bass, piano and empty crates.
- Saxofon i mol / Saxophone in Minor : En aften fra 1962, fundet igen. / An evening of 1962, found again.
balkon = Fra balkonen / From the Balcony ; music
- Operaaften / An Evening of Opera : Arier, der kan høres på gaden. / Arias that can be heard in the street.
- Ballet / Ballet : Svanerne danser i aften. / The swans dance tonight.
ti = Ti i tresserne / Ten of the Sixties ; music
- : Ti plader, der aldrig blev slidt op. / Ten records that never wore out.
- : Pigtråd, petroleum og pop. / Barbed-wire music, paraffin lamps and pop.
ballade = Dansktop / Danish Favourites ; music
- : Melodier, man husker omkvædet til. / Tunes whose chorus you remember.
portraet = Portræt / Portrait ; documentary
- En organist / An Organist : Fire tusind piber og to fødder. / Four thousand pipes and two feet.
- En spillemand / A Fiddler : Han lærte dem af sin bedstefar. / He learnt them from his grandfather.
rolig_nat = Rolige toner / Quiet Notes ; night
- : Musik uden ord til natten. / Music without words for the night.
"""

FILMS = """
f1 = Brevet fra Marstal / The Letter from Marstal ; film ; 7+ ; 1974 ; *4
- : En ung kvinde følger sin brors brev over tre have. / A young woman follows her brother's letter across three seas.
f2 = Den lange sommer / The Long Summer ; film ; 1986 ; *4
- : To drenge, en båd og en sommer, der ikke ville slutte. / Two boys, a boat and a summer that would not end.
f3 = Natekspressen / The Night Express ; film ; 11+ ; 1959 ; *5
- : Nogen på toget er ikke den, de siger. Klassisk spænding i sort-hvid.
  / Somebody on the train is not who they say. A classic in black and white.
f4 = Tanterne på Vesterbro / The Aunts of Vesterbro ; film ; 1968 ; *3
- : Fire tanter arver en natklub. Komedie. / Four aunts inherit a night club. A comedy.
f5 = Et hus ved havet / A House by the Sea ; film ; 7+ ; 2011 ; *4
- : Tre søskende tømmer barndomshjemmet og finder hinanden. / Three siblings clear out their parents' house and find each other.
f6 = Professorens verden / The Professor's World ; film ; 1993 ; *3
- : Han har regnet alt ud, undtagen naboen. / He has worked out everything but his neighbour.
f7 = Skyggen over broen / The Shadow on the Bridge ; film ; 15+ ; 2004 ; *4
- : En journalist får et billede, hun ikke skulle have set. / A journalist gets a picture that she was not meant to see.
f8 = Balkortet / The Dance Card ; film ; 1951 ; *3
- : Musik, misforståelser og en hvid handske. / Music, misunderstandings and a white glove.
f9 = Under Sydkorset / Beneath the Southern Cross ; film ; 11+ ; 1982 ; *4
- : En skipper lover sin besætning at komme hjem. / A captain promises to bring his crew home.
f10 = Hvis det regner i Paris / If It Rains in Paris ; film ; 2016 ; *4
- : To fremmede deler en paraply i tolv timer. / Two strangers share an umbrella for twelve hours.
f11 = Isvinter / Ice Winter ; film ; 15+ ; 1998 ; *5
- : Øen er afskåret, og en af de ni har en hemmelighed. / The island is cut off, and one of the nine has a secret.
f12 = Lille Rejse / A Small Journey ; film ; 2019 ; *4
- : En bedstefar og hans barnebarn tager rutebilen til verdens ende.
  / A grandfather and his grandchild take the bus to the end of the world.
kort = Kortfilm / Short Films ; film
- Fyrre minutter / Forty Minutes : Fire film om at vente. / Four films about waiting.
- Glas / Glass : En pusters sidste dag ved ovnen. / A glass-blower's last day at the furnace.
biografen = I biografen / At the Cinema ; magazine
- : Anmeldere taler om ugens film uden at røbe slutningen. / Critics talk about the week's films and do not give away the end.
"""

ARABIC = """
akhbar = نشرة الأخبار / Nyhederne / The News ; news
- : أهم أخبار اليوم. / Dagens vigtigste nyheder. / The main news of the day.
sabah = صباح البيت / God morgen derhjemme / Good Morning at Home ; magazine
- : قهوة وموسيقى وضيوف. / Kaffe, musik og gæster. / Coffee, music and guests.
matbakh = مطبخ العائلة / Familiens køkken / The Family Kitchen ; leisure
- : أطباق من بيوت الشام. / Retter fra hjemmene i Levanten. / Dishes from the homes of the Levant.
- : خبز وزيتون وزعتر. / Brød, oliven og timian. / Bread, olives and thyme.
hikaya = حكاية المساء / Aftenens fortælling / The Evening's Tale ; drama ; 7+
- : عائلتان وحارة واحدة. / To familier og ét kvarter. / Two families and one quarter.
- : رسالة من بعيد. / Et brev langvejs fra. / A letter from far away.
tarab = ليالي الطرب / Aftener med sang / Nights of Song ; music
- : أصوات لا تنسى. / Stemmer, man ikke glemmer. / Voices that are not forgotten.
safar = على الطريق / På vejen / On the Road ; documentary
- : من البحر إلى الصحراء. / Fra hav til ørken. / From the sea to the desert.
- : أسواق المدينة القديمة. / Den gamle bys markeder. / The markets of the old town.
atfal = نجوم صغيرة / Små stjerner / Little Stars ; children
- : رسوم وأغان للصغار. / Tegnefilm og sange for de små. / Cartoons and songs for the little ones.
layl = هدوء الليل / Nattens ro / The Quiet of the Night ; night
- : موسيقى هادئة حتى الصباح. / Rolig musik til morgenen. / Quiet music until the morning.
"""

GERMAN = """
blick = Wetterblick / Vejrkig / A Look at the Weather ; weather
- : Bilder vom Himmel, Stunde um Stunde. / Billeder fra himlen, time efter time. / Pictures of the sky, hour by hour.
berge = Bergkameras / Bjergkameraer / Mountain Cameras ; weather
- : Von der Zugspitze bis zum Säntis. / Fra Zugspitze til Säntis. / From the Zugspitze to the Säntis.
woche = Das Wetter der Woche / Ugens vejr / The Week's Weather ; weather
- : Sieben Tage im Überblick. / Syv dage i overblik. / Seven days at a glance.
klima = Wind und Wolken / Vind og skyer / Wind and Clouds ; documentary
- Der Föhn / Føhnen / The Foehn : Warum der Südwind Kopfweh macht. / Hvorfor sydenvinden giver hovedpine.
  / Why the south wind gives headaches.
- Schnee / Sne / Snow : Kein Kristall gleicht dem anderen. / Ingen krystal ligner en anden. / No crystal is like another.
- Nebel / Tåge / Fog : Eine Wolke, die nicht fliegen will. / En sky, der ikke vil flyve. / A cloud that does not want to fly.
garten = Gartenwetter / Havevejr / Garden Weather ; leisure
- : Was heute gepflanzt werden kann. / Hvad der kan plantes i dag. / What can be planted today.
"""

RADIO_CALM = """
r_morgen = Blid morgen / Gentle Morning ; music
- : Rolig musik og ingen nyheder. / Quiet music and no news.
r_fortael = Højtlæsning / Reading Aloud ; culture
- Lykke-Per, første del / Lucky Per, Part One : Læst uforkortet over tredive dage. / Read unabridged over thirty days.
- Breve hjem / Letters Home : Breve fra udvandrere. / Letters from emigrants.
- Fuglenes sprog / The Language of Birds : Digte og lidt musik. / Poems and a little music.
r_klaver = Klaver / Piano ; music
- : To timer med tangenter. / Two hours of keys.
r_hav = Hav og strand / Sea and Shore ; music
- : Lyden af bølger med strygere under. / The sound of waves, with strings beneath.
r_oenske = Patienternes ønsker / Patients' Requests ; music
- : Musik valgt af lyttere på landets hospitaler. / Music chosen by listeners in hospitals.
r_aften = Rolig aften / Quiet Evening ; music
- : Ingen tale, kun toner. / No talk, only notes.
r_nat = Søvn / Sleep ; night
- : Lange klange, der bliver stadig svagere. / Long sounds that become ever softer.
"""

RADIO_JAZZ = """
j_dag = Jazz i dagslys / Jazz by Daylight ; music
- : Swing og bossa til formiddagen. / Swing and bossa nova for the morning.
j_plade = Pladen fra hylden / From the Shelf ; music
- : En hel plade, vendt én gang. / A whole record, turned over once.
- : I dag en LP fra 1958 med knas. / Today an LP of 1958, crackle and all.
j_dansk = Dansk jazz / Danish Jazz ; music
- : Fra Montmartre til Vestjylland. / From Montmartre to West Jutland.
j_stor = Big band / Big Band ; music
- : Sytten musikere og én dirigent. / Seventeen players and one conductor.
j_live = Direkte fra klubben / Live from the Club ; music
- : Koncert med pauser, som om man sad der. / A concert with its breaks, as if one were there.
j_nat = Natjazz / Night Jazz ; night
- : Dæmpet trompet og børster på trommen. / A muted trumpet and brushes on the drum.
"""
