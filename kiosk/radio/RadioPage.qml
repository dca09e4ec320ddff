pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.guide
import kiosk.player
import kiosk.radio

// Radio: large plates; what plays is at the foot of the page.
Item {
    id: root

    required property Radio radio
    required property Favourites favourites
    required property Player player
    required property string time
    signal homeRequested

    PageBar {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        title: qsTr("Radio")
        time: root.time
        onHomeRequested: root.homeRequested()
    }

    GridView {
        id: stations

        // As many as fit with their names; a few stations get larger plates.
        readonly property int perRow: Math.max(1, Math.min(Math.max(2, count), Math.floor(width / Theme.stationWidth)))

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.bottom: foot.visible ? foot.top : parent.bottom
        anchors.margins: Theme.margin
        anchors.rightMargin: Theme.margin - Theme.gapLarge
        cellWidth: Math.floor(width / perRow)
        cellHeight: Theme.stationHeight + Theme.gapLarge
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: root.radio.stations

        delegate: Item {
            id: cell

            required property int index
            required property int number
            required property string name
            required property string logo
            required property string title

            width: stations.cellWidth
            height: stations.cellHeight

            Station {
                anchors.fill: parent
                anchors.rightMargin: Theme.gapLarge
                anchors.bottomMargin: Theme.gapLarge
                number: cell.number
                name: cell.name
                logo: cell.logo
                title: cell.title
                current: cell.index === root.radio.position
                startsFocus: cell.index === Math.max(0, root.radio.position)
                onClicked: root.radio.choose(cell.index)
                onActiveFocusChanged: if (activeFocus)
                    stations.positionViewAtIndex(cell.index, GridView.Contain)
            }
        }
    }

    Panel {
        id: foot

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        height: row.implicitHeight + 2 * Theme.gap
        visible: root.radio.on

        GridLayout {
            id: row

            // At the largest text the volume has a line of its own.
            readonly property bool narrow: Theme.textScale > 1.5

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.gapLarge
            anchors.rightMargin: Theme.gapLarge
            columns: narrow ? 2 : 3
            columnSpacing: Theme.gapLarge
            rowSpacing: Theme.gap

            ColumnLayout {
                spacing: 0
                Layout.row: 0
                Layout.column: 0
                Layout.fillWidth: true
                Layout.preferredWidth: 1

                Label {
                    text: root.radio.name
                    font.weight: Font.DemiBold
                    Layout.fillWidth: true
                }
                Label {
                    text: root.radio.airing.title !== "" && root.player.state === Player.State.Playing ? root.radio.airing.title : root.stateText(root.player.state)
                    color: Theme.inkSoft
                    font.pixelSize: Theme.caption
                    Layout.fillWidth: true
                }
            }
            RowLayout {
                spacing: Theme.gap
                Layout.row: 0
                Layout.column: row.narrow ? 1 : 2

                StarButton {
                    visible: Theme.textScale < 1.2
                    favourites: root.favourites
                    number: root.radio.number
                }
                ActionButton {
                    text: qsTr("Stop")
                    glyph: "power"
                    onClicked: root.radio.stop()
                }
            }
            Stepper {
                lessName: qsTr("Quieter")
                moreName: qsTr("Louder")
                value: root.player.volume.muted ? 0 : root.player.volume.percent / 100
                onStepped: by => root.player.volume.step(by)
                Layout.row: row.narrow ? 1 : 0
                Layout.column: row.narrow ? 0 : 1
                Layout.columnSpan: row.narrow ? 2 : 1
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
        }
    }

    DimmedClock {
        anchors.fill: parent
        visible: root.radio.dimmed
        time: root.time
        station: root.radio.name
    }

    function stateText(state: int): string {
        switch (state) {
        case Player.State.Playing:
            return qsTr("On air");
        case Player.State.Lost:
        case Player.State.Recovering:
            return qsTr("No sound from this station right now. We keep trying.");
        default:
            return qsTr("One moment…");
        }
    }
}
