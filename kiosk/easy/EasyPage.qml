import QtQuick
import QtQuick.Layouts
import QtMultimedia
import theme
import kiosk.controls
import kiosk.easy
import kiosk.player
import kiosk.shell
import kiosk.tv

// Easy mode: the picture, channel, volume and off, and nothing to get lost in. Off shows the time, and the way back to everything.
Item {
    id: root

    required property Shell shell
    required property Television television
    required property Player player
    required property string time
    readonly property bool resting: player.state === Player.State.Idle
    readonly property bool lost: player.state === Player.State.Lost || player.state === Player.State.Recovering

    onEnabledChanged: if (enabled)
        player.videoSink = picture.videoSink

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    RowLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        spacing: Theme.gapLarge
        visible: !root.resting

        ColumnLayout {
            spacing: Theme.gapLarge
            Layout.preferredWidth: Math.max(Theme.easyTarget, root.width / 5)
            Layout.fillWidth: false

            EasyButton {
                text: qsTr("Channel up")
                glyph: "chevron-up"
                Layout.fillWidth: true
                Layout.fillHeight: true
                onClicked: root.television.zap(1)
            }
            EasyButton {
                text: qsTr("Channel down")
                glyph: "chevron-down"
                Layout.fillWidth: true
                Layout.fillHeight: true
                onClicked: root.television.zap(-1)
            }
        }

        ColumnLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: true

            Item {
                id: frame

                Layout.fillWidth: true
                Layout.fillHeight: true

                Rectangle {
                    anchors.centerIn: parent
                    width: picture.width
                    height: picture.height
                    color: Theme.veil
                    visible: !root.lost
                }
                VideoOutput {
                    id: picture

                    // The picture's own shape, which its pixels do not tell where they are not square.
                    anchors.centerIn: parent
                    width: Math.min(frame.width, frame.height * root.player.aspect)
                    height: width / root.player.aspect
                    fillMode: VideoOutput.Stretch
                    visible: root.player.hasPicture
                    Accessible.role: Accessible.Graphic
                    Accessible.name: root.television.name
                    Component.onCompleted: if (root.enabled)
                        root.player.videoSink = picture.videoSink
                }
                Opening {
                    anchors.centerIn: parent
                    shown: root.player.state === Player.State.Opening
                }
                Label {
                    anchors.centerIn: parent
                    width: parent.width
                    visible: root.lost
                    text: root.television.several ? qsTr("No picture on this channel right now. Try another one.") : qsTr("No picture on this channel right now. We keep trying.")
                    horizontalAlignment: Text.AlignHCenter
                }
            }
            Heading {
                text: root.television.typed === "" ? root.television.number + "  " + root.television.name : root.television.typedUnknown ? root.television.typed : root.television.typed + "  " + root.television.typedName
                horizontalAlignment: Text.AlignHCenter
                maximumLineCount: 1
                elide: Text.ElideRight
                objectName: "programmeTitle"
                Layout.fillWidth: true
            }
            EasyButton {
                text: qsTr("Off")
                glyph: "power"
                Layout.fillWidth: true
                Layout.minimumHeight: implicitHeight
                onClicked: root.television.leave()
            }
        }

        ColumnLayout {
            spacing: Theme.gapLarge
            Layout.preferredWidth: Math.max(Theme.easyTarget, root.width / 5)
            Layout.fillWidth: false

            EasyButton {
                text: qsTr("Louder")
                glyph: "plus"
                Layout.fillWidth: true
                Layout.fillHeight: true
                onClicked: root.shell.volumeKeys.step(1)
            }
            EasyButton {
                text: qsTr("Quieter")
                glyph: "minus"
                Layout.fillWidth: true
                Layout.fillHeight: true
                onClicked: root.shell.volumeKeys.step(-1)
            }
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        spacing: Theme.gapLarge
        visible: root.resting

        ClockText {
            time: root.time
            font.pixelSize: Theme.display
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        EasyButton {
            text: qsTr("Television")
            glyph: "tv"
            prominent: true
            Layout.preferredWidth: parent.width / 2
            Layout.alignment: Qt.AlignHCenter
            onClicked: root.television.enter()
        }
        ActionButton {
            text: qsTr("Everything else")
            glyph: "layout-grid"
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.gapLarge
            Layout.bottomMargin: Theme.gapLarge
            onClicked: root.shell.leaveEasy()
        }
    }
}
