pragma ComponentBehavior: Bound
import QtQuick
import theme
import kiosk.controls
import kiosk.guide

// Channels over time, under the finger both ways; the channels and the hours stay in sight. Only what is seen exists.
Item {
    id: root

    required property Guide guide
    readonly property Grid grid: guide.grid
    readonly property real pace: Theme.hour / 3600
    readonly property int lines: Theme.textScale > 1.5 ? 1 : 2
    readonly property int rowHeight: Math.max(Theme.target + Theme.gapSmall, Math.ceil(lines * Theme.body * Theme.lineSpacing) + 2 * Theme.gapSmall)
    // How far the grid is scrolled from its begin, along the direction in which time runs.
    readonly property real lead: grid.mirrored ? area.contentWidth - area.width - area.contentX : area.contentX
    readonly property int firstRow: Math.floor(area.contentY / rowHeight / 2) * 2 - 2
    readonly property int firstHour: Math.floor(lead / Theme.hour) - 1
    readonly property int rowsAtHand: Math.ceil(area.height / rowHeight) + 6
    readonly property int hoursAtHand: Math.ceil(area.width / Theme.hour) + 3
    readonly property int rowsSeen: Math.floor(area.height / rowHeight)
    readonly property int quarter: Math.floor(lead / pace / 900)
    property int keptLead: 0
    property bool startsFocus: true

    activeFocusOnTab: true
    onFirstRowChanged: look()
    onFirstHourChanged: look()
    onRowsAtHandChanged: look()
    onHoursAtHandChanged: look()
    onQuarterChanged: guide.setEdge(lead / pace)
    onScaleChanged: Qt.callLater(showFrom, keptLead)
    onActiveFocusChanged: {
        guide.focused = activeFocus;
        if (activeFocus)
            guide.beginKeys(Math.ceil(area.contentY / rowHeight), rowsSeen, lead / pace, (lead + area.width) / pace);
    }

    Connections {
        target: root.guide

        function onLeadWanted(moment: int): void {
            root.showFrom(moment);
        }
        function onRowWanted(row: int): void {
            slide.stop();
            area.contentY = root.bounded(row * root.rowHeight - (area.height - root.rowHeight) / 2, area.contentHeight - area.height);
        }
        function onCursorMoved(): void {
            root.reveal();
        }
    }

    Connections {
        target: root.grid

        function onChanged(): void {
            root.look();
        }
    }

    TimeRow {
        id: hours

        anchors.left: area.left
        anchors.right: area.right
        grid: root.grid
        lead: root.lead
        pace: root.pace
        now: root.guide.calendar.now
    }

    Item {
        id: heads

        objectName: "goesAlong"
        anchors.left: parent.left
        anchors.top: area.top
        anchors.bottom: parent.bottom
        width: Theme.plateWidth
        clip: true

        Repeater {
            model: root.grid.heads

            GuideHead {
                required property bool shown
                required property int line

                visible: shown
                y: line * root.rowHeight - area.contentY + Theme.hairline
                width: heads.width
                height: root.rowHeight - 2 * Theme.hairline
                onClicked: root.guide.watch(number)
            }
        }
    }

    Scroller {
        id: area

        objectName: "guideArea"
        anchors.left: heads.right
        anchors.right: parent.right
        anchors.top: hours.bottom
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.gapSmall
        contentWidth: root.grid.length * root.pace
        contentHeight: Math.max(height, root.grid.rows * root.rowHeight)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        onMovementStarted: slide.stop()
        onMovementEnded: root.keptLead = root.lead / root.pace

        ScrollMark {
            flickable: area
        }

        Repeater {
            model: root.grid.slots

            GuideSlot {
                pace: root.pace
                reach: area.contentWidth
                lead: root.lead
                seen: area.width
                rowHeight: root.rowHeight
                now: root.guide.calendar.now * root.pace
                mirrored: root.grid.mirrored
                current: root.activeFocus && line === root.guide.cursorLine && first <= root.guide.cursorAt && root.guide.cursorAt < last
                pressed: line === root.guide.pressedLine && first <= root.guide.pressedAt && root.guide.pressedAt < last
            }
        }

        MouseArea {
            width: area.contentWidth
            height: area.contentHeight
            onPressed: mouse => root.guide.press(Math.floor(mouse.y / root.rowHeight), root.momentAt(mouse.x), Theme.target / root.pace)
            onCanceled: root.guide.letGo()
            onClicked: root.guide.openPressed()
            onReleased: if (!containsMouse)
                root.guide.letGo()
        }
    }

    ParallelAnimation {
        id: slide

        property real toX: 0
        property real toY: 0

        NumberAnimation {
            target: area
            property: "contentX"
            to: slide.toX
            duration: Theme.slide > 0 ? Theme.fade : 0
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            target: area
            property: "contentY"
            to: slide.toY
            duration: Theme.slide > 0 ? Theme.fade : 0
            easing.type: Easing.OutCubic
        }
    }

    // What a key does when the keys are here.
    function click(): void {
        guide.openCursor();
    }

    function look(): void {
        grid.look(firstRow, rowsAtHand, firstHour * 3600, (firstHour + hoursAtHand) * 3600);
    }

    function bounded(value: real, most: real): real {
        return Math.max(0, Math.min(value, most));
    }

    function momentAt(x: real): int {
        return (grid.mirrored ? area.contentWidth - x : x) / pace;
    }

    // The content's x that lets the grid begin so many pixels from its begin; a whole one, for sharp edges.
    function xFrom(pixels: real): real {
        const most = area.contentWidth - area.width;
        const ahead = bounded(pixels, most);
        return Math.round(grid.mirrored ? most - ahead : ahead);
    }

    function showFrom(moment: int): void {
        slide.stop();
        keptLead = moment;
        area.contentX = xFrom(moment * pace);
        guide.setEdge(lead / pace);
        look();
    }

    // Scroll no further than is needed to see where the keys are.
    function reveal(): void {
        const at = guide.cursorAt * pace;
        const ahead = at < lead || at > lead + area.width - Theme.hour / 2 ? at - Theme.gapLarge : lead;
        const top = guide.cursorLine * rowHeight;
        const y = Math.min(Math.max(area.contentY, top + rowHeight - area.height), top);
        slide.stop();
        slide.toX = xFrom(ahead);
        slide.toY = bounded(y, area.contentHeight - area.height);
        slide.start();
    }
}
