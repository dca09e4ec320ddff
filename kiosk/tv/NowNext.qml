import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.guide

// What is on this channel now with how much of it is over, and what follows.
ColumnLayout {
    id: root

    required property Airing airing
    // The title alone, where there is no room for more.
    property bool brief: false

    spacing: 0

    RowLayout {
        visible: root.airing.title !== ""
        spacing: Theme.gap
        Layout.fillWidth: true

        Label {
            objectName: "programmeTitle"
            text: root.airing.title
            font.weight: Font.DemiBold
            maximumLineCount: 1
            elide: Text.ElideRight
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        AiringBar {
            visible: !root.brief
            progress: root.airing.progress
        }
        Item {
            visible: !root.brief
            Layout.fillWidth: true
        }
    }
    Label {
        objectName: "programmeTitle"
        visible: !root.brief
        text: root.line()
        color: Theme.inkSoft
        maximumLineCount: 1
        elide: Text.ElideRight
        Layout.fillWidth: true
    }

    function line(): string {
        //: %1 is the title of the programme that follows, %2 the time of day when it begins
        const next = airing.nextTitle === "" ? "" : qsTr("Next: %1 %2").arg(airing.nextTitle).arg(airing.nextTime);
        return [airing.times, next].filter(part => part !== "").join("   ");
    }
}
