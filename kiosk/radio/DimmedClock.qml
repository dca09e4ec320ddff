import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls

// While the radio plays on: the time and the station, dim enough to sleep by.
Rectangle {
    id: root

    required property string time
    required property string station

    color: Theme.veil

    ColumnLayout {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        opacity: Theme.dimmedOpacity
        spacing: Theme.gapLarge

        ClockText {
            time: root.time
            font.pixelSize: Theme.display * 2
            color: Theme.plate
            Layout.alignment: Qt.AlignHCenter
        }
        Label {
            text: root.station
            color: Theme.plate
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
