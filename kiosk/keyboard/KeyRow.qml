pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme

// Letters side by side, all of one width.
Repeater {
    id: root

    signal typed(string letter)

    KeyCap {
        required property string modelData

        text: modelData
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: Theme.target
        onTyped: root.typed(modelData)
    }
}
