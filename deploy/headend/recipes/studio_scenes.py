"""Scenes from inside: news, sport, a children's programme, music, a film, a pattern, a test card."""

from __future__ import annotations

from deploy.headend.recipes.brush import Fonts, disc, filling, ground, loop, moving, stack, still

_TICKER = "Regnen holder fri i weekenden  ·  Ny sti langs fjorden er åbnet  ·  Biblioteket holder åbent til midnat  ·  "


def news(fonts: Fonts) -> str:
    """A turning globe, a headline, a moving ticker."""
    back = ground("12+14*Y/720+10*X/1280", "22+24*Y/720+14*X/1280", "52+46*Y/720+40*X/1280")
    turn = "2*PI*T/($T*2)"
    grid = (
        "st(0,(X-79.5)/74);st(1,(Y-79.5)/74);st(2,ld(0)*ld(0)+ld(1)*ld(1));if(lt(ld(2),1),"
        f"st(3,abs(cos(6*(asin(clip(ld(0)/sqrt(max(0.0001,1-ld(1)*ld(1))),-1,1))+{turn}))));st(4,abs(cos(6*asin(clip(ld(1),-1,1)))));"
        "38+165*max(pow(ld(3),26),pow(ld(4),26))*(1-0.75*ld(2)),0)"
    )
    globe = moving(160, 160, "90", "170", "255", grid)
    bars = [
        "drawbox=x=0:y=548:w=1280:h=94:color=0xF4F6FA:t=fill",
        "drawbox=x=0:y=548:w=250:h=94:color=0xC8102E:t=fill",
        "drawbox=x=0:y=642:w=1280:h=78:color=0x0A1430:t=fill",
        fonts.text("NYT 24", "44", "574", 50),
        fonts.text("Foråret kom tidligt til fjorden", "290", "572", 50, "0x101828"),
        # Two phrases in a row move by the length of one, so the end meets the beginning.
        fonts.text(_TICKER * 2, "-tw/2*t/$T", "664", 36, "0xDCE6FF"),
    ]
    lines = [fonts.text("Reportage", "92", "110", 34, "0x8FB4FF"), fonts.text("Vandet stiger ikke mere", "90", "158", 62)]
    lines.append(fonts.text("Fiskerne vender tilbage til kajen", "92", "246", 36, "white@0.8"))
    sweep = still(420, 6, "200", "16", "46", "255*clip(X/420,0,1)")
    return stack(
        back,
        (f"{globe},scale=560:560:flags=bicubic", "690", "-6"),
        (sweep, "-420+mod(t/$T*3,1)*1700", "542"),
        finish=",".join(bars + lines),
    )


def football(fonts: Fonts) -> str:
    """A pitch from above, two teams that move as play does, a score."""
    inside = "max(abs(X-640)-570,abs(Y-392)-268)"
    lines = (
        "lt(abs(hypot(X-640,Y-392)-96),2.5)",
        f"lt(abs(X-640),2.5)*lt({inside},0)",
        f"lt(abs({inside}),2.5)",
        "lt(abs(max(abs(abs(X-640)-570)-150,abs(Y-392)-150)),2.5)*lt(abs(X-640),570)",
    )
    line = f"min({'+'.join(lines)},1)"
    stripe = "lt(mod(X+50,190),95)"
    pitch = ground(f"44+10*{stripe}+190*{line}", f"128+16*{stripe}+100*{line}", f"62+8*{stripe}+170*{line}")
    shadow = disc(40, "08301A", 0.35)
    players = []
    for number in range(10):
        home = number < 5
        middle_x, middle_y = (230 + 190 * (number % 5) + (60 if home else -30), 224 + 80 * ((number * 3) % 5))
        x = f"{middle_x}+{60 + 9 * number}*sin(2*PI*t/$T+{number})+26*sin(6*PI*t/$T+{number * 2})"
        y = f"{middle_y}+{40 + 5 * (number % 4)}*cos({2 + 2 * (number % 2)}*PI*t/$T+{number * 1.7:.1f})"
        players += [(shadow, f"{x}+6", f"{y}+8"), (disc(38, "F2C230" if home else "3457C8"), x, y)]
    ball_x, ball_y = "640+420*sin(2*PI*t/$T)+90*sin(6*PI*t/$T+1)", "382+180*sin(4*PI*t/$T+0.6)"
    score = [
        "drawbox=x=60:y=40:w=470:h=66:color=0x0B1B33@0.92:t=fill",
        "drawbox=x=60:y=40:w=10:h=66:color=0xF2C230:t=fill",
        "drawbox=x=410:y=40:w=120:h=66:color=0xE8ECF4:t=fill",
        fonts.text("HAVN  2 - 1  SKOV", "92", "56", 38),
        fonts.text("63. min", "424", "60", 28, "0x0B1B33"),
        fonts.text("Sport+", "w-tw-70", "46", 52),
    ]
    return stack(
        pitch,
        *players,
        (disc(24, "08301A", 0.4), f"{ball_x}+5", f"{ball_y}+7"),
        (disc(22, "FFFFFF"), ball_x, ball_y),
        finish=",".join(score),
    )


def children(fonts: Fonts) -> str:
    """Balls that hop on a hill under drifting clouds, and letters that sway."""
    sky = ground("150+90*Y/720", "214+26*Y/720", "246-30*Y/720")
    cloud = still(
        260,
        110,
        "255",
        "255",
        "255",
        "235*clip(max(max(46-hypot(X-70,Y-62),58-hypot(X-130,Y-58)),max(42-hypot(X-190,Y-66),0))/2,0,1)*lt(Y,98)",
    )
    hill = still(1280, 260, "126+20*Y/260", "200-20*Y/260", "96", "255*clip(Y-60-46*pow((X-640)/640,2)-12*sin(X/150)+0.5,0,1)")
    layers = [(cloud, f"mod({start}+1600*t/$T,1600)-300", str(y)) for start, y in ((200, 70), (780, 150), (1300, 40))]
    layers.append((hill, "0", "460"))
    for number, colour in enumerate(("E4572E", "FFC914", "2E86AB", "8F4FBF", "F28AB2")):
        size, hops = 120 - 8 * (number % 3), 4 + 2 * (number % 3)
        x = f"{110 + 232 * number}+18*sin(2*PI*t/$T+{number})"
        height = f"abs(sin({hops}*PI*t/$T+{number * 0.7:.1f}))"
        layers.append((still(size, 22, "60", "110", "50", f"110*clip(1-hypot((X-{size / 2})/{size / 2},(Y-11)/11),0,1)*2"), x, "606"))
        layers.append((disc(size, colour), x, f"{620 - size}-{150 + 24 * number}*{height}"))
        layers.append((disc(size // 4, "FFFFFF", 0.55), f"{x}+{size * 0.22:.0f}", f"{620 - size * 0.84:.0f}-{150 + 24 * number}*{height}"))
    letters = [
        fonts.text(letter, str(438 + place), f"{96}+16*sin(2*PI*(2*t/$T-{number}/4))", 150, colour)
        for number, (letter, place, colour) in enumerate(
            (("B", 0, "0xE4572E"), ("ø", 112, "0x2E86AB"), ("r", 226, "0x8F4FBF"), ("n", 296, "0xF0A000"))
        )
    ]
    return stack(sky, *layers, finish=",".join(letters))


def equaliser(fonts: Fonts) -> str:
    """A wall of lights that dances."""
    level = "pow(0.5+0.5*sin(2*PI*(4*T/$T)+X/2.3)*sin(2*PI*(3*T/$T)-X/3.7),1.2)*0.62+0.30*pow(abs(sin(10*PI*T/$T+X/6)),6)"
    lit = f"st(0,clip((18*({level}))-(17-Y)+0.5,0,1));st(1,(17-Y)/17)"
    lights = moving(
        32,
        18,
        f"{lit};26+ld(0)*(70+180*ld(1))",
        f"{lit};16+ld(0)*(190-120*ld(1))",
        f"{lit};44+ld(0)*(200-20*ld(1))",
    )
    edge = "max(abs(mod(X,40)-19.5),abs(mod(Y,40)-19.5))"
    mask = still(1280, 720, "14", "9", "26", f"255*clip({edge}-15.5,0,1)")
    shade = still(1280, 720, "14", "9", "26", "235*pow(clip(1-Y/430,0,1),1.3)")
    return stack(f"{lights},{filling('neighbor')}", (mask, "0", "0"), (shade, "0", "0"), finish=fonts.text("Musik", "70", "56", 76))


def film(fonts: Fonts) -> str:
    """A planet with its moon, in the frame of a cinema film with its subtitles."""
    far = still(2560, 544, "225", "230", "255", "if(gt(random(5),0.9987),60+120*random(6),0)")
    near = still(2560, 544, "255", "240", "220", "if(gt(random(7),0.99968),255,0)")
    dust = still(1280, 544, "120", "60", "96", "80*exp(-pow((Y-300+X*0.16-60*sin(X/300))/90,2))")
    light = (
        "st(0,(X-320)/318);st(1,(Y-320)/318);st(2,sqrt(max(0,1-ld(0)*ld(0)-ld(1)*ld(1))));"
        "st(3,clip(-0.62*ld(0)-0.42*ld(1)+0.66*ld(2),0.03,1))"
    )
    band = "st(4,0.5+0.5*sin(ld(1)*15+1.2*sin(ld(0)*3+ld(1)*5)))"
    planet = still(
        640,
        640,
        f"{light};{band};(206+42*ld(4))*ld(3)",
        f"{light};{band};(122+62*ld(4))*ld(3)",
        f"{light};{band};(92+34*ld(4))*ld(3)+14*(1-ld(2))",
        "255*clip(318-hypot(X-320,Y-320)+0.5,0,1)",
    )
    shine = "st(3,clip(-0.62*(X-45)/44-0.42*(Y-45)/44+0.66*sqrt(max(0,1-pow((X-45)/44,2)-pow((Y-45)/44,2))),0.05,1))"
    moon = still(90, 90, f"{shine};214*ld(3)", f"{shine};216*ld(3)", f"{shine};226*ld(3)", "255*clip(44-hypot(X-45,Y-45)+0.5,0,1)")
    words = [
        "drawbox=x=0:y=0:w=1280:h=88:color=black:t=fill,drawbox=x=0:y=632:w=1280:h=88:color=black:t=fill",
        fonts.text("- Hvor langt er der?", "(w-tw)/2", "654", 40, "0xF7F0DC", "enable='lt(t,4.6)'"),
        fonts.text("- Længere end du tror.", "(w-tw)/2", "654", 40, "0xF7F0DC", "enable='gte(t,5)'"),
        fonts.text("Bio", "w-tw-64", "22", 46, "white@0.7"),
    ]
    return stack(
        ground("10+14*X/1280", "8+8*Y/720", "22+26*Y/720"),
        (dust, "0", "88"),
        (far, "-1280*t/$T/4-320*sin(2*PI*t/$T)/16", "88"),
        (near, "-1280*t/$T/2", "88"),
        (planet, "610-30*cos(2*PI*t/$T)", "150"),
        (moon, "470+250*cos(2*PI*t/$T)", "330+70*sin(2*PI*t/$T)"),
        finish=",".join(words),
    )


def pattern(fonts: Fonts) -> str:
    """Eight-pointed stars that drift under a moving light."""
    cell = (
        "st(0,mod(X,160)-80);st(1,mod(Y,160)-80);st(2,max(abs(ld(0)),abs(ld(1)))-44);"
        "st(3,(abs(ld(0))+abs(ld(1)))*0.7071-44);st(4,min(ld(2),ld(3)))"
    )
    inner = "st(5,max(clip(2.2-abs(ld(4)),0,1),clip(1.6-abs(ld(4)+12),0,1)));st(6,clip(-ld(4),0,1))"
    tiles = still(
        1440, 880, f"{cell};{inner};16+26*ld(6)+190*ld(5)", f"{cell};{inner};72+22*ld(6)+110*ld(5)", f"{cell};{inner};84+16*ld(6)+20*ld(5)"
    )
    dark = moving(64, 36, "4", "22", "30", "210*clip(hypot(X-32-20*sin(2*PI*T/$T),(Y-18-8*cos(2*PI*T/$T))*1.2)/34,0,1)")
    plate = still(720, 230, "6", "40", "50", "235*clip(30-hypot(max(abs(X-360)-329,0),max(abs(Y-115)-84,0))+0.5,0,1)")
    words = [
        fonts.text("قناة البيت", "(w-tw)/2", "284", 100, "0xF3DFA8"),
        fonts.text("أهلا بكم", "(w-tw)/2", "408", 44, "white@0.85"),
    ]
    return stack(
        "color=c=black:s=1280x720:r=50",
        (tiles, "-160*t/$T", "-160*t/$T"),
        (f"{dark},{filling()}", "0", "0"),
        (plate, "280", "245"),
        finish=",".join(words),
    )


def test_card(fonts: Fonts) -> str:
    """The card of an evening when nothing is on: grid, circle, bars, a hand that goes round."""
    net = "max(lt(mod(X,80),2),lt(mod(Y-40,80),2))"
    card = ground(f"96+110*{net}", f"98+110*{net}", f"104+110*{net}")
    column = "st(0,floor(X/80))"
    bars = [f"{column};{value}" for value in ("235*(1-mod(floor(ld(0)/2),2))", "235*lt(ld(0),4)", "235*(1-mod(ld(0),2))")]
    inside = "255*clip(284-hypot(X-320,Y-320)+0.5,0,1)"
    circle = still(
        640,
        640,
        f"if(lt(Y,330),{_wide(bars[0])},if(lt(Y,420),X*0.4,28))",
        f"if(lt(Y,330),{_wide(bars[1])},if(lt(Y,420),X*0.4,30))",
        f"if(lt(Y,330),{_wide(bars[2])},if(lt(Y,420),X*0.4,36))",
        inside,
    )
    ring = still(640, 640, "245", "245", "245", "255*clip(4-abs(hypot(X-320,Y-320)-286),0,1)")
    words = [fonts.text("Prøvebillede", "(w-tw)/2", "488", 62), fonts.text("Vi er her igen i morgen", "(w-tw)/2", "566", 32, "white@0.8")]
    hand = disc(34, "E4572E")
    return stack(
        card, (circle, "320", "40"), (ring, "320", "40"), (hand, "623+286*sin(2*PI*t/$T)", "343-286*cos(2*PI*t/$T)"), finish=",".join(words)
    )


def _wide(bars: str) -> str:
    return f"({bars.replace('X', '(X-32)*1.1')})"


def counter(width: int, height: int, rate: int) -> str:
    """For benches: a test picture in whose lower part 16 squares tell the picture's number in binary, the lowest bit left."""
    size = width // 20
    bit = f"255*mod(floor(N/pow(2,floor((X)/{size}))),2)"
    squares = loop(f"color=c=black:s={16 * size}x{size}:r={rate},format=gray,geq=lum='{bit}'")
    return f"testsrc2=s={width}x{height}:r={rate}[a];{squares}[b];[a][b]overlay=x={2 * size}:y={height - 2 * size}"
