"""The pages of the demo's kitchen and ward: large, plain, without a script but what the form needs, as a hospital's pages should be."""

from __future__ import annotations

from html import escape

from deploy.demo_services.words import DISHES, DRINKS, LEAFLETS, WORDS

STYLE = """
:root { color-scheme: light dark }
body { margin: 0; padding: 1.2rem 1.5rem; font: 1.15rem/1.45 "Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Arabic", sans-serif;
  background: #faf7f1; color: #22201c }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem }
p { margin: .2rem 0 1rem }
.dish { display: flex; align-items: center; gap: 1rem; background: #fff; border: 1px solid #d8d2c4; border-radius: .6rem;
  padding: .8rem 1rem; margin: .7rem 0 }
.dish > div { flex: 1 } .dish b { font-size: 1.25rem; display: block }
.button, button { font: inherit; font-weight: 600; background: #0b4f54; color: #fff; border: 0; border-radius: .6rem; padding: .7rem 1.4rem;
  text-decoration: none; display: inline-block }
.quiet { background: none; color: #0b4f54; padding-inline: 0; text-decoration: underline }
.done { background: #e3efe4; border: 1px solid #a9c6ab; border-radius: .6rem; padding: .7rem 1rem; margin: 0 0 1rem }
label { display: block; font-weight: 600; margin: .8rem 0 .3rem }
input, select { font: inherit; box-sizing: border-box; width: 100%; padding: .7rem .9rem; border: 2px solid #8a8373; border-radius: .6rem;
  background: #fff; color: inherit }
.row { display: flex; gap: 1.5rem; align-items: center; margin-top: 1.2rem; flex-wrap: wrap }
"""


def _page(language: str, title: str, body: str) -> bytes:
    way = ' dir="rtl"' if language == "ar" else ""
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title><style>{STYLE}</style>'
    return f'<!doctype html><html lang="{language}"{way}><head>{head}</head><body>{body}</body></html>'.encode()


def menu(language: str, chosen: str, supplier: str) -> bytes:
    """Today's dishes; `chosen` is what was ordered before, "" if nothing. `supplier` is an address that no tablet may open."""
    words = WORDS[language]
    done = f'<p class="done">{words["chosen"]}: <b>{words[chosen]}</b></p>' if chosen in DISHES else ""
    dishes = "".join(
        f'<div class="dish"><div><b>{words[dish]}</b>{words[f"{dish}-line"]}</div>'
        f'<a class="button" id="{dish}" href="/meals/dish/{dish}">{words["choose"]}</a></div>'
        for dish in DISHES
    )
    last = f'<a class="button quiet" id="supplier" href="{escape(supplier)}">{words["supplier"]}</a>'
    return _page(language, words["dinner"], f"<h1>{words['dinner']}</h1><p>{words['until']}</p>{done}{dishes}{last}")


def dish(language: str, name: str) -> bytes:
    """One dish, with what to drink and a wish for the kitchen."""
    words = WORDS[language]
    drinks = "".join(f'<option value="{drink}">{words[drink]}</option>' for drink in DRINKS)
    form = (
        f'<form method="post" action="/meals/order"><input type="hidden" name="dish" value="{name}">'
        f'<label for="drink">{words["drink"]}</label><select id="drink" name="drink">{drinks}</select>'
        f'<label for="wish">{words["wish"]}</label><input id="wish" name="wish" autocomplete="off" placeholder="{words["example"]}">'
        f'<div class="row"><button id="order">{words["order"]}</button>'
        f'<a class="button quiet" href="/meals/">{words["back"]}</a></div></form>'
    )
    return _page(language, words[name], f"<h1>{words[name]}</h1><p>{words[f'{name}-line']}</p>{form}")


def thanks(language: str, name: str) -> bytes:
    """The kitchen has the order."""
    words = WORDS[language]
    body = f'<h1>{words["thanks"]}</h1><p class="done">{words["chosen"]}: <b>{words[name]}</b></p><p>{words["change"]}</p>'
    return _page(language, words["thanks"], f'{body}<a class="button" id="menu" href="/meals/">{words["back"]}</a>')


def leaflets(language: str) -> bytes:
    """What can be read."""
    words = WORDS[language]
    rows = "".join(
        f'<div class="dish"><div><b>{words[name]}</b></div>'
        f'<a class="button" id="{name}" href="/leaflets/{name}.pdf">{words["read"]}</a></div>'
        for name in LEAFLETS
    )
    return _page(language, words["leaflets"], f"<h1>{words['leaflets']}</h1>{rows}")


def hungry(language: str) -> bytes:
    """A page that takes all the memory that it gets; no hospital has one, and the tour does."""
    script = "<script>const all = []; setInterval(() => all.push(new Uint8Array(32 << 20).fill(all.length)), 50);</script>"
    return _page(language, WORDS[language]["dinner"], f"<h1>{WORDS[language]['dinner']}</h1>{script}")
