pragma ComponentBehavior: Bound
import QtQuick
import theme
import kiosk.controls
import kiosk.tv

// Every channel in a row that follows the finger; the current one is brought into the middle.
ListView {
    id: root

    required property Television television

    orientation: ListView.Horizontal
    layoutDirection: Qt.LeftToRight
    spacing: Theme.gap
    implicitHeight: Theme.plateHeight
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

    delegate: ChannelPlate {
        id: plate

        required property int index

        current: index === root.television.position
        startsFocus: current
        onClicked: root.television.choose(index)
        // The keyboard's focus brings what it stands on into view.
        onActiveFocusChanged: if (activeFocus)
            root.positionViewAtIndex(index, ListView.Contain)
    }
}
