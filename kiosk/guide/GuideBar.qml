import QtQuick
import theme
import kiosk.controls
import kiosk.guide

// The head of the guide: Home at the leading edge, then where in time one looks. Wraps where it is too long for one line.
Item {
    id: root

    required property Guide guide
    required property string time
    required property bool overTelevision
    signal homeRequested
    signal closed

    implicitHeight: buttons.implicitHeight

    DayWords {
        id: words
    }

    Flow {
        id: buttons

        anchors.left: parent.left
        anchors.right: clock.visible ? clock.left : parent.right
        anchors.rightMargin: clock.visible ? Theme.gapLarge : 0
        spacing: Theme.gap

        ActionButton {
            text: qsTr("Home")
            glyph: "house"
            onClicked: root.homeRequested()
        }
        ActionButton {
            text: words.of(root.guide.calendar.edgeDay, root.guide.calendar.edgeDate)
            glyph: "calendar-days"
            onClicked: root.guide.openDays()
        }
        ActionButton {
            text: qsTr("Now")
            onClicked: root.guide.jumpToNow()
        }
        ActionButton {
            text: qsTr("Tonight")
            onClicked: root.guide.jumpToTonight()
        }
        ActionButton {
            visible: root.overTelevision
            text: qsTr("Close")
            glyph: "x"
            onClicked: root.closed()
        }
    }

    // At the largest text the buttons need its room; the line of now says what time it is.
    ClockText {
        id: clock

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: Theme.textScale < 1.5
        time: root.time
    }
}
