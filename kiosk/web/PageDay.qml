pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.web

// A page's field for a day in our frame: a calendar for a finger. A touch beside it changes nothing.
FocusScope {
    id: root

    required property Asking asking
    readonly property DayCalendar calendar: asking.calendar
    readonly property int pitch: Theme.target + Theme.gap
    readonly property int gridWidth: 7 * pitch - Theme.gap

    Accessible.role: Accessible.Dialog
    Accessible.name: heading.text

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim

        MouseArea {
            anchors.fill: parent
            onClicked: root.asking.answer(false)
        }
    }

    Panel {
        id: panel

        anchors.centerIn: parent
        width: Math.min(root.width - 2 * Theme.gap, root.gridWidth + Theme.sheet)
        height: Math.min(root.height - 2 * Theme.gap, content.height + 2 * Theme.gapLarge)

        // A touch on the calendar does not reach what lies beside it.
        MouseArea {
            anchors.fill: parent
        }

        Scroller {
            id: flickable

            anchors.fill: parent
            anchors.margins: Theme.gapLarge
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: content.height

            ScrollMark {
                flickable: flickable
            }

            RowLayout {
                id: content

                // The mark of what scrolls is at the trailing edge.
                x: LayoutMirroring.enabled ? Theme.gap : 0
                width: flickable.width - Theme.gap
                spacing: Theme.gapLarge + Theme.gap

                ColumnLayout {
                    spacing: Theme.gapLarge
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop

                    Heading {
                        id: heading

                        text: root.asking.words !== "" ? root.asking.words : qsTr("Choose a day")
                        Layout.fillWidth: true
                    }
                    Turn {
                        text: root.calendar.month
                        backName: qsTr("Previous month")
                        onName: qsTr("Next month")
                        months: 1
                        calendar: root.calendar
                    }
                    Turn {
                        text: root.calendar.year
                        backName: qsTr("Previous year")
                        onName: qsTr("Next year")
                        months: 12
                        calendar: root.calendar
                    }
                    ActionButton {
                        text: qsTr("Cancel")
                        glyph: "x"
                        onClicked: root.asking.answer(false)
                    }
                }

                ColumnLayout {
                    spacing: Theme.gap
                    Layout.fillWidth: false
                    Layout.alignment: Qt.AlignTop

                    Row {
                        spacing: Theme.gap

                        Repeater {
                            model: root.calendar.weekDays

                            Label {
                                required property string modelData

                                width: Theme.target
                                // The same height in every script.
                                height: Math.ceil(font.pixelSize * Theme.lineSpacing)
                                text: modelData
                                color: Theme.inkSoft
                                font.pixelSize: Theme.caption
                                wrapMode: Text.NoWrap
                                horizontalAlignment: Text.AlignHCenter
                                verticalAlignment: Text.AlignVCenter
                                Accessible.ignored: true
                            }
                        }
                    }
                    GridView {
                        id: days

                        property bool walked: false

                        implicitWidth: root.gridWidth + Theme.gap
                        implicitHeight: 6 * root.pitch - Theme.gap
                        cellWidth: root.pitch
                        cellHeight: root.pitch
                        interactive: false
                        focus: true
                        keyNavigationEnabled: true
                        model: root.calendar
                        Component.onCompleted: days.currentIndex = root.calendar.startRow
                        // The ring shows where one is from the first key on.
                        Keys.onPressed: event => {
                            days.walked = true;
                            event.accepted = false;
                        }

                        delegate: FocusScope {
                            id: cell

                            required property string number
                            required property string day
                            required property string name
                            required property bool offered
                            required property bool today
                            required property bool chosen

                            width: GridView.view.cellWidth
                            height: GridView.view.cellHeight

                            ActionButton {
                                id: button

                                anchors.left: parent.left
                                width: Theme.target
                                height: Theme.target
                                padding: 0
                                horizontalPadding: 0
                                focus: true
                                enabled: cell.offered
                                opacity: cell.day === "" ? 0 : cell.offered ? 1 : Theme.dimmedOpacity
                                chosen: cell.chosen
                                text: cell.number
                                Accessible.name: cell.name
                                onClicked: root.asking.answer(true, cell.day)
                                onActiveFocusChanged: if (activeFocus && days.walked)
                                    focusReason = Qt.TabFocusReason

                                // Today.
                                Rectangle {
                                    visible: cell.today
                                    anchors.horizontalCenter: parent.horizontalCenter
                                    anchors.bottom: parent.bottom
                                    anchors.bottomMargin: Theme.gapSmall / 2
                                    width: parent.width / 2
                                    height: 2 * Theme.hairline
                                    color: button.inkColour
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    component Turn: RowLayout {
        id: turn

        required property string text
        required property string backName
        required property string onName
        required property int months
        required property DayCalendar calendar

        spacing: Theme.gapSmall
        Layout.fillWidth: true

        ActionButton {
            glyph: turn.LayoutMirroring.enabled ? "chevron-right" : "chevron-left"
            horizontalPadding: Theme.gapSmall
            autoRepeat: true
            enabled: turn.calendar.hasBefore
            opacity: enabled ? 1 : Theme.dimmedOpacity
            Accessible.name: turn.backName
            onClicked: turn.calendar.turn(-turn.months)
        }
        Label {
            text: turn.text
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        ActionButton {
            glyph: turn.LayoutMirroring.enabled ? "chevron-left" : "chevron-right"
            horizontalPadding: Theme.gapSmall
            autoRepeat: true
            enabled: turn.calendar.hasAfter
            opacity: enabled ? 1 : Theme.dimmedOpacity
            Accessible.name: turn.onName
            onClicked: turn.calendar.turn(turn.months)
        }
    }
}
