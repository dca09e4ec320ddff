"""Attempts by what a page asks a browser for, and by what hands do: dialogs, windows, permissions, documents, keys, fingers, greed."""

from __future__ import annotations

from tests.escape.web.attempt import Attempt, keyed, linked, tapped

DIALOGS = (
    tapped("dialogs", "file dialog", "add('input', {type: 'file', onchange: e => got(e.target.files.length)}).click(); await pause(500);"),
    tapped("dialogs", "folder dialog", "add('input', {type: 'file', webkitdirectory: true}).click(); await pause(500);"),
    tapped("dialogs", "colour dialog", "add('input', {type: 'color'}).click(); await pause(500);"),
    tapped("dialogs", "file access", "await within(showOpenFilePicker().then(() => got('opened')).catch(() => 0)); "),
    tapped("dialogs", "file saving", "await within(showSaveFilePicker().then(() => got('opened')).catch(() => 0));"),
    tapped("dialogs", "folder access", "await within(showDirectoryPicker().then(() => got('opened')).catch(() => 0));"),
    tapped("dialogs", "print", "print(); await pause(500);"),
    keyed("dialogs", "print by keys", "-M ctrl p -m ctrl"),
    keyed("dialogs", "save by keys", "-M ctrl s -m ctrl"),
    keyed("dialogs", "open by keys", "-M ctrl o -m ctrl"),
    linked("dialogs", "download", "/save"),
    tapped(
        "dialogs",
        "download of something made here",
        "link({href: URL.createObjectURL(new Blob(['x'])), download: 'planted.sh'}).click(); await pause(400);",
    ),
    linked("dialogs", "password of the server", "/password", silent=True),
    tapped(
        "dialogs",
        "alerts without end",
        "setTimeout(() => { for (let i = 0; i < 60; i++) alert('Enter your PIN') }, 0); await pause(700);",
        silent=True,
    ),
    tapped(
        "dialogs",
        "question",
        (
            "setTimeout(() => { if (confirm('Leave?')) got('agreed'); if (prompt('PIN?', '1234') "
            "!== null) got('typed') }, 0); await pause(500);"
        ),
        silent=True,
    ),
    tapped(
        "dialogs",
        "stay on this page",
        "addEventListener('beforeunload', e => { e.preventDefault(); e.returnValue = 'x' }); location = '/plain'; await pause(500);",
        silent=True,
    ),
)

WINDOWS = (
    tapped("windows", "window of a stranger", "open(S + '/open'); await pause(400);"),
    tapped("windows", "window of the list", "open(L + '/plain', 'x', 'popup,width=300,height=300'); await pause(400);"),
    tapped("windows", "windows without end", "for (let i = 0; i < 40; i++) open('about:blank', 'w' + i); await pause(400);"),
    tapped(
        "windows",
        "empty window that is turned later",
        "const w = open('about:blank'); if (w) w.location = S + '/later'; await pause(400);",
    ),
    tapped(
        "windows",
        "picture in picture window",
        "await within(documentPictureInPicture.requestWindow().then(() => got('window')).catch(() => 0));",
    ),
    Attempt("windows", "closes itself", "window.close(); await pause(300);"),
    tapped("windows", "moves and grows", "moveTo(0, 0); resizeTo(4000, 4000); await pause(300);", frame=True),
    tapped(
        "full screen",
        "covers the frame",
        "await within(document.documentElement.requestFullscreen().catch(() => 0)); await pause(400);",
        frame=True,
    ),
    tapped(
        *(
            "full screen",
            "false PIN pad",
            "await within(t.requestFullscreen().catch(() => 0)); t.innerHTML = '<h1>Staff only. PIN?</h1>'; await pause(400);",
        ),
        frame=True,
    ),
    tapped(
        "full screen",
        "takes the keys",
        (
            "await within(document.documentElement.requestFullscreen().catch(() => 0)); await "
            "within(navigator.keyboard?.lock().catch(() => 0)); await pause(300);"
        ),
        frame=True,
    ),
    tapped(
        "full screen",
        "takes the pointer",
        (
            "await within(t.requestPointerLock({unadjustedMovement: true})?.catch?.(() => 0) "
            "?? 0); await pause(300); if (document.pointerLockElement) got('pointer');"
        ),
    ),
    tapped("protocols", "becomes the program for mail", "navigator.registerProtocolHandler('mailto', L + '/?%s'); await pause(300);"),
    tapped(
        "protocols",
        "becomes a program",
        "navigator.registerProtocolHandler('web+care', L + '/?%s'); location = 'web+care:x'; await pause(300);",
    ),
)


def asks(name: str, what: str) -> Attempt:
    """Something that wants permission; it got it where the promise is kept."""
    return tapped("permissions", name, f"await within(Promise.resolve().then(() => {what}).then(x => got(x)).catch(() => 0), 900);")


PERMISSIONS = (
    asks("place", "new Promise((f, e) => navigator.geolocation.getCurrentPosition(f, e))"),
    asks(
        "notifications", ("Notification.requestPermission().then(p => { if (p !== 'granted') throw p; new Notification('x'); return p })")
    ),
    asks("camera", "navigator.mediaDevices.getUserMedia({video: true})"),
    asks("microphone", "navigator.mediaDevices.getUserMedia({audio: true})"),
    asks("screen", "navigator.mediaDevices.getDisplayMedia({video: true})"),
    asks("clipboard, reading", "navigator.clipboard.readText()"),
    asks(
        "clipboard, pasting",
        "{ const i = add('textarea', {}); i.focus(); if (!document.execCommand('paste') || !i.value) throw 0; return i.value }",
    ),
    asks("music instruments", "navigator.requestMIDIAccess({sysex: true})"),
    asks("devices by USB", "navigator.usb.requestDevice({filters: []})"),
    asks("devices by Bluetooth", "navigator.bluetooth.requestDevice({acceptAllDevices: true})"),
    asks("devices by serial line", "navigator.serial.requestPort()"),
    asks("devices by HID", "navigator.hid.requestDevice({filters: []}).then(d => { if (!d.length) throw 0; return d.length })"),
    asks("fonts of the machine", "queryLocalFonts().then(f => { if (!f.length) throw 0; return f.length })"),
    asks("idleness of the patient", "IdleDetector.requestPermission().then(p => { if (p !== 'granted') throw p; return p })"),
    asks("all screens", "getScreenDetails()"),
    asks("storage for ever", "navigator.storage.persist().then(p => { if (!p) throw p; return p })"),
    asks(
        "push messages",
        "navigator.serviceWorker.register('/script?do=1', {scope: '/push'}).then(r => r.pushManager.subscribe({userVisibleOnly: true}))",
    ),
    asks(
        "payment",
        (
            "new PaymentRequest([{supportedMethods: 'https://google.com/pay'}], {total: {label: "
            "'x', amount: {currency: 'EUR', value: '1'}}}).show()"
        ),
    ),
    asks("passkeys", "navigator.credentials.get({publicKey: {challenge: new Uint8Array(16), rpId: 'localhost'}})"),
)


def document(name: str, address: str, *acts: str) -> Attempt:
    """A PDF as large as the page, whose every place is a link."""
    shown = "style: 'position: fixed; width: 100%; height: 100%; inset: 0', onload: () => pause(900).then(() => tell('ready'))"
    return Attempt("documents", name, f"add('iframe', {{src: '/document.pdf?to={address}', {shown}}}); await pause(3500);", acts)


DOCUMENTS = (
    Attempt("certificates", "page with a bad certificate", "location = BAD + '/page'; await pause(600);"),
    Attempt("certificates", "data with a bad certificate", "await within(fetch(BAD + '/data', {mode: 'no-cors'}).catch(() => 0));"),
    Attempt("certificates", "frame with a bad certificate", "add('iframe', {src: BAD + '/frame'}); await pause(500);"),
    document("document that leads away", "' + S + '/pdf", "tap", "tap"),
    document("document that writes mail", "mailto:x@example.org", "tap"),
    document("document that opens a file", "file:///etc/passwd", "tap"),
    document("document that is printed and saved", "x", "tap", "keys -M ctrl p -m ctrl", "keys -M ctrl s -m ctrl"),
    Attempt(
        "documents",
        "document in the page's place",
        "tell('ready'); location = '/document.pdf?to=' + S + '/pdf';",
        ("tap", "tap"),
        silent=True,
    ),
    Attempt(
        "crashes",
        "crash addresses",
        (
            "for (const a of ['chrome://crash', 'chrome://kill', 'chrome://hang', 'chrome://gpucrash', "
            "'chrome://quit', 'chrome://restart', 'chrome://inducebrowsercrashforrealz']) { "
            "location = a; await pause(80) }"
        ),
    ),
    linked("crashes", "link that crashes", "chrome://gpucrash"),
)

KEYS = (
    keyed("keys", "Alt+F4", "-M alt -k F4 -m alt"),
    keyed("keys", "Ctrl+W and Ctrl+Q", "-M ctrl w -m ctrl", "-M ctrl q -m ctrl"),
    keyed("keys", "new windows and tabs", "-M ctrl n -m ctrl", "-M ctrl t -m ctrl", "-M ctrl -M shift n -m shift -m ctrl"),
    keyed("keys", "address bar and search", "-M ctrl l -m ctrl", "-M alt d -m alt", "-M ctrl k -m ctrl", "-M ctrl f -m ctrl", "-k F6"),
    keyed("keys", "source of the page", "-M ctrl u -m ctrl"),
    keyed(
        "keys",
        "developer tools",
        "-k F12",
        "-M ctrl -M shift i -m shift -m ctrl",
        "-M ctrl -M shift j -m shift -m ctrl",
        "-M ctrl -M shift c -m shift -m ctrl",
    ),
    keyed(
        "keys",
        "history, downloads, bookmarks",
        "-M ctrl h -m ctrl",
        "-M ctrl j -m ctrl",
        "-M ctrl d -m ctrl",
        "-M ctrl -M shift o -m shift -m ctrl",
    ),
    keyed("keys", "help and full screen", "-k F1", "-k F11", "-k F10", frame=True),
    keyed("keys", "caret, menu and print screen", "-k F7", "-k Menu", "-k Print", "-M shift -k F10 -m shift"),
    keyed(
        "keys",
        "Super",
        "-k Super_L",
        "-M logo d -m logo",
        "-M logo r -m logo",
        "-M logo -k Return -m logo",
        "-M logo -M shift e -m shift -m logo",
    ),
    keyed(
        "keys",
        "other windows and screens",
        "-M alt -k Tab -m alt",
        "-M ctrl -k Escape -m ctrl",
        "-M ctrl -M shift -k Escape -m shift -m ctrl",
        "-M alt -k space -m alt",
    ),
    keyed(
        "keys",
        "Ctrl+Alt with F-keys and Delete",
        "-M ctrl -M alt -k F1 -m alt -m ctrl",
        "-M ctrl -M alt -k F2 -m alt -m ctrl",
        "-M ctrl -M alt -k Delete -m alt -m ctrl",
        "-M ctrl -M alt -k BackSpace -m alt -m ctrl",
    ),
    keyed("keys", "back and forward", "-M alt -k Left -m alt", "-M alt -k Right -m alt", "-M alt -k Home -m alt"),
    keyed("keys", "larger and smaller", *["-M ctrl -k plus -m ctrl"] * 4, "-M ctrl -k minus -m ctrl", "-M ctrl 0 -m ctrl", frame=True),
    keyed(
        "keys",
        "start keys of other programs",
        "-k XF86HomePage",
        "-k XF86Mail",
        "-k XF86WWW",
        "-k XF86Explorer",
        "-k XF86Calculator",
        "-k XF86Search",
        "-k XF86PowerOff",
        "-k XF86Sleep",
    ),
)

HANDS = (
    Attempt(
        "fingers",
        "long press on a link",
        "link({href: S + '/long'}); t.onclick = e => e.preventDefault(); tell('ready'); await pause(1600);",
        ("hold",),
    ),
    Attempt(
        "fingers",
        "long press on words",
        "document.body.innerHTML = '<p id=t style=\"font-size:8em\">words words words words</p>'; tell('ready'); await pause(1600);",
        ("touch hold 50 50",),
    ),
    Attempt("fingers", "right button", "link({href: S + '/right'}); tell('ready'); await pause(700);", ("right",)),
    Attempt(
        "fingers",
        "swipe from every edge",
        "tell('ready'); await pause(900);",
        ("swipe 50 -14 50 60", "swipe 0 50 70 50", "swipe 99 50 30 50", "swipe 50 99 50 30"),
        frame=True,
    ),
    Attempt(
        "fingers",
        "touches drawn from the edges",
        "tell('ready'); await pause(900);",
        ("touch 0 50 80 50", "touch 99 50 20 50", "touch 50 0 50 80"),
        frame=True,
    ),
    Attempt(
        "fingers",
        "pinch until the frame is gone",
        "tell('ready'); await pause(900);",
        ("touch 45 45 5 5 & 55 55 95 95", "touch 45 45 5 5 & 55 55 95 95"),
        frame=True,
    ),
    Attempt(
        "fingers",
        "five fingers at once",
        "tell('ready'); await pause(700);",
        ("touch 10 50 10 5 & 30 50 30 5 & 50 50 50 5 & 70 50 70 5 & 90 50 90 5",),
        frame=True,
    ),
    Attempt(
        "fingers",
        "drags a link out",
        "link({href: S + '/drag', draggable: true}); tell('ready'); await pause(900);",
        ("swipe 50 50 5 -14", "swipe 50 50 99 99"),
    ),
)

GREED = (
    Attempt("greed", "frames without end", "for (let i = 0; i < 150; i++) add('iframe', {srcdoc: 'x'}); await pause(300);", frame=True),
    Attempt(
        "greed", "connections without end", "await within(Promise.all([...Array(400)].map(() => fetch('/plain').catch(() => 0))), 2500);"
    ),
    Attempt("greed", "history without end", "try { for (let i = 0; i < 500; i++) history.pushState({}, '', '?' + i) } catch {}"),
)

ALL = (*DIALOGS, *WINDOWS, *PERMISSIONS, *DOCUMENTS, *KEYS, *HANDS, *GREED)
