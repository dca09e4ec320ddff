import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import theme
import kiosk.controls
import kiosk.guide

// One tile of Home: an icon, a word, and what it holds now.
T.AbstractButton {
    id: root

    required property string glyph
    property string note: ""
    // What is on now, until when, and how much of it is over; empty where that is not known.
    property string programme: ""
    property string until: ""
    property real progress: 0
    property bool prominent: false
    // The icon beside the words instead of above them, where tiles lie one under the other.
    property bool lying: false
    // Word and note side by side, where a tile has the whole width.
    property bool spread: lying
    // Narrow: smaller words, so that they are not broken.
    property bool compact: false
    property bool startsFocus: false
    readonly property color inkColour: prominent ? Theme.onFeature : Theme.ink

    focusPolicy: Qt.TabFocus
    activeFocusOnTab: true
    padding: compact ? Theme.gapLarge : Theme.margin
    verticalPadding: lying ? Theme.gap : Theme.margin
    implicitHeight: Math.max(Theme.tile, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: Math.max(Theme.tile, implicitContentWidth + leftPadding + rightPadding)
    Accessible.role: Accessible.Button
    Accessible.name: [text, note, programme].filter(word => word !== "").join(", ")

    contentItem: GridLayout {
        columns: root.lying ? 2 : 1
        columnSpacing: Theme.gapLarge
        rowSpacing: Theme.gap

        Glyph {
            name: root.glyph
            // Lying, no higher than the least tile, so that more than one is in sight.
            size: root.compact ? Theme.icon * 1.5 : root.lying ? Math.min(Theme.iconLarge, Theme.tile - 2 * root.verticalPadding) : Theme.iconLarge
            tint: root.inkColour
            Layout.alignment: Qt.AlignVCenter | Qt.AlignLeft
        }
        Item {
            visible: !root.lying
            Layout.fillHeight: true
        }
        GridLayout {
            columns: root.spread ? 2 : 1
            columnSpacing: Theme.gapLarge
            rowSpacing: Theme.gapSmall
            Layout.fillWidth: true

            Heading {
                text: root.text
                font.pixelSize: root.compact ? Theme.body * 1.2 : Theme.title
                color: root.inkColour
                verticalAlignment: Text.AlignVCenter
                Layout.fillWidth: !root.spread || root.note === ""
                // Lying, the same height in every script: Arabic letters bring much air of their own.
                Layout.preferredHeight: root.lying ? Math.ceil(lineCount * font.pixelSize * Theme.lineSpacing) : -1
                Layout.alignment: Qt.AlignLeft | Qt.AlignVCenter
                Accessible.ignored: true
            }
            Label {
                visible: root.note !== ""
                text: root.note
                color: root.inkColour
                verticalAlignment: Text.AlignVCenter
                Layout.fillWidth: true
                Layout.preferredHeight: root.lying ? Math.ceil(lineCount * font.pixelSize * Theme.lineSpacing) : -1
                Layout.alignment: Qt.AlignLeft | Qt.AlignVCenter
                Accessible.ignored: true
            }
            Label {
                visible: root.programme !== ""
                text: root.programme
                color: root.inkColour
                font.weight: Font.DemiBold
                objectName: "programmeTitle"
                maximumLineCount: root.spread ? 1 : 2
                elide: Text.ElideRight
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            RowLayout {
                visible: root.programme !== "" && root.until !== ""
                spacing: Theme.gap
                Layout.fillWidth: true

                Label {
                    //: %1 is a time of day
                    text: qsTr("until %1").arg(root.until)
                    color: root.inkColour
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
                AiringBar {
                    visible: !root.spread
                    progress: root.progress
                    tint: root.inkColour
                    Layout.fillWidth: true
                }
            }
        }
    }

    background: Rectangle {
        radius: Theme.radiusLarge
        color: root.prominent ? Theme.feature : Theme.surfaceRaised
        border.color: root.prominent ? Theme.featureLine : Theme.line
        border.width: root.prominent ? Theme.hairline * 2 : Theme.hairline

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.inkColour
            opacity: root.down ? Theme.pressedOpacity : 0
        }
        FocusRing {
            visible: root.visualFocus
            radius: Theme.radiusLarge + Theme.ring
            anchors.margins: -2 * Theme.ring
        }
    }
}
