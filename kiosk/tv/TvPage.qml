import QtQuick
import QtMultimedia
import theme
import kiosk.guide
import kiosk.player
import kiosk.tv

// Television: the picture fills the screen; a tap shows the overlay, a swipe up or down zaps.
Item {
    id: root

    required property Television television
    required property Favourites favourites
    required property Player player
    required property string time
    required property bool guideOffered
    readonly property bool lost: player.state === Player.State.Lost || player.state === Player.State.Recovering
    signal homeRequested
    signal comfortRequested
    signal guideRequested

    // Easy mode has a picture of its own.
    onEnabledChanged: if (enabled)
        player.videoSink = picture.videoSink

    Rectangle {
        anchors.fill: parent
        color: Theme.veil
    }

    VideoOutput {
        id: picture

        // The picture's own shape, which its pixels do not tell where they are not square.
        anchors.centerIn: parent
        width: Math.min(parent.width, parent.height * root.player.aspect)
        height: width / root.player.aspect
        fillMode: VideoOutput.Stretch
        visible: root.player.hasPicture
        Accessible.role: Accessible.Graphic
        Accessible.name: root.television.name
        Component.onCompleted: if (root.enabled)
            root.player.videoSink = picture.videoSink
    }

    // One finger, judged when it leaves: however fast it was, where it began and where it ended are known.
    MouseArea {
        property point began

        anchors.fill: parent
        onPressed: mouse => began = Qt.point(mouse.x, mouse.y)
        onReleased: mouse => {
            const up = began.y - mouse.y;
            const sideways = Math.abs(mouse.x - began.x);
            if (Math.abs(up) >= Theme.swipe && Math.abs(up) > sideways)
                root.television.zap(up > 0 ? 1 : -1);
            else if (sideways < Theme.swipe)
                root.television.toggleOverlay();
        }
    }

    Opening {
        anchors.centerIn: parent
        shown: root.player.state === Player.State.Opening
    }

    NoSignal {
        anchors.fill: parent
        visible: root.lost
        several: root.television.several
        bottomInset: root.television.overlayShown ? overlay.panelHeight : 0
        onNextRequested: root.television.zap(1)
    }

    ZapBanner {
        television: root.television
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
    }

    TvOverlay {
        id: overlay

        anchors.fill: parent
        television: root.television
        favourites: root.favourites
        player: root.player
        time: root.time
        guideOffered: root.guideOffered
        onHomeRequested: root.homeRequested()
        onComfortRequested: root.comfortRequested()
        onGuideRequested: root.guideRequested()
    }

    TypedNumber {
        television: root.television
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Theme.margin
    }
}
