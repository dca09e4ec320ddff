import QtQuick
import QtQuick.Layouts
import theme
import kiosk.guide
import kiosk.search

// Ways to find a channel in the guide: the search, and the groups of the lineup.
RowLayout {
    id: root

    required property Selection selection
    signal searchRequested

    spacing: Theme.gap

    SearchButton {
        onClicked: root.searchRequested()
    }
    GroupButtons {
        groups: root.selection.groups
        group: root.selection.group
        onChosen: group => root.selection.choose(group)
        Layout.fillWidth: true
    }
}
