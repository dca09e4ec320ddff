import QtQuick
import theme
import kiosk.controls

// A word about a programme: live, repeat, from which age.
Rectangle {
    id: root

    required property string text

    visible: text !== ""
    width: word.implicitWidth + 2 * Theme.gap
    height: word.implicitHeight + Theme.gapSmall
    radius: Theme.radiusSmall
    color: "transparent"
    border.color: Theme.line
    border.width: Theme.hairline

    Label {
        id: word

        anchors.centerIn: parent
        text: root.text
        font.pixelSize: Theme.caption
        font.weight: Font.DemiBold
        wrapMode: Text.NoWrap
    }
}
