import QtQuick
import theme

// Shows, at the trailing edge of what scrolls, that there is more and where one is.
Rectangle {
    id: root

    required property Flickable flickable
    readonly property real shown: flickable.visibleArea.heightRatio

    parent: flickable
    anchors.right: parent.right
    y: flickable.visibleArea.yPosition * flickable.height
    width: Theme.gapSmall
    height: shown * flickable.height
    radius: width / 2
    color: Theme.line
    visible: shown < 1
    Accessible.ignored: true
}
