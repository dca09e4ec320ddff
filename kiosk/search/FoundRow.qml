import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import theme
import kiosk.controls

// One result: a channel by number and name, or a programme with its channel, day and time.
T.AbstractButton {
    id: root

    required property int number
    required property string name
    required property string title
    required property int day
    required property string date
    required property string times
    required property string until
    required property bool on
    required property bool radio
    readonly property bool programme: title !== ""
    // What a screen reader says, and what stands on the row.
    readonly property string first: programme ? title : name
    readonly property string second: programme ? root.name + " · " + root.moment() : qsTr("Channel %1").arg(root.number)

    focusPolicy: Qt.TabFocus
    activeFocusOnTab: true
    horizontalPadding: Theme.gapLarge
    verticalPadding: Theme.gapSmall
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    Accessible.role: Accessible.Button
    Accessible.name: first + ", " + second

    contentItem: RowLayout {
        spacing: Theme.gapLarge

        Heading {
            visible: !root.programme
            text: root.number
            color: Theme.accent
            font.pixelSize: Theme.body
            Layout.minimumWidth: Theme.icon
            Accessible.ignored: true
        }
        Glyph {
            visible: root.programme
            name: root.on ? "play" : "list"
            tint: Theme.accent
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            Label {
                text: root.first
                font.weight: Font.DemiBold
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            Label {
                visible: root.programme
                text: root.second
                color: Theme.inkSoft
                font.pixelSize: Theme.caption
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
        Label {
            visible: root.on || !root.programme
            text: root.radio ? qsTr("Listen") : qsTr("Watch")
            color: Theme.accent
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: Theme.surfaceRaised
        border.color: Theme.line
        border.width: Theme.hairline

        // The pressed state is on screen in the frame of the touch: no animation here.
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

    function moment(): string {
        if (root.on)
            return qsTr("now, until %1").arg(root.until);
        switch (root.day) {
        case 0:
            //: A time of day, as 21:00–21:30
            return qsTr("today %1").arg(root.times);
        case 1:
            return qsTr("tomorrow %1").arg(root.times);
        default:
            return root.date + " " + root.times;
        }
    }
}
