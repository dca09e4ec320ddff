"""Attempts by address: schemes, spellings of strangers, redirects, frames, and everything that a page can fetch."""

from __future__ import annotations

from tests.escape.web.attempt import Attempt, keyed, linked, tapped

SCHEMES = (
    linked("schemes", "mailto link", "mailto:nurse@example.org"),
    linked("schemes", "ssh link", "ssh://127.0.0.1"),
    linked("schemes", "tel link", "tel:112"),
    linked("schemes", "sms link", "sms:112?body=x"),
    linked("schemes", "intent link", "intent://scan/#Intent;scheme=zxing;end"),
    linked("schemes", "file link", "file:///etc/passwd"),
    linked("schemes", "file link to a folder in a new window", "file:///", body="<script>t.target='_blank'</script>"),
    linked("schemes", "view-source link", "view-source:${L}/plain"),
    linked("schemes", "chrome link", "chrome://gpu"),
    linked("schemes", "devtools link", "devtools://devtools/bundled/inspector.html"),
    linked("schemes", "qrc link", "qrc:///"),
    linked("schemes", "ftp link", "ftp://127.0.0.1/"),
    linked("schemes", "data link", "data:text/html,<img src=${S}/data>"),
    linked("schemes", "unknown scheme link", "flexcare-escape:now"),
    tapped("schemes", "mailto by script", "location = 'mailto:nurse@example.org'; await pause(300);"),
    tapped("schemes", "ssh in a frame", "add('iframe', {src: 'ssh://127.0.0.1'}); await pause(300);"),
    tapped(
        "schemes",
        "blob page",
        (
            "location = URL.createObjectURL(new Blob(['<script>top.location=`'+S+'/blob`<'+'/script>'], "
            "{type: 'text/html'})); await pause(400);"
        ),
    ),
    tapped("schemes", "javascript in a new window", "open('javascript:location=`'+S+'/js`'); await pause(300);"),
    tapped("schemes", "filesystem page", "location = 'filesystem:' + L + '/temporary/x'; await pause(300);"),
    Attempt("schemes", "reads a file", "const r = await within(fetch('file:///etc/passwd').then(r => r.text())); if (r) got(r);"),
    Attempt(
        "schemes",
        "reads a file in a frame",
        (
            "add('iframe', {src: 'file:///etc/passwd', onload: e => { try { got(e.target.contentDocument.body.innerText) "
            "} catch {} }}); await pause(300);"
        ),
    ),
)

STRANGERS = (
    linked("off the list", "link to a stranger", "${S}/link"),
    linked("off the list", "footer link in a new window", "${S}/blank", body="<script>t.target='_blank'</script>"),
    linked("off the list", "link with a name before the host", "http://127.0.0.1:${PORT}@127.0.0.1:${S.split(':')[2]}/userinfo"),
    linked("off the list", "link with a backslash", "${L}\\\\@127.0.0.1:${S.split(':')[2]}/backslash"),
    linked("off the list", "localhost for its address", "http://localhost:${PORT}/name"),
    linked("off the list", "another address of the machine", "http://127.0.0.2:${PORT}/second"),
    linked("off the list", "nothing's address", "http://0.0.0.0:${S.split(':')[2]}/zero"),
    linked("off the list", "mapped address", "http://[::ffff:127.0.0.1]:${S.split(':')[2]}/mapped"),
    linked("off the list", "number for an address", "http://2130706433:${S.split(':')[2]}/number"),
    Attempt("off the list", "location by script", "location = S + '/location'; await pause(400);"),
    Attempt("off the list", "refresh in the page", head="<meta http-equiv=refresh content='0;url={S}/meta'>", script="await pause(400);"),
    Attempt("off the list", "base of all links", head="<base href='{S}/'>", script="add('img', {src: 'base.png'}); await pause(300);"),
    Attempt("off the list", "history with another origin", "try { history.pushState({}, '', S + '/push'); got('pushed') } catch {}"),
    Attempt("off the list", "form to a stranger", "add('form', {action: S + '/form', method: 'POST'}).submit(); await pause(400);"),
    keyed(
        *("off the list", "search box of a stranger", "words -k Return"),
        script="document.body.innerHTML = `<form action=${S}/search><input id=t name=q autofocus style='width:90%;height:90%'></form>`",
    ),
    tapped("off the list", "link that tells of itself", "link({href: L + '/plain', ping: S + '/ping'}).click(); await pause(400);"),
    Attempt(
        "off the list",
        "ad in a sandboxed frame turns the page",
        (
            "add('iframe', {sandbox: 'allow-scripts allow-top-navigation', src: '/frame?do=top.location=`' "
            "+ S + '/top`'}); await pause(500);"
        ),
    ),
)

REDIRECTS = (
    Attempt("redirects", "page redirected to a stranger", "location = '/redirect?to=' + S + '/redirect'; await pause(500);"),
    Attempt("redirects", "frame redirected to a stranger", "add('iframe', {src: '/redirect?to=' + S + '/frame'}); await pause(400);"),
    Attempt(
        "redirects",
        "data redirected to a stranger",
        "await within(fetch('/redirect?to=' + S + '/fetch', {mode: 'no-cors'}).catch(() => 0));",
    ),
    Attempt("redirects", "picture redirected to a stranger", "add('img', {src: '/redirect?to=' + S + '/img'}); await pause(300);"),
    Attempt(
        "redirects",
        "chain of redirects",
        "location = '/redirect?to=' + encodeURIComponent(L + '/redirect?to=' + S + '/chain'); await pause(500);",
    ),
    Attempt("redirects", "refresh in a header", "location = '/refresh?to=' + S + '/header'; await pause(500);"),
    Attempt("redirects", "redirected to a file", "location = '/redirect?to=file:///etc/passwd'; await pause(400);"),
    Attempt("redirects", "redirected to mail", "location = '/redirect?to=mailto:x@example.org'; await pause(400);"),
    Attempt("redirects", "captive portal", "location = '/portal?to=' + S + '/portal'; await pause(600);"),
    Attempt(
        "redirects", "worker's script redirected", "try { new Worker('/redirect?to=' + S + '/worker.js') } catch {}; await pause(300);"
    ),
)

FRAMES = (
    Attempt("frames", "frame of a stranger", "add('iframe', {src: S + '/frame'}); await pause(400);"),
    Attempt("frames", "frame in a frame", "add('iframe', {srcdoc: `<iframe src=${S}/nested></iframe>`}); await pause(400);"),
    Attempt("frames", "object and embed", "add('object', {data: S + '/object'}); add('embed', {src: S + '/embed'}); await pause(400);"),
    Attempt(
        "frames", "frame of data with a stranger in it", "add('iframe', {src: `data:text/html,<img src=${S}/data>`}); await pause(400);"
    ),
    Attempt(
        "frames",
        "frame of the browser's own pages",
        (
            "add('iframe', {src: 'chrome://version', onload: e => { try { got(e.target.contentDocument.body.innerText) "
            "} catch {} }}); await pause(300);"
        ),
    ),
    Attempt(
        "frames",
        "document viewer on a stranger",
        "add('iframe', {src: 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html?' + S + '/viewer'}); await pause(500);",
    ),
)

PARTS = (
    Attempt("fetches", "picture", "add('img', {src: S + '/img'}); await pause(300);"),
    Attempt("fetches", "script", "add('script', {src: S + '/script'}); await pause(300);"),
    Attempt(
        "fetches",
        "style and font",
        (
            "add('style', {textContent: `@import '${S}/css'; @font-face {font-family: x; src: "
            "url(${S}/font)} body {font-family: x; background: url(${S}/bg)}`}); await pause(400);"
        ),
    ),
    Attempt(
        "fetches",
        "film and sound",
        "add('video', {src: S + '/video', autoplay: true}); add('audio', {src: S + '/audio', autoplay: true}); await pause(300);",
    ),
    Attempt("fetches", "data", "await within(fetch(S + '/fetch', {mode: 'no-cors'}).catch(() => 0));"),
    Attempt("fetches", "data, the old way", "const x = new XMLHttpRequest(); x.open('GET', S + '/xhr'); x.send(); await pause(300);"),
    Attempt("fetches", "beacon", "navigator.sendBeacon(S + '/beacon', 'x'); await pause(300);"),
    Attempt(
        "fetches",
        "data that outlives the page",
        "fetch(S + '/alive', {mode: 'no-cors', keepalive: true, method: 'POST', body: 'x'}).catch(() => 0); await pause(300);",
    ),
    Attempt("fetches", "events", "new EventSource(S + '/events'); await pause(300);"),
    Attempt("fetches", "socket", "new WebSocket(S.replace('http', 'ws') + '/socket'); await pause(400);"),
    Attempt(
        "fetches", "socket under the listed host's other name", "new WebSocket('ws://localhost:' + PORT + '/socket'); await pause(400);"
    ),
    Attempt("fetches", "transport over UDP", "try { await within(new WebTransport('https://127.0.0.1:' + UDP + '/x').ready) } catch {}"),
    Attempt(
        "fetches",
        "names and connections ahead of time",
        (
            "for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'preload', 'modulepreload', "
            "'prerender']) document.head.appendChild(Object.assign(document.createElement('link'), "
            "{rel, as: 'script', href: S + '/' + rel})); await pause(400);"
        ),
    ),
    Attempt(
        "fetches",
        "speculation",
        (
            "document.head.appendChild(Object.assign(document.createElement('script'), {type: "
            "'speculationrules', textContent: JSON.stringify({prerender: [{source: 'list', urls: "
            "[S + '/rules']}], prefetch: [{source: 'list', urls: [S + '/rules2']}]})})); await "
            "pause(400);"
        ),
    ),
    Attempt(
        "fetches",
        "little picture and manifest",
        head="<link rel=icon href='{S}/icon'><link rel=manifest href='{S}/manifest'><link rel=apple-touch-icon href='{S}/touch'>",
        script="await pause(400);",
    ),
    Attempt(
        "fetches",
        "reports of a policy",
        headers={"Content-Security-Policy": "img-src 'none'; report-uri {S}/csp"},
        script="add('img', {src: '/plain'}); await pause(400);",
    ),
    Attempt(
        "fetches",
        "other ports of the machine",
        (
            "const open = []; for (const port of [22, 53, 631, 5432, 8080, UDP, +S.split(':')[2]]) "
            "await within(fetch('http://127.0.0.1:' + port, {mode: 'no-cors'}).then(() => open.push(port)).catch(() "
            "=> 0), 200); if (open.length) got(open);"
        ),
    ),
)

CALLS = (
    Attempt(
        "calls",
        "address by STUN",
        (
            "const p = new RTCPeerConnection({iceServers: [{urls: `stun:127.0.0.1:${UDP}`}]}); "
            "p.createDataChannel('x'); await p.setLocalDescription(await p.createOffer()); await "
            "pause(900); p.close();"
        ),
    ),
    Attempt(
        "calls",
        "relay of a stranger over UDP",
        (
            "const p = new RTCPeerConnection({iceTransportPolicy: 'relay', iceServers: [{urls: "
            "`turn:127.0.0.1:${UDP}`, username: 'u', credential: 'c'}]}); p.createDataChannel('x'); "
            "await p.setLocalDescription(await p.createOffer()); await pause(900); p.close();"
        ),
    ),
    Attempt(
        "calls",
        "relay of a stranger over TCP",
        (
            "const p = new RTCPeerConnection({iceTransportPolicy: 'relay', iceServers: [{urls: "
            "`turn:127.0.0.1:${S.split(':')[2]}?transport=tcp`, username: 'u', credential: 'c'}]}); "
            "p.createDataChannel('x'); await p.setLocalDescription(await p.createOffer()); await "
            "pause(900); p.close();"
        ),
    ),
    Attempt(
        "calls",
        "address of the machine",
        (
            "const p = new RTCPeerConnection(); p.onicecandidate = e => { const c = e.candidate?.candidate "
            "?? ''; if (/ (?!127)\\d+\\.\\d+\\.\\d+\\.\\d+ /.test(c)) got(c) }; p.createDataChannel('x'); "
            "await p.setLocalDescription(await p.createOffer()); await pause(600); p.close();"
        ),
    ),
)

WORKERS = (
    Attempt(
        "workers",
        "worker fetches",
        "new Worker(URL.createObjectURL(new Blob([`fetch('${S}/worker', {mode: 'no-cors'})`]))); await pause(400);",
    ),
    Attempt(
        "workers", "worker loads a script", "new Worker(URL.createObjectURL(new Blob([`importScripts('${S}/import')`]))); await pause(400);"
    ),
    Attempt(
        "workers",
        "worker opens a socket",
        "new Worker(URL.createObjectURL(new Blob([`new WebSocket('${S.replace('http', 'ws')}/worker')`]))); await pause(400);",
    ),
    Attempt(
        "workers",
        "shared worker fetches",
        "new SharedWorker('/script?do=' + encodeURIComponent(`fetch('${S}/shared', {mode: 'no-cors'})`)); await pause(400);",
    ),
    Attempt(
        "workers",
        "service worker fetches",
        (
            "await within(navigator.serviceWorker.register('/script?do=' + encodeURIComponent(`fetch('${S}/service', "
            "{mode: 'no-cors'})`), {scope: '/none'})); await pause(400);"
        ),
    ),
    Attempt(
        "workers",
        "service worker turns the page",
        (
            "await within(navigator.serviceWorker.register('/script?do=' + encodeURIComponent(`addEventListener('activate', "
            "async () => { await clients.claim(); for (const c of await clients.matchAll()) "
            "c.navigate('${S}/navigate') })`), {scope: '/'})); await pause(600); for (const "
            "r of await navigator.serviceWorker.getRegistrations()) await r.unregister();"
        ),
    ),
)

ALL = (*SCHEMES, *STRANGERS, *REDIRECTS, *FRAMES, *PARTS, *CALLS, *WORKERS)
