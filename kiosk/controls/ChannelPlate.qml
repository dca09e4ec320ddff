import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import theme

// A channel to touch: its logo on a plate that suits light and dark logos, or its number and name set well.
T.AbstractButton {
    id: root

    required property int number
    required property string name
    required property string logo
    property bool current: false
    property bool startsFocus: false
    // The name under the logo, where there is room for it.
    property bool named: false
    property int plateHeight: Theme.plateHeight
    readonly property bool pictured: logo !== "" && picture.status !== Image.Error

    focusPolicy: Qt.TabFocus
    activeFocusOnTab: true
    implicitWidth: Theme.plateWidth
    implicitHeight: root.plateHeight + (named ? caption.implicitHeight + Theme.gapSmall : 0)
    Accessible.role: Accessible.Button
    Accessible.name: root.number + " " + root.name

    contentItem: Item {
        Image {
            id: picture

            visible: root.pictured
            source: root.logo
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            sourceSize: Qt.size(width, height)
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.gapSmall
            width: parent.width - 2 * Theme.gap
            height: root.plateHeight - 2 * Theme.gapSmall
            Accessible.ignored: true
        }
        ColumnLayout {
            visible: !root.pictured
            y: Theme.gapSmall
            width: parent.width
            height: root.plateHeight - 2 * Theme.gapSmall
            spacing: 0

            Label {
                text: root.number
                color: root.current ? Theme.onAccent : Theme.ink
                font.weight: Font.DemiBold
                font.pixelSize: Theme.body
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            Label {
                visible: !root.named
                text: root.name
                color: root.current ? Theme.onAccent : Theme.ink
                font.pixelSize: Theme.caption
                fontSizeMode: Text.Fit
                minimumPixelSize: Theme.caption / 2
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignTop
                Layout.fillWidth: true
                Layout.fillHeight: true
                Accessible.ignored: true
            }
        }
        Label {
            id: caption

            visible: root.named
            text: root.name
            y: root.plateHeight + Theme.gapSmall
            width: parent.width
            font.pixelSize: Theme.caption
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }

    background: Item {
        Rectangle {
            width: parent.width
            height: root.plateHeight
            radius: Theme.radiusSmall
            color: root.pictured ? Theme.plate : root.current ? Theme.accent : Theme.surfaceRaised
            border.color: root.current ? Theme.accent : Theme.line
            border.width: root.current ? Theme.ring * 2 : Theme.hairline

            Rectangle {
                anchors.fill: parent
                radius: parent.radius
                color: Theme.ink
                opacity: root.down ? Theme.pressedOpacity : 0
            }
            FocusRing {
                visible: root.visualFocus
            }
        }
    }
}
