pragma ComponentBehavior: Bound
import QtQuick
import theme
import kiosk.controls
import kiosk.guide

// The hours over the grid, which go along with it.
Item {
    id: root

    required property Grid grid
    required property real lead
    required property real pace
    required property int now
    readonly property int tick: 1800
    readonly property real step: tick * pace
    readonly property int firstTick: Math.floor(lead / step)

    objectName: "goesAlong"
    implicitHeight: Math.ceil(Theme.body * Theme.lineSpacing) + Theme.gapSmall
    clip: true

    Repeater {
        model: Math.ceil(root.width / root.step) + 1

        Label {
            required property int index
            readonly property int place: root.firstTick + index
            readonly property real at: place * root.step - root.lead

            text: root.timeAt(place * root.tick, root.grid.revision)
            color: Theme.inkSoft
            wrapMode: Text.NoWrap
            verticalAlignment: Text.AlignVCenter
            height: root.height
            x: root.grid.mirrored ? root.width - at - implicitWidth - Theme.gapSmall : at + Theme.gapSmall
            Accessible.ignored: true

            Rectangle {
                x: root.grid.mirrored ? parent.width + Theme.gapSmall : -Theme.gapSmall
                width: Theme.hairline
                height: parent.height
                color: Theme.line
            }
        }
    }

    // Where now is, at the head of its line.
    Rectangle {
        readonly property real at: root.now * root.pace - root.lead

        anchors.bottom: parent.bottom
        x: (root.grid.mirrored ? root.width - at : at) - width / 2
        width: Theme.gap
        height: Theme.gap
        radius: width / 2
        color: Theme.accent
        Accessible.ignored: true
    }

    // The revision is not needed to tell the time, but says when it must be told anew.
    function timeAt(moment: int, revision: int): string {
        return revision >= 0 ? grid.clockAt(moment) : "";
    }
}
