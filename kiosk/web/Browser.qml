import QtQuick
import QtWebEngine
import theme
import kiosk.web

// The page. Everything that it asks of a browser is answered here; what needs a decision asks the visit.
WebEngineView {
    id: root

    required property Visit visit
    required property real zoom
    required property bool night
    property bool onItsWay: false
    // The engine loses a page that is asked for while the empty one is still on its way: it waits here until that has come.
    property bool stands: false
    property url wanted
    // The one question of a page that waits for its answer.
    property JavaScriptDialogRequest dialog: null
    property var capture

    zoomFactor: root.zoom
    audioMuted: root.visit.silent
    // What pages without a colour of their own are made for; before there is one, and by night, the frame's.
    backgroundColor: root.visit.name === "" || root.night ? Theme.background : Theme.page
    url: "about:blank"

    settings.allowWindowActivationFromJavaScript: false
    settings.autoLoadIconsForPage: false
    settings.dnsPrefetchEnabled: false
    settings.errorPageEnabled: false
    settings.forceDarkMode: root.night
    settings.fullScreenSupportEnabled: true
    settings.hyperlinkAuditingEnabled: false
    settings.javascriptCanAccessClipboard: false
    settings.javascriptCanOpenWindows: true
    settings.javascriptCanPaste: false
    settings.localContentCanAccessFileUrls: false
    settings.localContentCanAccessRemoteUrls: false
    settings.navigateOnDropEnabled: false
    settings.pdfViewerEnabled: true
    settings.playbackRequiresUserGesture: true
    settings.pluginsEnabled: true
    settings.screenCaptureEnabled: false
    settings.touchIconsEnabled: false
    settings.unknownUrlSchemePolicy: WebEngineSettings.DisallowUnknownUrlSchemes
    settings.webGLEnabled: false
    settings.webRTCPublicInterfacesOnly: true

    onNavigationRequested: request => {
        if (root.visit.mayGo(request.url, request.isMainFrame))
            request.accept();
        else {
            root.tellWhatStays();
            request.reject();
        }
    }
    onNewWindowRequested: request => {
        if (root.visit.mayOpen(request.requestedUrl))
            root.url = request.requestedUrl;
    }
    onLoadingChanged: info => {
        switch (info.status) {
        case WebEngineView.LoadStartedStatus:
            root.onItsWay = info.url.toString() !== "about:blank";
            root.visit.asking.began();
            break;
        case WebEngineView.LoadSucceededStatus:
            root.onItsWay = false;
            root.visit.came(info.url, info.errorCode);
            root.zoomFactor = root.zoom;
            break;
        case WebEngineView.LoadFailedStatus:
            root.onItsWay = false;
            root.visit.failed(info.errorCode);
            break;
        default:
            root.onItsWay = false;
            root.tellWhatStays();
        }
        if (info.status !== WebEngineView.LoadStartedStatus && !root.stands)
            Qt.callLater(root.stand);
    }
    onCertificateError: error => {
        error.rejectCertificate();
        if (error.isMainFrame)
            root.visit.refusedCertificate();
    }
    onRenderProcessTerminated: root.visit.crashed()
    onRecentlyAudibleChanged: recentlyAudible => {
        if (recentlyAudible)
            root.visit.sound.heard();
    }

    onJavaScriptDialogRequested: request => {
        request.accepted = true;
        if (request.type === JavaScriptDialogRequest.DialogTypeBeforeUnload) {
            request.dialogAccept();
            return;
        }
        const kinds = [Asking.Question.Alert, Asking.Question.Confirm, Asking.Question.Prompt];
        if (root.visit.asking.mayAsk(kinds[request.type], request.message, request.defaultText))
            root.dialog = request;
        else
            request.dialogReject();
    }
    onPermissionRequested: permission => {
        const camera = permission.permissionType === WebEnginePermission.PermissionType.MediaVideoCapture;
        const microphone = permission.permissionType === WebEnginePermission.PermissionType.MediaAudioCapture;
        const both = permission.permissionType === WebEnginePermission.PermissionType.MediaAudioVideoCapture;
        if ((camera || microphone || both) && root.visit.asking.mayCapture(camera || both, microphone || both))
            root.capture = permission;
        else
            permission.deny();
    }
    onFullScreenRequested: request => request.accept()
    onContextMenuRequested: request => request.accepted = true
    onTouchSelectionMenuRequested: request => request.accepted = true
    onTooltipRequested: request => request.accepted = true
    onAuthenticationDialogRequested: request => {
        request.accepted = true;
        request.dialogReject();
    }
    onColorDialogRequested: request => {
        request.accepted = true;
        request.dialogReject();
    }
    onFileDialogRequested: request => {
        request.accepted = true;
        request.dialogReject();
    }
    onFileSystemAccessRequested: request => request.reject()
    onRegisterProtocolHandlerRequested: request => request.reject()
    onDesktopMediaRequested: request => request.cancel()
    onWebAuthUxRequested: request => request.cancel()
    onSelectClientCertificate: selection => selection.selectNone()
    onQuotaRequested: request => request.reject()
    // Nobody prints, closes or moves a window, and what a page says to its makers is nobody's business.
    onPrintRequested: {}
    onPrintRequestedByFrame: {}
    onWindowCloseRequested: {}
    onGeometryChangeRequested: {}
    onJavaScriptConsoleMessage: {}

    function stand() {
        root.stands = true;
        if (root.wanted.toString() !== "")
            root.url = root.wanted;
    }

    // A page that was left before all of it had come is a page all the same. The history holds what was there, not what was asked for.
    function tellWhatStays() {
        if (root.history.items.rowCount() > 1)
            root.visit.stays();
    }

    // Whether there is a page before this one; the empty one that a visit waits with is none.
    function leadsBack(): bool {
        const before = root.history.backItems;
        return before.rowCount() > 0 && before.data(before.index(0, 0), Qt.UserRole).toString() !== "about:blank";
    }

    Connections {
        target: root.visit

        function onGoing(address: url) {
            if (root.stands)
                root.url = address;
            else
                root.wanted = address;
        }
        function onEndPage() {
            root.visit.end(root.renderProcessPid);
        }
    }
    Connections {
        target: root.visit.asking

        function onAnswered(agreed: bool, text: string) {
            const dialog = root.dialog;
            const capture = root.capture;
            root.dialog = null;
            root.capture = undefined;
            if (dialog !== null && agreed)
                dialog.dialogAccept(text);
            else if (dialog !== null)
                dialog.dialogReject();
            if (capture !== undefined && agreed)
                capture.grant();
            else if (capture !== undefined)
                capture.deny();
        }
    }
}
