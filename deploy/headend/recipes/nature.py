"""Scenes from outside: northern lights, hills past a train window, a harbour at dusk, weather."""

from __future__ import annotations

from deploy.headend.recipes.brush import Fonts, disc, filling, ground, moving, stack, still


def aurora(fonts: Fonts) -> str:
    """Northern lights over mountains: the first channel's own picture."""
    turn = "2*PI*T/$T"
    x, y = "X*1.667", "(Y/54)"
    first = (
        f"st(0,exp(-pow(({y}-0.34-0.10*sin({x}/24+{turn})-0.05*sin({x}/11-2*{turn}))/0.17,2))"
        f"*(0.72+0.28*sin({x}/3.1+2*sin({x}/17+{turn})+{turn})))"
    )
    second = f"st(1,exp(-pow(({y}-0.48-0.12*sin({x}/31+2-{turn})-0.04*sin({x}/9+{turn}))/0.14,2))*(0.75+0.25*sin({x}/4.3-{turn})))"
    sky = moving(
        96,
        54,
        f"{second};10+18*{y}+105*ld(1)",
        f"{first};{second};16+26*{y}+165*ld(0)+26*ld(1)",
        f"{first};{second};44+46*{y}+82*ld(0)+118*ld(1)",
    )
    stars = still(1280, 460, "235", "240", "255", "if(gt(random(3),0.9992),90+150*random(4),0)")
    far = still(1280, 260, "17", "34", "50", "255*clip(Y-95-38*sin(X/118)-22*sin(X/53+1)-9*sin(X/19)+0.5,0,1)")
    near = still(1280, 200, "6", "14", "24", "255*clip(Y-90-40*sin(X/170+2)-16*sin(X/61)-6*abs(sin(X/9))+0.5,0,1)")
    words = fonts.text("Kanal Ét", "88", "574", 74, "white@0.95")
    under = fonts.text("Godt at se dig", "92", "654", 30, "white@0.75")
    return stack(f"{sky},{filling()}", (stars, "0", "0"), (far, "0", "430"), (near, "0", "530"), finish=f"{words},{under}")


def hills(fonts: Fonts) -> str:
    """A morning landscape that passes as from a train; each layer moves by its own whole period."""
    sky = ground("255-70*Y/720", "226-28*Y/720+12*sin(Y/150)", "196+40*Y/720")
    sun = disc(190, "FFF6D8", 0.95)
    glow = still(640, 640, "255", "240", "200", "150*pow(clip(1-hypot(X-320,Y-320)/320,0,1),2)")
    layers = (
        (640, 330, 300, (168, 190, 196), "70+34*sin(2*PI*X/640)+18*sin(6*PI*X/640+1)"),
        (640, 290, 390, (118, 160, 146), "74+30*sin(2*PI*X/640+2)+16*sin(4*PI*X/640)"),
        (1280, 250, 480, (70, 122, 92), "78+34*sin(2*PI*X/1280+1)+20*sin(6*PI*X/1280)-10*pow(abs(sin(16*PI*X/1280)),8)"),
        (
            2560,
            190,
            560,
            (28, 66, 48),
            "96+22*sin(2*PI*X/2560)+12*sin(8*PI*X/2560+1)-58*pow(abs(sin(20*PI*X/2560)),26)-34*pow(abs(sin(34*PI*X/2560)),30)",
        ),
    )
    ridges = []
    for period, height, y, (r, g, b), edge in layers:
        light = f"+18*exp(-(Y-({edge}))/26)"
        image = still(1280 + period, height, f"{r}{light}", f"{g}{light}", f"{b}{light}", f"255*clip(Y-({edge})+0.5,0,1)")
        ridges.append((image, f"-{period}*t/$T", str(y)))
    words = fonts.text("Natur", "w-tw-70", "52", 64, "0x1C4230@0.9")
    return stack(sky, (glow, "640", "-40"), (sun, "865", "185+8*sin(2*PI*t/$T)"), *ridges, finish=words)


def harbour(fonts: Fonts) -> str:
    """A sailing boat at anchor, a lighthouse whose beam goes round, and the sea."""
    sky = ground("34+190*pow(Y/720,1.7)", "42+92*pow(Y/720,1.3)", "92+44*Y/720")
    moon = disc(96, "FBE9C8", 0.95)
    beam = moving(
        160,
        90,
        "255",
        "244",
        "200",
        "st(0,atan2(Y-32,X-129)-2*PI*T/$T);150*pow(clip(cos(ld(0)),0,1),60)*clip(1-hypot(X-129,Y-32)/140,0,1)",
    )
    tower = still(
        90,
        330,
        "if(lt(mod(Y-60,90),45),196,238)",
        "if(lt(mod(Y-60,90),45),62,232)",
        "if(lt(mod(Y-60,90),45),58,220)",
        "if(lt(Y,40),255*clip(16-abs(X-45)+0.5,0,1),255*clip(20+Y/22-abs(X-45)+0.5,0,1))",
    )
    lamp = disc(34, "FFF3C4")
    rock = still(460, 130, "20", "28", "58", "255*clip(Y-24-26*pow((X-240)/150,2)-5*sin(X/17)+0.5,0,1)")
    boat = still(
        260,
        260,
        "if(gt(Y,208),92,244)",
        "if(gt(Y,208),44,238)",
        "if(gt(Y,208),42,226)",
        "if(gt(Y,208),255*clip(118-(Y-208)*0.8-abs(X-130)+0.5,0,1)*lt(Y,246),"
        "255*max(clip((Y-14)*0.5-(X-136)+0.5,0,1)*gt(X,136)*gt(Y,14)*lt(Y,196),clip((Y-40)*0.42-(126-X)+0.5,0,1)*lt(X,126)*gt(Y,40)*lt(Y,196)))",
    )
    sea = [
        (_wave(640, 260, (38, 58, 104), 16), "-640*t/$T", "450+6*sin(2*PI*t/$T)"),
        (rock, "800", "474"),
        (tower, "987", "232"),
        (lamp, "1015", "241"),
        (boat, "330+14*sin(2*PI*t/$T)", "258+9*sin(4*PI*t/$T)"),
        (_wave(640, 230, (26, 44, 86), 18), "-640+640*t/$T", "500+8*sin(2*PI*t/$T+2)"),
        (_wave(1280, 190, (16, 30, 66), 22), "-1280*t/$T", "556+8*sin(4*PI*t/$T+1)"),
    ]
    words = fonts.text("Havn", "70", "52", 64, "0xFBE9C8@0.92")
    return stack(
        sky,
        (moon, "190", "120"),
        (f"{beam},{filling()}", "0", "0"),
        *sea,
        finish=words,
    )


def _wave(period: int, height: int, colour: tuple[int, int, int], swell: int) -> str:
    edge = f"{swell + 6}+{swell}*(0.6*sin(6*PI*X/{period})+0.4*sin(10*PI*X/{period}+1))"
    r, g, b = (f"{part}+46*exp(-(Y-({edge}))/7)" for part in colour)
    return still(1280 + period, height, r, g, b, f"255*clip(Y-({edge})+0.5,0,1)")


def weather(fonts: Fonts) -> str:
    """A map from which clouds drift away, with temperatures."""
    shore = "st(0,-sin(X/190+1)-0.8*sin(Y/130+X/400)-0.5*sin(X/71-Y/83)-0.3*sin(X/37+Y/41));st(1,clip(ld(0)*14,0,1))"
    country = ground(f"{shore};132+64*ld(1)+10*ld(0)", f"{shore};184+22*ld(1)+8*ld(0)", f"{shore};214-66*ld(1)")
    cloud = (
        "st(0,sin(2*PI*X/160)+0.7*sin(2*PI*(2*X/160+Y/70)+1)+0.5*sin(2*PI*(3*X/160-Y/55))+0.35*sin(2*PI*(5*X/160+Y/31)));"
        "225*clip(ld(0)*0.75-0.25,0,1)"
    )
    clouds = still(320, 90, "255", "255", "255", cloud)
    labels = [("Küste", 520, 120, 17), ("Seen", 330, 380, 21), ("Süd", 850, 230, 23), ("Berge", 640, 410, 14)]
    suns = [(disc(62, "FFC93C"), f"{x - 78}+4*sin(2*PI*t/$T+{x})", f"{y - 8}+4*cos(2*PI*t/$T+{x})") for _, x, y, _ in labels]
    written = [fonts.text(f"{degrees}°", str(x), str(y - 14), 66, "0x17324A") for _, x, y, degrees in labels]
    written += [fonts.text(name, str(x + 2), str(y + 54), 28, "0x17324A@0.8") for name, x, y, _ in labels]
    title = [
        "drawbox=x=0:y=612:w=1280:h=108:color=0x17324A@0.92:t=fill",
        fonts.text("Wetter Süd", "64", "636", 56),
        fonts.text("Morgen meist sonnig, im Norden Wolken", "420", "652", 32, "white@0.85"),
    ]
    return stack(country, (f"{clouds},scale=2560:720:flags=bicubic", "-1280+1280*t/$T", "0"), *suns, finish=",".join(written + title))
