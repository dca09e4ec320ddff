pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import kiosk.controls
import kiosk.guide

// The days that the guide knows.
Sheet {
    id: root

    required property Guide guide

    title: qsTr("Day")
    onClosed: guide.closePanel()

    DayWords {
        id: words
    }

    Repeater {
        model: root.guide.calendar.days

        ActionButton {
            required property string modelData
            required property int index

            text: words.of(index, modelData)
            chosen: index === root.guide.calendar.edgeDay
            Layout.fillWidth: true
            onClicked: root.guide.jumpToDay(index)
        }
    }
}
