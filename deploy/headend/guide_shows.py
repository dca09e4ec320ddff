"""What the demo's channels show: made up, in Danish and English, calm enough for a bed.

A programme is `KEY = TITLE / TITLE ; kind ; what more is known`, and each of its editions a line below it, `- SUB-TITLE / SUB-TITLE :
DESCRIPTION / DESCRIPTION`. The first of each two is Danish; a channel that speaks another language has its own first (`de`, `ar`).
A line that begins with two spaces goes on with the one above. `s2`: season 2. `7+`: from that age. `1974`: the year. `*4`: stars of five.
"""

from __future__ import annotations

KINDS = {
    "news": ("Nyheder", "News"),
    "weather": ("Vejr", "Weather"),
    "documentary": ("Dokumentar", "Documentary"),
    "magazine": ("Magasin", "Magazine"),
    "film": ("Film", "Film"),
    "drama": ("Drama", "Drama"),
    "comedy": ("Komedie", "Comedy"),
    "quiz": ("Quiz", "Quiz"),
    "children": ("Børn", "Children"),
    "sport": ("Sport", "Sport"),
    "music": ("Musik", "Music"),
    "leisure": ("Livsstil", "Leisure"),
    "culture": ("Kultur", "Culture"),
    "night": ("Nat", "Night"),
}

GENERAL = """
morgen = Godmorgen med Ét / Good Morning with Ét ; magazine
- : Nyheder, vejr og gæster i studiet hver hverdag fra klokken seks.
  / News, weather and guests in the studio from six every weekday.
weekendmorgen = Weekendmorgen / Weekend Morning ; magazine
- : En langsom start på dagen med musik, aviser og morgenbrød. / A slow start to the day with music, newspapers and fresh bread.
nyt = Nyheder / News ; news
- : Det vigtigste lige nu, og vejret til sidst. / What matters now, and the weather at the end.
aftennyt = Aftennyt / The Evening News ; news
- : Dagens nyheder fra hele landet og verden. / The day's news from the country and the world.
vejr = Vejret / The Weather ; weather
- : Udsigten for i morgen og dagene efter. / The outlook for tomorrow and the days after.
have = Haven året rundt / The Garden All Year ; leisure ; s6
- Roser uden torne / Roses without Thorns : Tove viser, hvordan gamle roser klippes, så de blomstrer igen.
  / Tove shows how to prune old roses so that they flower again.
- Kartofler i spand / Potatoes in a Bucket : En altan på tre kvadratmeter bliver til køkkenhave.
  / A balcony of three square metres becomes a kitchen garden.
- Efterårets løg / Bulbs for Autumn : Nu skal forårets blomster i jorden. / Now is the time to plant the flowers of spring.
- Træet i midten / The Tree in the Middle : Hvilket træ passer til en lille have? Fire forslag.
  / Which tree suits a small garden? Four suggestions.
- Regnvandets vej / The Way of the Rain : Et bed, der drikker, når det styrter ned. / A bed of plants that drinks when it pours.
koekken = Mormors køkken / Grandmother's Kitchen ; leisure ; s3
- Suppe til ti / Soup for Ten : En gryde, der kun bliver bedre dagen efter. / A pot that only gets better the day after.
- Brune kager / Brown Biscuits : Opskriften er fra 1911 og holder stadig. / The recipe is from 1911 and still holds.
- Sild på tre måder / Herring Three Ways : Fra havn til tallerken på en formiddag. / From harbour to plate in a morning.
- Æblegrød / Stewed Apples : Det enkleste er det sværeste. / The simplest is the hardest.
laegen = Spørg lægen / Ask the Doctor ; magazine
- Søvn / Sleep : Hvorfor sover vi dårligere med alderen, og hvad hjælper? / Why do we sleep worse with age, and what helps?
- Knæ og hofter / Knees and Hips : Om at komme på benene igen. / On getting back on your feet.
- Hjertet / The Heart : Seere spørger, to læger svarer. / Viewers ask, two doctors answer.
auktion = På loftet / Up in the Attic ; quiz ; s9
- Uret fra Aabenraa / The Clock from Aabenraa : Et arvestykke viser sig at være ældre end nogen troede.
  / An heirloom turns out to be older than anyone thought.
- Et maleri uden navn / A Painting without a Name : Tre eksperter er uenige, og hammeren falder.
  / Three experts disagree, and the hammer falls.
- Sølvskeen / The Silver Spoon : Den lå i en kagedåse i halvtreds år. / It lay in a cake tin for fifty years.
quiz = Kender du landet? / Do You Know the Country? ; quiz ; s12
- : To hold, fem runder og et kort uden byer. / Two teams, five rounds and a map without towns.
- : I aften: broer, bølger og en bager fra Bornholm. / Tonight: bridges, waves and a baker from Bornholm.
- : Finalen. Vinderen får en rejse med færgen. / The final. The winner gets a trip on the ferry.
ordet = Ordet på tungen / On the Tip of the Tongue ; quiz
- : Gæt ordet, før tiden er gået. / Guess the word before time is up.
fyr = Fyret / The Lighthouse ; drama ; s2 ; 11+ ; *4
- Lyset i tågen / The Light in the Fog : En ny fyrpasser kommer til øen, og ingen siger, hvor den gamle blev af.
  / A new keeper comes to the island, and nobody says what became of the old one.
- Stormvarsel / Gale Warning : Færgen sejler ikke, og en patient må vente på lægen.
  / The ferry does not sail, and a patient must wait for the doctor.
- Det forsvundne brev / The Missing Letter : Karen finder posten, der aldrig blev bragt ud.
  / Karen finds the post that was never delivered.
- Vinterlys / Winter Light : Øens beboere samles, da fyret går ud. / The islanders gather when the light goes out.
lind = Doktor Lind / Doctor Lind ; drama ; s5 ; 7+
- Første dag / First Day : Lægehuset får en ny sygeplejerske med sine egne metoder.
  / The practice gets a new nurse with methods of her own.
- Hjem til jul / Home for Christmas : En datter vender tilbage efter tyve år. / A daughter returns after twenty years.
- Den tavse gård / The Silent Farm : Lind ser, hvad de andre overser. / Lind sees what the others overlook.
krimi = Kommissær Holm / Inspector Holm ; drama ; s4 ; 15+ ; *4
- Manden på perronen / The Man on the Platform : En kuffert uden ejer fører til en sag fra 1989.
  / A suitcase without an owner leads to a case from 1989.
- Under isen / Under the Ice : Holm må tilbage til sin barndoms by. / Holm must go back to the town of his childhood.
- Vidnet / The Witness : Kun én så det, og hun er seks år. / Only one saw it, and she is six.
debat = Aftenens spørgsmål / The Question of the Evening ; magazine
- : To politikere, én vært og en sal fuld af spørgsmål. / Two politicians, one host and a hall full of questions.
gudstjeneste = Gudstjeneste / Church Service ; culture
- Ribe Domkirke / Ribe Cathedral : Direkte fra domkirken, med kor og orgel. / Live from the cathedral, with choir and organ.
- Sønderho Kirke / Sønderho Church : Under de mange skibe i kirken på Fanø. / Beneath the many ships of the church on Fanø.
rejse = Med tog gennem Norden / By Train through the North ; documentary ; s1 ; *4
- Bergensbanen / The Bergen Line : Syv timer over fjeldet, mens sneen falder.
  / Seven hours across the mountains as the snow falls.
- Inlandsbanan / The Inland Line : Fra Mora til Gällivare med standsning for rensdyr.
  / From Mora to Gällivare, with a stop for reindeer.
- Over Lillebælt / Across the Little Belt : Den gamle bro fortæller. / The old bridge tells its story.
revy = Sommerrevyen / The Summer Revue ; comedy
- : De bedste numre fra årets revy. / The best numbers from this year's revue.
familie = Hele huset / The Whole House ; comedy ; s2
- Svigermor på besøg / Mother-in-law Comes to Stay : Tre generationer og ét badeværelse. / Three generations and one bathroom.
- Hunden Kaj / Kaj the Dog : Hvem lovede at gå tur? / Who promised to walk him?
- Strømmen er gået / The Power Is Out : Og så bliver der snakket. / And then people talk.
nat = Nattens billeder / Pictures of the Night ; night
- Havet ved Skagen / The Sea at Skagen : Bølger, fyr og stilhed til solen står op.
  / Waves, a lighthouse and silence until the sun rises.
- Pejsen / The Fireplace : Brænde, der knitrer. Intet andet. / Wood that crackles. Nothing else.
- Skoven i regn / The Forest in the Rain : Otte timers regn på bøgeblade. / Eight hours of rain on beech leaves.
"""

NEWS = """
kort = Nyt på fem / News in Five ; news
- : Overskrifterne på fem minutter. / The headlines in five minutes.
time = Nyt 24 / Nyt 24 ; news
- : Nyheder hele timen, med vejr kvart i. / News through the hour, with weather at a quarter to.
verden = Verden lige nu / The World Right Now ; news
- : Korrespondenterne samler dagen. / The correspondents gather up the day.
penge = Penge og priser / Money and Prices ; magazine
- : Hvad koster hverdagen, og hvorfor? / What does everyday life cost, and why?
- : Pension, renter og huslejer forklaret roligt. / Pensions, interest and rents, explained calmly.
region = Nyt fra regionerne / News from the Regions ; news
- : Fem byer på tredive minutter. / Five towns in thirty minutes.
tegn = Nyt med tegnsprog / News in Sign Language ; news
- : Dagens nyheder tolket. / The day's news, interpreted.
aften = Nyt 24 Aften / Nyt 24 Tonight ; news
- : Baggrunden for dagens største historie. / The background to the day's biggest story.
uge = Ugen der gik / The Week That Was ; magazine
- : Syv dage på en time. / Seven days in an hour.
samtale = Samtalen / The Conversation ; magazine
- En fyrpasser / A Lighthouse Keeper : Om at leve alene med havet. / On living alone with the sea.
- En kirurg / A Surgeon : Om hænder, tvivl og det at sige nej. / On hands, doubt and saying no.
- En bedemand / An Undertaker : Et menneske, der lytter for at leve. / Someone who listens for a living.
"""

NATURE = """
vadehav = Vadehavet / The Wadden Sea ; documentary ; s1 ; *5
- Sort sol / Black Sun : En million stære danser over marsken. / A million starlings dance above the marsh.
- Tidevandets folk / People of the Tide : De går på havets bund hver dag. / They walk on the bottom of the sea each day.
- Sælernes banke / The Seals' Bank : En unge bliver født mellem to højvande. / A pup is born between two tides.
skov = Skovens år / A Year in the Forest ; documentary ; s1
- Vinter / Winter : Under sneen er der travlt. / Beneath the snow all is busy.
- Forår / Spring : Bøgen springer ud på en eftermiddag. / The beech comes into leaf in an afternoon.
- Sommer / Summer : En grævling lærer sine unger at lytte. / A badger teaches her cubs to listen.
- Efterår / Autumn : Svampenes hemmelige net. / The secret web of the fungi.
fugle = Fuglene i haven / Birds in the Garden ; documentary ; s3
- Rødhalsen / The Robin : Lille fugl, stort temperament. / A small bird with a big temper.
- Solsorten / The Blackbird : Hvem synger først om morgenen? / Who sings first in the morning?
- Musvitten / The Great Tit : Tolv unger i en kasse. / Twelve chicks in one box.
isbjerg = Grønland fra luften / Greenland from Above ; documentary ; *5
- Diskobugten / Disko Bay : Isbjerge på størrelse med en by. / Icebergs the size of a town.
- Østkysten / The East Coast : Fjorde, som næsten ingen har set. / Fjords that hardly anyone has seen.
dyb = Under overfladen / Below the Surface ; documentary ; s2
- Ålegræs / Eelgrass : En eng på tre meter vand. / A meadow in three metres of water.
- Vraget / The Wreck : Hvad bor der i et skib fra 1807? / What lives in a ship from 1807?
- Hvalernes sang / Song of the Whales : Lyde, der rejser tusind kilometer. / Sounds that travel a thousand kilometres.
bier = Biernes by / The City of Bees ; documentary
- : Tres tusind indbyggere og kun én dronning. / Sixty thousand citizens and only one queen.
dyrlaege = Dyrlægen på landet / The Country Vet ; documentary ; s4
- Kælvning om natten / Calving at Night : Telefonen ringer klokken tre. / The telephone rings at three.
- Katten i træet / The Cat in the Tree : Og dyrlægen på stigen. / And the vet on the ladder.
- En gammel hest / An Old Horse : Om at tage sig tid. / On taking one's time.
univers = Stjerner over os / Stars above Us ; documentary ; s1 ; *4
- Månen / The Moon : Hvorfor ser vi altid den samme side? / Why do we always see the same side?
- Nordlys / Northern Lights : Solens vind bliver til farver. / The Sun's wind turns into colours.
- Mælkevejen / The Milky Way : Vores gade i universet. / Our street in the universe.
stille = Stille natur / Quiet Nature ; night
- En å i Jylland / A Stream in Jutland : Vandet løber. Det er det hele. / The water runs. That is all.
- Sne over Rold Skov / Snow over Rold Forest : Sne, der falder i lange billeder. / Snow falling, in long pictures.
"""

HARBOUR = """
udsigt = Havnen i dag / The Harbour Today ; magazine
- : Skibe ind, skibe ud, og en kop kaffe på kajen. / Ships in, ships out, and a cup of coffee on the quay.
smak = Gamle skibe / Old Ships ; documentary ; s2
- Skonnerten Fulton / The Schooner Fulton : Unge hænder på et gammelt dæk. / Young hands on an old deck.
- Bådebyggeren / The Boatbuilder : En planke koges, til den kan bøjes. / A plank is boiled until it bends.
- Dampskibet / The Steamship : Kedlen varmes op fra klokken fire. / The boiler is lit at four in the morning.
lods = Lodsen / The Pilot ; documentary ; s1
- Gennem renden / Through the Channel : Tre hundrede meter skib og tolv meter vand.
  / Three hundred metres of ship and twelve of water.
- Nattevagt / Night Watch : En stemme i radioen og et lys forude. / A voice on the radio and a light ahead.
fisk = Fra hav til bord / From Sea to Table ; leisure ; s5
- Rødspætte / Plaice : Smør, persille og en varm pande. / Butter, parsley and a hot pan.
- Blåmuslinger / Mussels : Plukket i Limfjorden samme morgen. / Picked in the Limfjord the same morning.
- Røget ål / Smoked Eel : Et håndværk, der tager sin tid. / A craft that takes its time.
oe = Ø efter ø / Island by Island ; documentary ; s3
- Læsø / Læsø : Tang på taget og salt i gryden. / Seaweed on the roof and salt in the pan.
- Samsø / Samsø : Kartofler, vind og en lille færge. / Potatoes, wind and a small ferry.
- Ærø / Ærø : Byen, hvor dørene har deres egne navne. / The town where doors have names of their own.
- Christiansø / Christiansø : Ingen biler, ingen katte. / No cars and no cats.
sang = Sømandens sange / Songs of the Sea ; music
- : Shantykoret øver til årets træf. / The shanty choir rehearses for the summer meeting.
farvand = Farvandsudsigten / The Shipping Forecast ; weather
- : Vind, sigt og bølger for alle danske farvande. / Wind, visibility and waves for all Danish waters.
kamera = Kameraet på molen / The Camera on the Pier ; night
- : Havnen, som den ser ud lige nu. / The harbour as it looks right now.
kajen = Kajen / The Quay ; drama ; s1 ; 7+
- Hjemvendt / Come Home : Efter tredive år til søs er byen fremmed. / After thirty years at sea the town is strange to him.
- Den sidste kutter / The Last Cutter : Hvem skal have båden? / Who shall have the boat?
"""
