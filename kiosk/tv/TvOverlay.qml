import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.guide
import kiosk.player
import kiosk.tv

// What can be done with the picture; it leaves by itself.
Item {
    id: root

    required property Television television
    required property Favourites favourites
    required property Player player
    required property string time
    required property bool guideOffered
    readonly property Airing airing: television.airing
    readonly property bool tight: Theme.textScale > 1.5
    readonly property bool shown: television.overlayShown
    readonly property int panelHeight: panel.height + 2 * Theme.gap
    // At the largest text the panel needs the height that a wide margin would take.
    readonly property int edge: tight ? Theme.gap : Theme.margin
    signal homeRequested
    signal comfortRequested
    signal guideRequested

    objectName: "comesAndGoes"
    visible: opacity > 0
    enabled: shown
    opacity: shown ? 1 : 0

    onEnabledChanged: if (enabled)
        strip.centre()

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.fade
            easing.type: Easing.OutCubic
        }
    }

    ActionButton {
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.margins: root.edge
        text: qsTr("Home")
        glyph: "house"
        onClicked: root.homeRequested()
    }

    Panel {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: root.edge
        width: clock.implicitWidth + 2 * Theme.gapLarge
        height: Math.max(Theme.target, clock.implicitHeight + Theme.gap)

        ClockText {
            id: clock

            anchors.centerIn: parent
            time: root.time
        }
    }

    Panel {
        id: panel

        property int away: root.television.overlayShown ? 0 : Theme.slide

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        anchors.bottomMargin: Theme.gap - away
        height: column.implicitHeight + 2 * Theme.gapLarge

        Behavior on away {
            NumberAnimation {
                duration: Theme.fade
                easing.type: Easing.OutCubic
            }
        }

        // A touch on the panel is not a touch on the picture.
        TapHandler {
            gesturePolicy: TapHandler.WithinBounds
        }

        ColumnLayout {
            id: column

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.gapLarge
            anchors.rightMargin: Theme.gapLarge
            spacing: Theme.gap

            RowLayout {
                spacing: Theme.gapLarge

                Heading {
                    text: root.television.number
                    color: Theme.accent
                }
                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true

                    Heading {
                        text: root.television.name
                        Layout.fillWidth: true
                    }
                    NowNext {
                        visible: root.airing.title !== "" || root.airing.nextTitle !== ""
                        airing: root.airing
                        brief: root.tight
                        Layout.fillWidth: true
                    }
                }
                // In larger letters the star is on the programme's sheet alone: the name needs the room.
                StarButton {
                    visible: Theme.textScale < 1.2
                    favourites: root.favourites
                    number: root.television.number
                }
                ActionButton {
                    visible: root.guideOffered
                    // Two words and the name must have room beside each other.
                    glyph: root.tight ? "" : "calendar-days"
                    text: qsTr("Guide")
                    onClicked: root.guideRequested()
                }
                ActionButton {
                    text: qsTr("Comfort")
                    glyph: root.tight && root.guideOffered ? "" : "sliders-horizontal"
                    onClicked: root.comfortRequested()
                }
            }

            ChannelStrip {
                id: strip

                television: root.television
                // At the largest text, what is on needs the height that the plates can spare.
                plateHeight: root.tight && root.airing.title !== "" ? Theme.plateHeight * 2 / 3 : Theme.plateHeight
                titled: root.guideOffered && !root.tight
                Layout.fillWidth: true
            }

            GridLayout {
                columns: root.tight ? 1 : 2
                columnSpacing: Theme.gapLarge
                rowSpacing: Theme.gap

                RowLayout {
                    spacing: Theme.gap

                    ActionButton {
                        text: qsTr("Channel down")
                        glyph: "chevron-down"
                        onClicked: root.television.zap(-1)
                    }
                    ActionButton {
                        text: qsTr("Channel up")
                        glyph: "chevron-up"
                        onClicked: root.television.zap(1)
                    }
                }
                RowLayout {
                    spacing: Theme.gap
                    Layout.fillWidth: true

                    Label {
                        text: qsTr("Volume")
                        wrapMode: Text.NoWrap
                        Layout.leftMargin: Theme.gapLarge
                    }
                    Stepper {
                        lessName: qsTr("Quieter")
                        moreName: qsTr("Louder")
                        value: root.player.volume.muted ? 0 : root.player.volume.percent / 100
                        onStepped: by => root.player.volume.step(by)
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
}
