pragma ComponentBehavior: Bound
import QtQuick
import theme
import kiosk.controls

// The lineup's groups, one of which may be chosen; touched again it is let go.
ListView {
    id: root

    required property list<string> groups
    required property string group
    signal chosen(string group)

    orientation: ListView.Horizontal
    spacing: Theme.gap
    model: groups
    implicitHeight: Math.max(Theme.target, Math.ceil(Theme.body * Theme.lineSpacing) + 2 * Theme.gapSmall)
    boundsBehavior: Flickable.StopAtBounds
    clip: contentWidth > width

    delegate: ActionButton {
        id: button

        required property string modelData
        required property int index

        text: modelData
        height: root.height
        chosen: root.group === modelData
        glyph: chosen ? "check" : ""
        Accessible.checkable: true
        Accessible.checked: chosen
        onClicked: root.chosen(modelData)
        // The keyboard's focus brings what it stands on into view.
        onActiveFocusChanged: if (activeFocus)
            root.positionViewAtIndex(index, ListView.Contain)
    }
}
