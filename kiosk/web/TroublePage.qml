import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.web

// In the place of a page that did not come: what happened in plain words, and the next step.
Rectangle {
    id: root

    required property Visit visit

    color: Theme.background

    // A touch on it does not reach the page below.
    MouseArea {
        anchors.fill: parent
    }

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 6 * Theme.plateWidth)
        spacing: Theme.gapLarge

        Glyph {
            name: root.glyphOf(root.visit.trouble)
            size: Theme.iconLarge
            tint: Theme.inkSoft
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        Heading {
            text: root.titleOf(root.visit.trouble)
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Label {
            text: root.wordsOf(root.visit.trouble)
            color: Theme.inkSoft
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.gapLarge
            uniformCellSizes: true
            Layout.alignment: Qt.AlignHCenter

            ActionButton {
                visible: root.visit.hasPage
                text: qsTr("Back to the page")
                glyph: "arrow-left"
                prominent: true
                Layout.fillWidth: true
                onClicked: root.visit.dismiss()
            }
            ActionButton {
                visible: !root.visit.hasPage
                text: qsTr("Try again")
                glyph: "rotate-cw"
                prominent: true
                Layout.fillWidth: true
                onClicked: root.visit.startAnew()
            }
            ActionButton {
                text: qsTr("Leave")
                glyph: "house"
                Layout.fillWidth: true
                onClicked: root.visit.goHome()
            }
        }
    }

    function glyphOf(trouble: int): string {
        switch (trouble) {
        case Visit.Trouble.NotAllowed:
            return "hand";
        case Visit.Trouble.Offline:
            return "unplug";
        case Visit.Trouble.Certificate:
            return "shield-check";
        default:
            return "info";
        }
    }

    function titleOf(trouble: int): string {
        switch (trouble) {
        case Visit.Trouble.NotAllowed:
            return qsTr("This page cannot be opened here");
        case Visit.Trouble.Offline:
            return qsTr("The page does not answer right now");
        case Visit.Trouble.Certificate:
            return qsTr("This page is not safe to use");
        case Visit.Trouble.TooLarge:
            return qsTr("The page became too large");
        default:
            return qsTr("The page stopped");
        }
    }

    function wordsOf(trouble: int): string {
        switch (trouble) {
        case Visit.Trouble.NotAllowed:
            return qsTr("It does not belong to this service. Everything else here works as before.");
        case Visit.Trouble.Offline:
            return qsTr("Television and radio still work. Try again in a while.");
        case Visit.Trouble.Certificate:
            return qsTr("It could not show that it is the right one, so it was not opened. Please tell the staff.");
        case Visit.Trouble.TooLarge:
            return qsTr("It needed more memory than there is, and was closed. Television and radio still work.");
        default:
            return qsTr("It was closed. You can open it again.");
        }
    }
}
