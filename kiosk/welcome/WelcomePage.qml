pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.notice
import kiosk.shell
import kiosk.welcome

// What a cleared tablet shows. Touching anywhere starts; touching a language starts in it.
Item {
    id: root

    required property Shell shell
    required property Timepiece timepiece
    required property Cleared cleared
    required property HospitalNotice notice
    required property string logo
    // Larger text leaves less room for air.
    readonly property bool tight: Theme.textScale > 1.2
    readonly property bool tightest: Theme.textScale > 1.5
    readonly property int noteSize: tightest ? Theme.caption : Theme.body

    MouseArea {
        anchors.fill: parent
        onClicked: root.shell.start()
    }

    RowLayout {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        spacing: Theme.gapLarge

        Image {
            visible: root.logo !== ""
            source: root.logo
            fillMode: Image.PreserveAspectFit
            Layout.preferredHeight: Theme.target
            Layout.maximumWidth: Theme.plateWidth * 2
            Accessible.ignored: true
        }
        Heading {
            text: root.shell.hospital
            color: Theme.accent
            Layout.fillWidth: true
        }
        ClockText {
            time: root.timepiece.time
        }
    }

    NoticePanel {
        id: said

        notice: root.notice
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: visible ? (root.tightest ? Theme.gapSmall : Theme.gap) : 0
    }

    OutOfOrder {
        visible: root.shell.outOfOrder
        deviceName: root.shell.deviceName
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: said.bottom
        anchors.bottom: parent.bottom
    }

    Scroller {
        id: area

        visible: !root.shell.outOfOrder

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: said.bottom
        anchors.bottom: parent.bottom
        anchors.topMargin: root.tightest ? Theme.gapSmall : Theme.gap
        contentWidth: width
        contentHeight: Math.max(height, column.implicitHeight)
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        ScrollMark {
            flickable: area
        }

        // Beside the buttons, anywhere is as good as Start; the page's own area below does not see what lies on this one.
        MouseArea {
            width: area.contentWidth
            height: area.contentHeight
            onClicked: root.shell.start()
        }

        ColumnLayout {
            id: column

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            height: parent.height
            spacing: root.tight ? Theme.gap : Theme.gapLarge

            Item {
                Layout.fillHeight: true
            }
            Greeting {
                shell: root.shell
                Layout.fillWidth: true
                Layout.preferredHeight: root.tightest ? Theme.display : implicitHeight
            }
            ActionButton {
                text: qsTr("Start")
                prominent: true
                startsFocus: true
                textSize: Theme.title
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredWidth: Theme.plateWidth * 2
                Layout.preferredHeight: Math.max(Theme.startHeight, implicitHeight)
                onClicked: root.shell.start()
            }
            Item {
                visible: !root.tightest
                Layout.fillHeight: true
                Layout.maximumHeight: Theme.gapSmall
            }
            Flow {
                id: languages

                // As wide as its rows need, so that it stands in the middle.
                readonly property real natural: languageRow.implicitWidth

                visible: root.shell.languages.offered.length > 1
                spacing: Theme.gap
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredWidth: Math.min(natural, column.width)

                Repeater {
                    model: root.shell.languages.offered

                    ActionButton {
                        required property string modelData

                        text: root.shell.languages.nameOf(modelData)
                        onClicked: root.shell.start(modelData)
                    }
                }
            }
            // Measures the languages in one row; never seen.
            Row {
                id: languageRow

                visible: false
                spacing: Theme.gap

                Repeater {
                    model: root.shell.languages.offered

                    ActionButton {
                        required property string modelData

                        text: root.shell.languages.nameOf(modelData)
                    }
                }
            }
            Item {
                Layout.fillHeight: true
            }
            ColumnLayout {
                spacing: root.tightest ? 0 : Theme.gapSmall
                Layout.bottomMargin: root.tightest ? Theme.gapSmall : root.tight ? Theme.gap : Theme.margin

                Label {
                    text: qsTr("This tablet does not know who you are.")
                    color: Theme.inkSoft
                    font.pixelSize: root.noteSize
                    horizontalAlignment: Text.AlignHCenter
                    Layout.fillWidth: true
                }
                ClearedLabel {
                    cleared: root.cleared
                    keepsRoom: true
                    font.pixelSize: root.noteSize
                    horizontalAlignment: Text.AlignHCenter
                    Layout.fillWidth: true
                }
            }
        }
    }
}
