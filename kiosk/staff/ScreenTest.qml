pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.staff

// First every part of the screen is to be touched; then plain colours show dead points. Escape and Back end it at any time.
FocusScope {
    id: root

    required property It it
    readonly property int columns: 8
    readonly property int rows: 5
    // The fields that were reached, each once.
    property list<int> reached: []
    readonly property int missing: columns * rows - reached.length
    property int shade: -1
    readonly property list<color> shades: [Theme.page, Theme.plate, Theme.danger, Theme.good, Theme.accent]

    focus: true
    onMissingChanged: if (missing === 0)
        it.reachedScreen()
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Screen test")

    Rectangle {
        anchors.fill: parent
        color: root.shade < 0 ? Theme.background : Qt.alpha(root.shades[root.shade], 1)
    }

    Grid {
        visible: root.shade < 0
        anchors.fill: parent
        columns: root.columns

        Repeater {
            model: root.columns * root.rows

            Rectangle {
                required property int index

                width: root.width / root.columns
                height: root.height / root.rows
                color: root.reached.includes(index) ? Theme.good : Theme.surface
                border.color: Theme.line
                border.width: Theme.hairline
            }
        }
    }

    MultiPointTouchArea {
        anchors.fill: parent
        mouseEnabled: true
        onPressed: points => root.reach(points)
        onUpdated: points => root.reach(points)
        onReleased: root.next()
    }

    Panel {
        visible: root.shade < 0
        anchors.centerIn: parent
        color: Theme.surfaceRaised
        border.width: Theme.ring
        width: column.implicitWidth + 2 * Theme.margin
        height: column.implicitHeight + 2 * Theme.margin

        ColumnLayout {
            id: column

            anchors.centerIn: parent
            spacing: Theme.gap

            Label {
                text: root.missing > 0 ? qsTr("Wipe over the whole screen. Fields left: %1").arg(root.missing) : qsTr("All fields answer. Touch for the colours.")
                Layout.alignment: Qt.AlignHCenter
            }
            ActionButton {
                text: qsTr("End the test")
                glyph: "x"
                Layout.alignment: Qt.AlignHCenter
                onClicked: root.it.testedScreen(root.missing === 0)
            }
        }
    }

    function reach(points: list<var>): void {
        for (const point of points) {
            const column = Math.floor(point.x * root.columns / root.width);
            const field = Math.floor(point.y * root.rows / root.height) * root.columns + column;
            if (field >= 0 && field < root.columns * root.rows && !root.reached.includes(field))
                root.reached = [...root.reached, field];
        }
    }

    function next(): void {
        if (root.missing > 0)
            return;
        if (root.shade + 1 < root.shades.length)
            root.shade += 1;
        else
            root.it.testedScreen(true);
    }
}
