import QtQuick
import theme
import kiosk.controls

// One programme in the grid. It shows what it has room for, in the part that is seen; its sheet tells all.
Item {
    id: root

    required property bool shown
    required property int line
    required property int first
    required property int last
    required property string title
    required property int longest
    required property string times
    // Pixels of a second, the grid's width, how far it is scrolled from its begin, and how much of it is seen.
    required property real pace
    required property real reach
    required property real lead
    required property real seen
    required property real rowHeight
    required property real now
    required property bool mirrored
    required property bool current
    required property bool pressed
    readonly property bool isGap: title === ""
    readonly property real begin: first * pace
    readonly property real hidden: Math.max(0, lead - begin)
    // Only a long stretch says that nothing is known, and only where that can be read.
    readonly property real inSight: isGap && last - first >= silent ? Math.min(begin + width, lead + seen) - begin - hidden : 0
    readonly property int silent: 7200
    readonly property int wordy: 14 * Theme.body
    readonly property real room: width - hidden - 2 * Theme.gapSmall - 2 * Theme.hairline

    objectName: "programme"
    visible: shown
    x: mirrored ? reach - last * pace : begin
    y: line * rowHeight
    width: (last - first) * pace
    height: rowHeight
    Accessible.role: Accessible.Button
    Accessible.name: isGap ? "" : title + ", " + times
    Accessible.ignored: isGap

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.hairline
        radius: Theme.radiusSmall
        color: root.isGap ? "transparent" : Theme.surfaceRaised
        border.color: root.current ? Theme.accent : Theme.line
        border.width: root.current ? Theme.ring : root.isGap ? 0 : Theme.hairline

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: Theme.ink
            opacity: Theme.pressedOpacity
            visible: root.pressed
        }
    }

    // The line of now passes behind the words.
    Rectangle {
        x: (root.mirrored ? root.begin + root.width - root.now : root.now - root.begin) - width / 2
        width: Theme.ring
        height: parent.height
        color: Theme.accent
        opacity: 0.6
        visible: root.begin <= root.now && root.now < root.begin + root.width && !(root.isGap && words.visible)
        Accessible.ignored: true
    }

    Label {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.gapSmall + Theme.hairline + root.hidden
        width: Math.max(0, root.room)
        height: parent.height
        visible: root.isGap ? root.inSight > root.wordy : root.room > 2 * Theme.body
        text: root.isGap ? qsTr("No programme information") : root.title
        color: root.isGap ? Theme.inkSoft : Theme.ink
        verticalAlignment: Text.AlignVCenter
        // Words are not broken: where the longest has no room, as much of the title as there is room for stands in one line.
        wrapMode: !root.isGap && root.room > root.longest * Theme.body * 0.54 ? Text.WordWrap : Text.NoWrap
        maximumLineCount: Theme.textScale > 1.5 ? 1 : 2
        elide: Text.ElideRight
        Accessible.ignored: true
    }
}
