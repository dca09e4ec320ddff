import QtQuick
import QtQuick.Layouts
import theme

// The head of every page but Welcome: Home at the leading edge, the page's name, the time.
RowLayout {
    id: root

    required property string title
    required property string time
    signal homeRequested

    spacing: Theme.gapLarge

    ActionButton {
        text: qsTr("Home")
        glyph: "house"
        onClicked: root.homeRequested()
    }
    Heading {
        text: root.title
        Layout.fillWidth: true
    }
    ClockText {
        time: root.time
    }
}
