pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.notice
import kiosk.radio
import kiosk.services
import kiosk.search
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
    required property Services services
    // Whether this ward has a guide.
    required property bool guideOffered
    readonly property list<string> tileKinds: root.guideOffered && root.shell.tiles.includes("tv") ? ["tv", "guide"].concat(root.shell.tiles.filter(kind => kind !== "tv")) : root.shell.tiles
    readonly property int others: tileKinds.length - 1
    readonly property int beside: others > 2 && Theme.textScale < 1.2 ? 2 : 1
    // Side by side where there is room for two tiles with their words, else one under the other.
    readonly property bool wide: width > Theme.homeWidth
    // The hospital's notice, or a foot of two lines, leaves less height, which larger text needs.
    readonly property bool low: (said.visible || !foot.inOneLine) && Theme.textScale > 1.2

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
            visible: root.wide && Theme.textScale < 1.2
            text: root.timepiece.date
            color: Theme.inkSoft
            wrapMode: Text.NoWrap
        }
        SearchButton {
            visible: root.wide
            onClicked: root.shell.openSearch()
        }
        ClockText {
            time: root.timepiece.time
        }
    }

    NoticePanel {
        id: said

        notice: root.notice
        wanted: root.wide
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: visible ? Theme.gap : 0
    }

    Component {
        id: tileOf

        Tile {
            required property string modelData
            required property int index
            readonly property bool first: modelData === root.tileKinds[0]
            readonly property string service: modelData.startsWith("web:") ? modelData.slice(4) : ""

            glyph: service !== "" ? root.services.glyphOf(service) : root.tileGlyph(modelData)
            text: service !== "" ? root.services.nameOf(service, root.shell.languages.current) : root.tileName(modelData)
            note: service !== "" ? root.serviceNote(service) : root.tileNote(modelData)
            programme: modelData === "tv" ? root.television.airing.title : ""
            until: modelData === "tv" ? root.television.airing.until : ""
            progress: root.television.airing.progress
            prominent: first
            lying: !first || !root.wide || root.low
            spread: !root.wide
            compact: !first && root.wide && (root.beside > 1 || Theme.textScale > 1.2)
            startsFocus: first
            Layout.fillWidth: true
            Layout.fillHeight: root.wide
            Layout.columnSpan: !first && index === root.others - 1 && index % root.beside === 0 ? root.beside : 1
            onClicked: modelData === "guide" ? root.shell.openGuide() : root.shell.open(modelData)
        }
    }

    // The first tile keeps its place and all of the height; the others scroll beside it where they are many.
    RowLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: said.bottom
        // The foot lies elsewhere where this is not shown, so it cannot be an anchor.
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        anchors.topMargin: said.visible ? Theme.gap : Theme.gapLarge
        anchors.bottomMargin: foot.height + Theme.margin + Theme.gapLarge
        spacing: Theme.gapLarge
        visible: root.wide

        Repeater {
            model: root.wide ? root.tileKinds.slice(0, 1) : []
            delegate: tileOf
        }
        Scroller {
            id: tileArea

            visible: root.others > 0
            contentWidth: width
            contentHeight: Math.max(height, tiles.implicitHeight)
            boundsBehavior: Flickable.StopAtBounds
            clip: contentHeight > height
            Layout.preferredWidth: parent.width * (root.beside > 1 ? 3 : 2) / 5
            Layout.fillHeight: true

            ScrollMark {
                flickable: tileArea
            }

            GridLayout {
                id: tiles

                width: parent.width
                height: parent.height
                columns: root.beside
                uniformCellWidths: true
                uniformCellHeights: true
                columnSpacing: Theme.gapLarge
                rowSpacing: root.beside > 1 ? Theme.gap : Theme.gapLarge

                Repeater {
                    model: root.wide ? root.tileKinds.slice(1) : []
                    delegate: tileOf
                }
            }
        }
    }

    // Where there is no room for two beside each other, everything lies in one list, the foot as well.
    Scroller {
        id: list

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.topMargin: Theme.gap
        visible: !root.wide
        contentWidth: width
        contentHeight: column.implicitHeight + Theme.gap
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        ScrollMark {
            flickable: list
        }

        ColumnLayout {
            id: column

            x: Theme.margin
            width: parent.width - 2 * Theme.margin
            spacing: Theme.gap

            Repeater {
                model: root.wide ? [] : root.tileKinds
                delegate: tileOf
            }
            // Where there is little room, what can be touched comes first.
            NoticePanel {
                notice: root.notice
                wanted: !root.wide
                Layout.fillWidth: true
            }
            Item {
                id: footPlace

                Layout.fillWidth: true
                Layout.preferredHeight: root.wide ? 0 : foot.implicitHeight
            }
        }
    }

    // In one line, Finish keeps away from what is touched every day; where that is too long, two and two.
    GridLayout {
        id: foot

        readonly property real natural: comfort.implicitWidth + language.implicitWidth + privacy.implicitWidth + finish.implicitWidth
        readonly property bool inOneLine: natural + 4 * Theme.gapLarge <= root.width - 2 * Theme.margin

        parent: root.wide ? root : footPlace
        x: root.wide ? Theme.margin : 0
        y: root.wide ? root.height - height - Theme.margin : 0
        width: parent.width - 2 * x
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

            visible: root.shell.languages.offered.length > 1
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
        SearchButton {
            id: search

            visible: !root.wide
            Layout.fillWidth: true
            onClicked: root.shell.openSearch()
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
            // The last one takes what is left of its row.
            Layout.columnSpan: !foot.inOneLine && language.visible === search.visible ? 2 : 1
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

    function tileGlyph(kind: string): string {
        switch (kind) {
        case "guide":
            return "calendar-days";
        case "services":
            return "layout-grid";
        default:
            return kind;
        }
    }

    function tileName(kind: string): string {
        switch (kind) {
        case "tv":
            return qsTr("Television");
        case "guide":
            return qsTr("Guide");
        case "services":
            return qsTr("All services");
        default:
            return qsTr("Radio");
        }
    }

    // What a service is for; while it is closed, when it is there.
    function serviceNote(service: string): string {
        if (root.services.isOpen(service, root.timepiece.time))
            return root.services.lineOf(service, root.shell.languages.current);
        //: %1 is a time of day, from and to
        return qsTr("Open %1").arg(root.services.hoursOf(service));
    }

    // What the tile holds now: the channel that it would continue with.
    function tileNote(kind: string): string {
        if (kind === "tv")
            return root.television.name;
        if (kind === "guide")
            return Theme.textScale < 1.2 ? qsTr("What is on, and when") : "";
        return kind === "radio" ? root.radio.name : "";
    }
}
