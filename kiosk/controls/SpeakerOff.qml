import QtQuick
import QtQuick.Layouts
import theme

// Says why nothing is heard, and what to do about it.
RowLayout {
    spacing: Theme.gap

    Glyph {
        name: "volume-x"
        Layout.alignment: Qt.AlignTop
    }
    Label {
        //: The hospital lets only headphones be heard at this hour.
        text: qsTr("Quiet time: plug in headphones to listen.")
        Layout.fillWidth: true
    }
}
