import QtQuick
import QtQuick.Layouts
import theme

// Less and more of something, with two large buttons and a row of marks: easier than a slider for a hand that trembles.
RowLayout {
    id: root

    required property string lessName
    required property string moreName
    required property real value
    property int marks: 10
    signal stepped(int by)

    spacing: Theme.gap

    ActionButton {
        glyph: "minus"
        horizontalPadding: Theme.gap
        Accessible.name: root.lessName
        onClicked: root.stepped(-1)
    }
    Level {
        value: root.value
        marks: root.marks
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.icon
    }
    ActionButton {
        glyph: "plus"
        horizontalPadding: Theme.gap
        Accessible.name: root.moreName
        onClicked: root.stepped(1)
    }
}
