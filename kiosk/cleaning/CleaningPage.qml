pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.cleaning
import kiosk.controls

// Locked for cleaning: what to do, how long it still takes, and that it ends by itself. Nothing here can be touched.
Rectangle {
    id: root

    required property Cleaning cleaning
    readonly property list<string> usual: [qsTr("Wipe the screen, the edges and the back with a disinfectant wipe."), qsTr("Leave it wet until the time is up."), qsTr("Do not dry it with a cloth.")]
    readonly property list<string> steps: cleaning.steps.length > 0 ? cleaning.steps : usual

    // What cannot be touched cannot be scrolled either: beyond this size not all of it would be in sight.
    readonly property real fit: Math.min(1, (steps.length > 3 ? 1 : 1.4) / Theme.textScale)

    color: Theme.background
    Accessible.role: Accessible.StaticText
    Accessible.name: title.text

    MouseArea {
        anchors.fill: parent
    }

    GridLayout {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        columns: 2
        columnSpacing: 2 * Theme.gapLarge

        ColumnLayout {
            spacing: Theme.gapLarge
            Layout.preferredWidth: parent.width * 2 / 5

            Glyph {
                name: "spray-can"
                size: Theme.iconLarge
                tint: Theme.accent
                Layout.alignment: Qt.AlignHCenter
            }
            Label {
                text: root.cleaning.time
                font.pixelSize: Theme.display * 2 / Theme.textScale
                font.weight: Font.DemiBold
                color: Theme.accent
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            Level {
                value: root.cleaning.whole > 0 ? root.cleaning.seconds / root.cleaning.whole : 0
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gapLarge
                Layout.rightMargin: Theme.gapLarge
                Layout.preferredHeight: Theme.gapLarge
            }
        }
        ColumnLayout {
            spacing: Theme.gap
            Layout.fillWidth: true

            Heading {
                id: title

                text: qsTr("Screen locked for cleaning")
                font.pixelSize: Theme.title * root.fit
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.gap
            }
            Repeater {
                model: root.steps

                RowLayout {
                    id: step

                    required property int index
                    required property string modelData

                    spacing: Theme.gap
                    Layout.fillWidth: true

                    Label {
                        text: Qt.locale().toString(step.index + 1) + "."
                        font.pixelSize: Theme.body * root.fit
                        font.weight: Font.DemiBold
                        color: Theme.accent
                        Layout.alignment: Qt.AlignBaseline
                    }
                    Label {
                        text: step.modelData
                        font.pixelSize: Theme.body * root.fit
                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignBaseline
                    }
                }
            }
            Label {
                text: qsTr("Afterwards the tablet is ready for the next person by itself.")
                font.pixelSize: Theme.body * root.fit
                color: Theme.inkSoft
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
            }
        }
    }
}
