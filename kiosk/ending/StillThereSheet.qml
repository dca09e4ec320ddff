pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.ending

// Asks whether somebody is still there, over whatever is shown. A touch anywhere, or any key, is the answer.
Question {
    id: root

    required property StillThere stillThere
    readonly property string warning: stillThere.seconds > 0
        //: Seconds that are counted down
        ? qsTr("This tablet will be cleared in %n second(s).", "", stillThere.seconds) : qsTr("This tablet is being cleared.")

    title: qsTr("Are you still there?")
    Accessible.name: title + " " + warning

    // Equally large at every text size, so that all of it is in sight: a touch would answer, not scroll.
    Label {
        text: root.stillThere.seconds
        font.pixelSize: Theme.display * 2 / Theme.textScale
        font.weight: Font.DemiBold
        color: Theme.accent
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Layout.fillWidth: true
        Layout.preferredHeight: font.pixelSize
        Accessible.ignored: true
    }
    Label {
        text: root.warning
        Layout.fillWidth: true
    }
    Label {
        visible: Theme.textScale < 1.5
        text: qsTr("Touch the screen anywhere to go on.")
        Layout.fillWidth: true
    }

    answers: ActionButton {
        text: qsTr("I am still here")
        glyph: "hand"
        prominent: true
        textSize: Theme.title
        Layout.fillWidth: true
        Layout.preferredHeight: Math.max(Theme.startHeight, implicitHeight)
        onClicked: root.stillThere.stop()
    }
}
