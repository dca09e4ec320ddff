pragma ComponentBehavior: Bound
import QtQuick
import theme
import kiosk.controls
import kiosk.tv

// Every channel in a row that follows the finger; the current one is brought into the middle.
ListView {
    id: root

    required property Television television
    // What is on, under each channel, where there is room for it and the guide knows of any.
    property bool titled: false
    property int plateHeight: Theme.plateHeight
    readonly property int titleHeight: Math.ceil(Theme.caption * Theme.lineSpacing)

    orientation: ListView.Horizontal
    layoutDirection: Qt.LeftToRight
    spacing: Theme.gap
    implicitHeight: plateHeight + (titled ? titleHeight + Theme.gapSmall : 0)
    model: television.channels
    currentIndex: television.position
    highlightFollowsCurrentItem: true
    highlightMoveDuration: Theme.fade
    highlightResizeDuration: 0
    preferredHighlightBegin: (width - Theme.plateWidth) / 2
    preferredHighlightEnd: (width + Theme.plateWidth) / 2
    highlightRangeMode: ListView.ApplyRange
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    onMovementStarted: television.touchOverlay()

    delegate: Item {
        id: cell

        required property int index
        required property int number
        required property string name
        required property string logo
        required property string title

        width: Theme.plateWidth
        height: root.height

        ChannelPlate {
            id: plate

            plateHeight: root.plateHeight
            number: cell.number
            name: cell.name
            logo: cell.logo
            current: cell.index === root.television.position
            startsFocus: current
            onClicked: root.television.choose(cell.index)
            // The keyboard's focus brings what it stands on into view.
            onActiveFocusChanged: if (activeFocus)
                root.positionViewAtIndex(cell.index, ListView.Contain)
        }
        Label {
            objectName: "programmeTitle"
            anchors.top: plate.bottom
            anchors.topMargin: Theme.gapSmall
            width: parent.width
            height: root.titleHeight
            visible: root.titled && text !== ""
            text: cell.title
            color: Theme.inkSoft
            font.pixelSize: Theme.caption
            maximumLineCount: 1
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
        }
    }

    // Bring the current channel into the middle at once; sizes and direction may have changed since it was last there.
    function centre(): void {
        root.positionViewAtIndex(root.currentIndex, ListView.Center);
    }
}
