pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.notice
import kiosk.radio
import kiosk.shell
import kiosk.tv

// Home: the first tile is the largest; everything else is one touch away.
Item {
    id: root

    required property Shell shell
    required property Timepiece timepiece
    required property HospitalNotice notice
    required property Television television
    required property Radio radio
    // Side by side where there is room for two tiles with their words, else one under the other.
    readonly property bool wide: width > Theme.homeWidth
    readonly property bool noticeFirst: wide && tiles.implicitHeight + said.natural + 3 * Theme.gapLarge <= foot.y - head.y - head.height

    RowLayout {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        spacing: Theme.gapLarge

        Heading {
            text: root.greeting(root.timepiece.part)
            verticalAlignment: Text.AlignVCenter
            Layout.fillWidth: true
            // The same height in every script, so that the tiles have the same room.
            Layout.preferredHeight: Math.ceil(lineCount * font.pixelSize * Theme.lineSpacing)
        }
        Label {
            visible: root.wide
            text: root.timepiece.date
            color: Theme.inkSoft
            wrapMode: Text.NoWrap
        }
        ClockText {
            time: root.timepiece.time
        }
    }

    NoticePanel {
        id: said

        notice: root.notice
        wanted: root.noticeFirst
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: visible ? Theme.gap : 0
    }

    Flickable {
        id: tileArea

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: said.bottom
        anchors.bottom: foot.top
        anchors.topMargin: root.wide ? Theme.gapLarge : Theme.gap
        anchors.bottomMargin: root.wide ? Theme.gapLarge : Theme.gap
        contentWidth: width
        contentHeight: Math.max(height, tiles.height) + (saidLast.visible ? saidLast.height + Theme.gap : 0)
        boundsBehavior: Flickable.StopAtBounds
        clip: contentHeight > height

        ScrollMark {
            flickable: tileArea
        }

        // Where there is little room, what can be touched comes first.
        NoticePanel {
            id: saidLast

            notice: root.notice
            wanted: !root.noticeFirst
            x: Theme.margin
            y: tiles.height + Theme.gap
            width: parent.width - 2 * Theme.margin
        }

        GridLayout {
            id: tiles

            x: Theme.margin
            width: parent.width - 2 * Theme.margin
            height: root.wide ? Math.max(tileArea.height, implicitHeight) : implicitHeight
            columns: root.wide ? 5 : 1
            columnSpacing: Theme.gapLarge
            rowSpacing: root.wide ? Theme.gapLarge : Theme.gap

            Repeater {
                model: root.shell.tiles

                Tile {
                    required property string modelData
                    required property int index

                    glyph: modelData
                    text: root.tileName(modelData)
                    note: root.tileNote(modelData)
                    prominent: index === 0
                    lying: !root.wide
                    startsFocus: index === 0
                    Layout.columnSpan: root.wide ? (index === 0 ? 3 : 2) : 1
                    Layout.fillWidth: true
                    Layout.fillHeight: root.wide
                    Layout.preferredWidth: index === 0 ? 3 : 2
                    onClicked: root.shell.open(modelData)
                }
            }
        }
    }

    // In one line, Finish keeps away from what is touched every day; where that is too long, two and two.
    GridLayout {
        id: foot

        readonly property real natural: comfort.implicitWidth + language.implicitWidth + privacy.implicitWidth + finish.implicitWidth
        readonly property bool inOneLine: natural + 4 * Theme.gapLarge <= root.width - 2 * Theme.margin

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        columns: inOneLine ? 5 : 2
        columnSpacing: Theme.gapLarge
        rowSpacing: Theme.gap
        uniformCellWidths: !inOneLine

        ActionButton {
            id: comfort

            text: qsTr("Comfort")
            glyph: "sliders-horizontal"
            Layout.fillWidth: !foot.inOneLine
            onClicked: root.shell.openComfort()
        }
        ActionButton {
            id: language

            visible: root.shell.languages.length > 1
            text: qsTr("Language")
            glyph: "languages"
            Layout.fillWidth: !foot.inOneLine
            onClicked: root.shell.openLanguages()
        }
        ActionButton {
            id: privacy

            text: qsTr("Privacy")
            glyph: "shield-check"
            Layout.fillWidth: !foot.inOneLine
            onClicked: root.shell.openPrivacy()
        }
        Item {
            visible: foot.inOneLine
            Layout.fillWidth: true
        }
        ActionButton {
            id: finish

            text: qsTr("Finish")
            glyph: "circle-check"
            Layout.fillWidth: !foot.inOneLine
            onClicked: root.shell.askToFinish()
        }
    }

    function greeting(part: int): string {
        switch (part) {
        case Timepiece.Part.Morning:
            return qsTr("Good morning");
        case Timepiece.Part.Day:
            return qsTr("Good afternoon");
        default:
            return qsTr("Good evening");
        }
    }

    function tileName(kind: string): string {
        return kind === "tv" ? qsTr("Television") : qsTr("Radio");
    }

    // What the tile holds now: the channel that it would continue with.
    function tileNote(kind: string): string {
        if (kind === "tv")
            return root.television.name;
        return root.radio.name;
    }
}
