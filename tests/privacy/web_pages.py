"""The pages of a web visit that plant, and a page after them that reads back what is still there.

Each store has a line that puts `mark` into it and one that reads it again, both for `async` functions of a page. A mark is read on another
page than the one that planted it, which came without it: what is read was kept. `blob`s and files in memory end with their page, so the
one that reads plants those.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from tests.helpers.web_site import page

OPEN = "new Promise((done, failed) => {const o = indexedDB.open('planted'); o.onupgradeneeded = () => o.result.createObjectStore('words');"
ASK_WORKER = (
    "navigator.serviceWorker.getRegistration().then(r => new Promise(done => {if (!r) return done(null);"
    "const c = new MessageChannel(); c.port1.onmessage = m => done(m.data); r.active.postMessage('?', [c.port2]);}))"
)
INTO_FILE = (
    "(async () => {const f = await (await navigator.storage.getDirectory()).getFileHandle('planted', {create: true});"
    " const w = await f.createWritable(); await w.write(mark); await w.close();})()"
)
PLANTS: dict[str, tuple[str, str]] = {
    "web-cookie": (
        "document.cookie = `planted=${mark}; max-age=99999; path=/`",
        "document.cookie.match(/planted=(\\d+)/)?.[1]",
    ),
    "web-local": ("localStorage.setItem('planted', mark)", "localStorage.getItem('planted')"),
    "web-session": ("sessionStorage.setItem('planted', mark)", "sessionStorage.getItem('planted')"),
    "web-indexed": (
        OPEN + "o.onerror = failed; o.onsuccess = () => {const t = o.result.transaction('words', 'readwrite');"
        "t.objectStore('words').put(mark, 'word'); t.oncomplete = done;};})",
        OPEN + "o.onerror = failed; o.onsuccess = () => {const g = o.result.transaction('words').objectStore('words').get('word');"
        "g.onsuccess = () => done(g.result); g.onerror = failed;};})",
    ),
    "web-opfs": (
        INTO_FILE,
        "navigator.storage.getDirectory().then(d => d.getFileHandle('planted')).then(f => f.getFile()).then(f => f.text())",
    ),
    "web-cache": (
        "caches.open('planted').then(c => c.put('/in-a-cache', new Response(mark)))",
        "caches.open('planted').then(c => c.match('/in-a-cache')).then(r => r.text())",
    ),
    "web-worker": (
        "navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready)",
        ASK_WORKER,
    ),
    "web-http-cache": (
        "fetch('/kept').then(r => r.text())",
        "fetch('/kept', {cache: 'only-if-cached', mode: 'same-origin'}).then(r => r.ok ? r.text() : null)",
    ),
    "web-history": (
        "history.pushState(null, '', '/?' + mark)",
        "navigation.entries().map(e => (e.url.match(/\\?(\\d{15})$/) ?? [])[1]).find(Boolean)",
    ),
    "web-blob": (
        "globalThis.blob = URL.createObjectURL(new Blob([(mark + ' ').repeat(200000)]))",
        "globalThis.blob && fetch(globalThis.blob).then(r => r.text()).then(t => t.slice(0, 15))",
    ),
    "web-window-name": ("window.name = mark", "window.name"),
}
"""By store: what plants, and what reads back."""
BY_SITE = ("web-server-cookie", "web-password", "web-keyboard", "web-favicon", "web-host", "web-clipboard")
"""What is planted by the site's answers, by a form that is sent, by a hand on the keys or by asking for a host."""
HOSTS = "audit.localhost"
"""The service may ask every host below this name (RFC 6761: none of them leads off the machine)."""
HERE = ("web-blob",)
"""What ends with its page, and is planted by the one that reads."""


def planting(marks: Mapping[str, str]) -> bytes:
    """The page that plants all, and then sends a password away, which leads on to `reading`."""
    steps = "".join(_step(name, plant, marks[name]) for name, (plant, _) in PLANTS.items() if name not in HERE)
    icon = f'<link rel="icon" href="/icon.png?{marks["web-favicon"]}">'
    form = (
        f'<form id="login" method="post" action="/login"><input name="user" autocomplete="username" value="nobody">'
        f'<input type="password" name="word" autocomplete="current-password" value="{marks["web-password"]}"></form>'
    )
    script = (
        "const trouble = {}; const step = async (name, what) => {try {await what();} catch (error) {trouble[name] = String(error);}};"
        f"(async () => {{{steps} await tell('tried', {{trouble}}); document.getElementById('login').submit();}})();"
    )
    return page("Planting", icon + form, script)


def _step(name: str, plant: str, mark: str) -> str:
    return f"await step({json.dumps(name)}, async () => {{const mark = {json.dumps(mark)}; await ({plant});}});"


def reading(marks: Mapping[str, str], *, again: bool) -> bytes:
    """The page that reads back. `again`: it is another visit's, and nothing is planted for it to find."""
    here = "" if again else "".join(_step(name, PLANTS[name][0], marks[name]) for name in HERE)
    # Asked for over and over, as a page does that waits for its server; there is no such host.
    name = json.dumps(f"http://m{marks['web-host']}.{HOSTS}/")
    asks = "" if again else f"setInterval(() => fetch({name}, {{mode: 'no-cors'}}).catch(() => 0), 500);"
    reads = "".join(f"await look({json.dumps(name)}, async () => await ({read}));" for name, (_, read) in PLANTS.items())
    words = "" if again else f'<p id="words">{marks["web-clipboard"]}</p>'
    script = (
        "const found = {}; const step = async (_, what) => {try {await what();} catch {}};"
        "const look = async (name, what) => {try {found[name] = await what();} catch (error) {found[name] = null;}};"
        f"(async () => {{{asks}{here}{reads} await tell('read', {{found, length: history.length}});}})();"
        "document.querySelector('#field').addEventListener('input', event => tell('typed', {value: event.target.value}));"
        "document.querySelector('#copy').addEventListener('click', () => {"
        "document.activeElement.blur(); getSelection().selectAllChildren(document.querySelector('#words'));"
        "tell('copied', {copied: document.execCommand('copy')});});"
    )
    return page("Reading", '<h1>Reading</h1><input id="field" autocomplete="off"><button id="copy">Copy</button>' + words, script)


def worker(mark: str) -> bytes:
    """A service worker that knows the mark."""
    return (
        f"const word = '{mark}'; onmessage = event => event.ports[0].postMessage(word);"
        "oninstall = () => skipWaiting(); onactivate = event => event.waitUntil(clients.claim());"
    ).encode()
