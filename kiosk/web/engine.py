"""The engine's own side of a visit: its switches, its profile, and the guard over every single request."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor
from PySide6.QtWebEngineQuick import QQuickWebEngineProfile

from flexcare.session.page_volume import OF_A_VISIT
from kiosk.web.address import written
from kiosk.web.rules import PDF_VIEWER, Rules

_Type = QWebEngineUrlRequestInfo.ResourceType
PAGES = {_Type.ResourceTypeMainFrame, _Type.ResourceTypeNavigationPreloadMainFrame}
FRAMES = {_Type.ResourceTypeSubFrame, _Type.ResourceTypeNavigationPreloadSubFrame}

UNUSED = (
    *("AutofillServerCommunication", "DigitalGoodsApi", "DirectSockets", "IdleDetection", "MediaRouter"),
    *("OptimizationHints", "PaymentRequest", "Translate", "WebBluetooth", "WebNFC", "WebOTP", "WebUSB"),
)
"""Parts of the engine that nobody at a bed needs."""
SWITCHES = (
    # What a browser does by itself and a visit has no use for.
    *("--disable-background-networking", "--disable-breakpad", "--disable-component-update", "--disable-default-apps"),
    *("--disable-domain-reliability", "--disable-notifications", "--disable-speech-api", "--disable-sync", "--no-pings"),
    *("--disable-search-engine-choice-screen", "--no-first-run", "--no-service-autorun"),
    # Calls reach a relay through the proxy, and nobody learns of an address inside the hospital.
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    # Whatever a page may not have is not there to be found.
    f"--disable-features={','.join(UNUSED)}",
    # Its log would name addresses.
    *("--disable-logging", "--log-level=3"),
)
UNWANTED_VARIABLES = (
    *("QTWEBENGINE_CHROMIUM_FLAGS", "QTWEBENGINE_DISABLE_SANDBOX", "QTWEBENGINE_REMOTE_DEBUGGING", "QTWEBENGINE_CHROMIUM_EXECUTABLE"),
    *("QTWEBENGINEPROCESS_PATH", "QTWEBENGINE_RESOURCES_PATH", "QTWEBENGINE_LOCALES_PATH", "QTWEBENGINE_DICTIONARIES_PATH"),
    *("QML_DISK_CACHE_PATH", "QT_LOGGING_RULES", "QT_LOGGING_CONF", "SSLKEYLOGFILE", "CHROME_HEADLESS", "CHROMIUM_FLAGS"),
)
"""What would change the engine from outside."""


def prepare_engine(environment: MutableMapping[str, str], language: str, proxy: str) -> None:
    """Set the engine's switches. To be called before the application object is made.

    language: as in BCP 47, with its country, so that pages write days and times as they do there.
    proxy: `host:port` of the only way out, for loopback addresses too; "" goes out directly.
    """
    for name in UNWANTED_VARIABLES:
        environment.pop(name, None)
    ways = [f"--proxy-server=http://{proxy}", "--proxy-bypass-list=<-loopback>"] if proxy else ["--no-proxy-server"]
    environment.update(OF_A_VISIT)
    environment["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join((*SWITCHES, *ways, f"--lang={language}"))


class Guard(QWebEngineUrlRequestInterceptor):
    """Looks at every request of every page, frame and worker, and at what each redirect leads to. Refuses what is not allowed."""

    def __init__(self, rules: Callable[[], Rules], refused: Callable[[], None], parent: QObject | None = None) -> None:
        """`rules` gives those of this moment; `refused` hears of each page that was refused."""
        super().__init__(parent)
        self._rules = rules
        self._refused = refused

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Called by the engine in the main thread before anything is sent."""
        rules = self._rules()
        address, kind = written(info.requestUrl()), info.resourceType()
        if kind in PAGES:
            # The PDF viewer is asked for as a page, inside the page that is a PDF; to go there a page has to ask `Visit.mayGo`.
            allowed = rules.may_visit(address) or address.startswith(PDF_VIEWER)
            if not allowed:
                self._refused()
        elif kind in FRAMES:
            allowed = rules.may_frame(address)
        else:
            allowed = rules.may_load(address)
        info.block(not allowed)


def take_profile(profile: QQuickWebEngineProfile, guard: Guard, languages: Sequence[str]) -> None:
    """Make a profile forget: it keeps nothing, learns nothing and asks nobody. Pages are told of `languages`, in order."""
    assert profile.isOffTheRecord()
    profile.setHttpCacheType(QQuickWebEngineProfile.HttpCacheType.MemoryHttpCache)
    profile.setPersistentCookiesPolicy(QQuickWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
    profile.setPersistentPermissionsPolicy(QQuickWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime)
    profile.setSpellCheckEnabled(False)
    profile.setPushServiceEnabled(False)
    profile.setHttpAcceptLanguage(",".join(dict.fromkeys((*languages, "en"))))
    profile.setUrlRequestInterceptor(guard)
