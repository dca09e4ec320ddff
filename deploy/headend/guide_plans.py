"""When the demo's channels show what: a day as a head of programming would lay it out.

A line is a time and what begins then; it lasts until the next line's time. Of several (`have,koekken`) each day takes the next one. `!`
is live, `~` shows again what that programme showed the day before, `+` is new. Lines with `mf` are for Monday to Friday, those with `we`
for Saturday and Sunday. What begins last goes on until the first line
of the next day.
"""

from __future__ import annotations

from deploy.headend import guide_more, guide_shows

PLANS = {
    "et": (
        guide_shows.GENERAL,
        """
        mf 06:00 morgen!
        we 06:00 have~
        we 06:30 koekken~
        we 07:00 weekendmorgen!
        09:00 nyt!
        09:10 auktion~
        mf 10:00 laegen
        mf 10:45 rejse~
        we 10:00 gudstjeneste!
        we 11:00 rejse~
        11:50 ordet
        12:20 koekken
        12:50 vejr
        13:00 nyt!
        13:15 lind~
        14:10 have,koekken
        14:40 auktion
        15:25 familie~
        16:00 nyt!
        16:10 rejse
        17:05 ordet
        17:30 lind
        18:25 vejr
        18:30 aftennyt!
        19:00 have,koekken,laegen
        19:30 quiz+
        20:00 fyr+,krimi+,auktion,revy
        21:00 nyt!
        21:25 vejr
        21:30 krimi,fyr,rejse
        mf 22:30 debat!
        we 22:30 revy
        23:20 familie
        23:50 fyr~
        00:45 nat
        """,
    ),
    "nyt24": (
        guide_shows.NEWS,
        """
        05:00 time!
        06:00 kort!
        06:05 time!
        08:00 region!
        08:30 time!
        mf 09:30 penge
        we 09:30 uge
        10:00 time!
        11:00 kort!
        11:05 samtale
        12:00 time!
        13:00 tegn
        13:30 region
        14:00 time!
        15:00 kort!
        15:05 samtale~
        16:00 time!
        17:00 tegn!
        17:30 penge
        18:00 time!
        19:00 region!
        19:30 verden!
        20:00 aften!
        21:00 time!
        22:00 verden!
        22:30 samtale
        23:25 kort!
        23:30 aften~
        00:30 time
        """,
    ),
    "natur": (
        guide_shows.NATURE,
        """
        06:30 fugle
        07:00 skov~
        08:00 dyrlaege~
        08:50 bier
        09:45 vadehav~
        10:40 fugle~
        11:10 isbjerg
        12:05 dyb~
        13:00 skov
        14:00 univers~
        14:55 fugle
        15:25 dyrlaege
        16:15 bier
        17:10 dyb
        18:05 vadehav
        19:00 dyrlaege+
        20:00 isbjerg,vadehav,skov
        21:00 univers+
        22:00 dyb
        22:55 skov~
        23:50 stille
        """,
    ),
    "havn": (
        guide_shows.HARBOUR,
        """
        05:45 farvand!
        06:00 udsigt!
        07:30 smak~
        08:20 fisk~
        08:50 oe~
        09:45 farvand
        10:00 lods
        10:55 sang
        11:45 farvand!
        12:00 udsigt!
        13:00 fisk
        13:30 smak
        14:25 oe
        15:20 sang~
        16:10 lods~
        17:05 fisk,smak
        17:45 farvand!
        18:00 udsigt!
        18:40 fisk+
        19:10 oe+
        20:05 kajen+
        21:00 lods
        21:55 farvand!
        22:10 smak
        23:05 kajen~
        23:55 kamera!
        """,
    ),
    "sport": (
        guide_more.SPORT,
        """
        06:45 gym
        07:05 runde~
        07:35 cykling~
        09:30 gym
        09:50 skak
        10:20 legende~
        11:15 curling
        12:45 gym
        13:05 snooker
        we 14:30 cykling!
        we 17:00 haandbold!
        mf 15:00 sejlsport
        mf 16:00 cykling!
        mf 18:00 skak
        18:30 runde!
        19:00 haandbold!,legende
        20:40 runde!
        20:50 fodbold!
        22:50 runde!
        23:15 snooker
        01:10 haandbold~
        02:50 curling
        """,
    ),
    "born": (
        guide_more.CHILDREN,
        """
        06:00 bamse
        06:15 togby
        06:35 sang
        06:50 bamse~
        07:05 hest~
        07:35 lav
        08:00 hvorfor
        08:25 togby~
        08:45 sang
        09:00 bamse
        09:15 eventyr
        09:40 lav~
        10:05 hest
        10:35 hvorfor~
        11:00 pirat
        11:30 togby
        11:50 sang
        12:05 eventyr~
        12:30 bamse
        12:45 lav
        13:10 pirat~
        13:40 hvorfor
        mf 14:05 hest
        mf 14:35 togby
        mf 14:55 lav
        we 14:05 film_b
        15:35 bamse
        15:50 pirat+
        16:20 hest+
        16:50 hvorfor+
        17:15 lav
        17:40 ultra!
        18:00 bamse+
        18:15 togby
        18:35 eventyr
        19:00 pirat~
        19:30 eventyr
        20:00 sover
        """,
    ),
    "musik": (
        guide_more.MUSIC,
        """
        06:30 morgenmusik
        08:30 hoejskole
        09:00 ti
        10:00 portraet~
        10:55 klassisk~
        12:30 ballade
        13:30 hoejskole
        14:00 ti
        15:00 jazzklub~
        16:00 balkon
        17:30 ballade
        18:30 hoejskole!
        19:00 portraet
        20:00 klassisk!,balkon,klassisk
        21:45 jazzklub+
        22:50 ti
        23:50 rolig_nat
        """,
    ),
    "bio": (
        guide_more.FILMS,
        """
        06:15 kort
        07:00 f8,f4,f2
        08:50 biografen
        09:20 f1,f12,f6,f9
        11:20 kort
        12:00 f3,f2,f10
        13:55 f12,f5,f8,f4
        15:45 biografen~
        16:15 f6,f1,f9,f2
        18:10 f10,f4,f12,f5,f8
        20:00 f5,f11,f9,f3,f7,f1,f2
        22:05 f7,f3,f11
        00:15 f9,f10,f1
        02:10 f2,f6
        04:10 kort
        """,
    ),
    "albayt": (
        guide_more.ARABIC,
        """
        06:00 sabah!
        09:00 atfal
        10:00 matbakh~
        11:00 hikaya~
        12:00 akhbar!
        12:30 safar~
        13:30 tarab
        15:00 atfal
        16:00 matbakh
        17:00 safar
        18:00 akhbar!
        18:30 matbakh+
        19:30 hikaya+
        20:30 akhbar!
        21:00 tarab
        23:00 hikaya~
        00:00 layl
        """,
    ),
    "wetter": (
        guide_more.GERMAN,
        """
        05:00 berge!
        08:00 blick!
        09:00 garten
        09:30 berge!
        12:00 blick!
        13:00 klima~
        13:50 berge!
        17:00 garten
        17:30 blick!
        19:00 woche
        19:30 klima
        20:20 blick!
        22:00 woche~
        22:30 blick
        """,
    ),
    "rolig": (
        guide_more.RADIO_CALM,
        """
        06:00 r_morgen
        09:00 r_klaver
        11:00 r_oenske!
        12:00 r_hav
        14:00 r_fortael
        15:00 r_klaver
        17:00 r_oenske~
        18:00 r_aften
        20:00 r_fortael~
        21:00 r_aften
        23:00 r_nat
        """,
    ),
    "jazz": (
        guide_more.RADIO_JAZZ,
        """
        06:30 j_dag
        10:00 j_plade
        11:00 j_dansk
        13:00 j_dag
        16:00 j_stor
        18:00 j_plade~
        19:00 j_dansk
        20:00 j_live!
        22:30 j_plade
        23:30 j_nat
        """,
    ),
}
"""By the names of the stations. A test picture has no programmes."""
OWN_LANGUAGES = {"albayt": "ar", "wetter": "de"}
