pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.staff

// What IT asks about on the telephone at the leading side, what IT can do at the trailing one.
Item {
    id: root

    required property Staff staff
    required property It it
    required property string time
    readonly property bool covered: it.view === "screen" || it.view === "restart" || it.view === "enrol"

    ItWords {
        id: words
    }

    StaffHead {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        enabled: !root.covered
        staff: root.staff
        title: qsTr("Hospital IT")
        time: root.time
    }

    RowLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        anchors.topMargin: Theme.gapLarge
        enabled: !root.covered
        spacing: Theme.gapLarge

        Panel {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1

            Scroller {
                id: area

                anchors.fill: parent
                anchors.margins: Theme.gapLarge
                contentWidth: width
                contentHeight: shown.implicitHeight
                boundsBehavior: Flickable.StopAtBounds
                clip: contentHeight > height

                ScrollMark {
                    flickable: area
                }

                Loader {
                    id: shown

                    // The mark of what scrolls is at the trailing edge.
                    anchors.left: parent.left
                    width: area.width - 2 * Theme.gapSmall
                    sourceComponent: root.it.view === "network" ? network : root.it.view === "bundle" ? bundle : facts
                    onSourceComponentChanged: area.contentY = 0
                }
            }
        }

        Scroller {
            id: actions

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            contentWidth: width
            contentHeight: column.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: contentHeight > height

            ScrollMark {
                flickable: actions
            }

            ColumnLayout {
                id: column

                anchors.left: parent.left
                width: actions.width - 2 * Theme.gapSmall
                spacing: Theme.gapSmall

                Label {
                    text: root.it.busy !== "" ? qsTr("One moment...") : words.told(root.it.told)
                    visible: text !== ""
                    font.weight: Font.DemiBold
                    Layout.fillWidth: true
                    Layout.bottomMargin: Theme.gapSmall
                    Accessible.role: Accessible.AlertMessage
                    Accessible.name: text
                }
                ActionButton {
                    visible: root.it.view !== "facts" && !root.covered
                    text: qsTr("About this tablet")
                    glyph: "info"
                    Layout.fillWidth: true
                    onClicked: root.it.show("facts")
                }
                GridLayout {
                    columns: 2
                    columnSpacing: Theme.gapSmall
                    rowSpacing: Theme.gapSmall
                    uniformCellWidths: true
                    uniformCellHeights: true
                    Layout.fillWidth: true

                    ActionButton {
                        text: qsTr("New configuration")
                        glyph: "rotate-cw"
                        enabled: root.it.busy === ""
                        horizontalPadding: Theme.gap
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredHeight: Math.max(Theme.staffKey, implicitHeight)
                        onClicked: root.it.ask("pull")
                    }
                    ActionButton {
                        text: qsTr("Network test")
                        glyph: "signal"
                        enabled: root.it.busy === ""
                        horizontalPadding: Theme.gap
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredHeight: Math.max(Theme.staffKey, implicitHeight)
                        onClicked: root.it.ask("network")
                    }
                    ActionButton {
                        text: qsTr("Sound test")
                        glyph: "volume-2"
                        enabled: root.it.busy === ""
                        horizontalPadding: Theme.gap
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredHeight: Math.max(Theme.staffKey, implicitHeight)
                        onClicked: root.it.ask("sound")
                    }
                    ActionButton {
                        text: qsTr("Screen test")
                        glyph: "hand"
                        enabled: root.it.busy === ""
                        horizontalPadding: Theme.gap
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredHeight: Math.max(Theme.staffKey, implicitHeight)
                        onClicked: root.it.show("screen")
                    }
                    ActionButton {
                        text: qsTr("Bundle to a stick")
                        glyph: "unplug"
                        enabled: root.it.busy === ""
                        horizontalPadding: Theme.gap
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredHeight: Math.max(Theme.staffKey, implicitHeight)
                        onClicked: root.it.ask("stick")
                    }
                    ActionButton {
                        text: qsTr("Bundle to a phone")
                        glyph: "phone"
                        enabled: root.it.busy === ""
                        horizontalPadding: Theme.gap
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredHeight: Math.max(Theme.staffKey, implicitHeight)
                        onClicked: root.it.ask("bundle")
                    }
                    ActionButton {
                        text: qsTr("Enrol again")
                        glyph: "shield-check"
                        enabled: root.it.busy === ""
                        horizontalPadding: Theme.gap
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredHeight: Math.max(Theme.staffKey, implicitHeight)
                        onClicked: root.it.ask("find")
                    }
                    ActionButton {
                        text: qsTr("Restart")
                        glyph: "power"
                        enabled: root.it.busy === ""
                        horizontalPadding: Theme.gap
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredHeight: Math.max(Theme.staffKey, implicitHeight)
                        onClicked: root.it.show("restart")
                    }
                }
            }
        }
    }

    Component {
        id: facts

        ItFacts {
            it: root.it
        }
    }
    Component {
        id: network

        ItNetwork {
            it: root.it
        }
    }
    Component {
        id: bundle

        ItBundle {
            it: root.it
        }
    }

    Loader {
        anchors.fill: parent
        active: root.it.view === "screen"
        sourceComponent: ScreenTest {
            it: root.it
        }
    }
    Loader {
        anchors.fill: parent
        active: root.it.view === "restart" || root.it.view === "enrol"
        sourceComponent: ItQuestion {
            it: root.it
        }
    }
}
