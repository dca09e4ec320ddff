import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import theme
import kiosk.controls

// A radio station to touch: its logo where there is one, and always its name.
T.AbstractButton {
    id: root

    required property int number
    required property string name
    required property string logo
    // What is on; empty where the guide does not know.
    property string title: ""
    property bool current: false
    property bool startsFocus: false
    readonly property color inkColour: current ? Theme.onAccent : Theme.ink

    focusPolicy: Qt.TabFocus
    activeFocusOnTab: true
    padding: Theme.gap
    Accessible.role: Accessible.Button
    Accessible.name: number + " " + name

    contentItem: RowLayout {
        spacing: Theme.gap

        Rectangle {
            visible: root.logo !== "" && picture.status !== Image.Error
            radius: Theme.radiusSmall
            color: Theme.plate
            Layout.preferredWidth: Theme.plateHeight
            Layout.preferredHeight: Theme.plateHeight

            Image {
                id: picture

                anchors.fill: parent
                anchors.margins: Theme.gapSmall
                source: root.logo
                asynchronous: true
                fillMode: Image.PreserveAspectFit
                sourceSize: Qt.size(width, height)
                Accessible.ignored: true
            }
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            Label {
                text: root.name
                color: root.inkColour
                font.weight: Font.DemiBold
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            Label {
                objectName: "programmeTitle"
                visible: text !== ""
                text: root.title
                color: root.inkColour
                maximumLineCount: 1
                elide: Text.ElideRight
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Theme.radiusLarge
        color: root.current ? Theme.accent : Theme.surfaceRaised
        border.color: Theme.line
        border.width: root.current ? 0 : Theme.hairline

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.inkColour
            opacity: root.down ? Theme.pressedOpacity : 0
        }
        FocusRing {
            visible: root.visualFocus
            radius: parent.radius + Theme.ring
        }
    }
}
