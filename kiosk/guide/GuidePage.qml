pragma ComponentBehavior: Bound
import QtQuick
import theme
import kiosk.controls
import kiosk.guide
import kiosk.search
import kiosk.shell

// The guide: what is on, on every channel, now and in the days ahead. Television plays on underneath.
Item {
    id: root

    required property Guide guide
    required property Selection selection
    required property Favourites favourites
    required property Reminding reminding
    required property string time
    required property bool overTelevision
    readonly property Calendar calendar: guide.calendar
    // At the largest text the grid needs the room that a wide margin would take.
    readonly property int edge: Theme.textScale > 1.5 ? Theme.gap : Theme.margin
    signal homeRequested
    signal closed
    signal searchRequested

    Rectangle {
        anchors.fill: parent
        color: Theme.background

        // A touch on the guide does not reach what lies under it.
        MouseArea {
            anchors.fill: parent
        }
    }

    DayWords {
        id: day
    }

    Item {
        anchors.fill: parent
        anchors.margins: root.edge
        enabled: root.guide.panel === Guide.Panel.Nothing

        GuideBar {
            id: bar

            anchors.left: parent.left
            anchors.right: parent.right
            guide: root.guide
            time: root.time
            overTelevision: root.overTelevision
            onHomeRequested: root.homeRequested()
            onClosed: root.closed()
        }

        FindBar {
            id: find

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: bar.bottom
            anchors.topMargin: Theme.gap
            selection: root.selection
            onSearchRequested: root.searchRequested()
        }

        Item {
            id: notice

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: find.bottom
            height: words.text === "" ? 0 : words.implicitHeight + Theme.gap

            Label {
                id: words

                y: Theme.gap
                width: parent.width
                text: root.noticeText()
                color: Theme.inkSoft
            }
        }

        GuideGrid {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: notice.bottom
            anchors.bottom: parent.bottom
            anchors.topMargin: Theme.gap
            guide: root.guide
        }
    }

    PageHost {
        shown: root.guide.panel === Guide.Panel.Days
        mirrored: root.guide.grid.mirrored
        sourceComponent: DaySheet {
            guide: root.guide
        }
    }
    PageHost {
        shown: root.guide.panel === Guide.Panel.Programme
        mirrored: root.guide.grid.mirrored
        sourceComponent: ProgrammeSheet {
            guide: root.guide
            favourites: root.favourites
            reminding: root.reminding
        }
    }

    // What the guide cannot tell, in one sentence; what still works is under it.
    function noticeText(): string {
        if (calendar.empty)
            return qsTr("There is no programme information right now. Touch a channel to watch it.");
        if (calendar.stale)
            return qsTr("This guide is from %1, %2.").arg(day.of(calendar.madeDay, calendar.madeDate)).arg(calendar.madeTime);
        return "";
    }
}
