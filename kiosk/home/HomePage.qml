pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
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
    required property Television television
    required property Radio radio
    required property Services services
    // Whether this ward has a guide.
    required property bool guideOffered
    readonly property list<string> tileKinds: root.guideOffered && root.shell.tiles.includes("tv") ? ["tv", "guide"].concat(root.shell.tiles.filter(kind => kind !== "tv")) : root.shell.tiles
    // Side by side where there is room for two tiles with their words, else one under the other.
    readonly property bool wide: width > Theme.homeWidth

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
        SearchButton {
            visible: root.wide
            onClicked: root.shell.openSearch()
        }
        ClockText {
            time: root.timepiece.time
        }
    }

    Flickable {
        id: tileArea

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.bottom: foot.top
        anchors.topMargin: root.wide ? Theme.gapLarge : Theme.gap
        anchors.bottomMargin: root.wide ? Theme.gapLarge : Theme.gap
        contentWidth: width
        contentHeight: Math.max(height, tiles.implicitHeight)
        boundsBehavior: Flickable.StopAtBounds
        clip: contentHeight > height

        ScrollMark {
            flickable: tileArea
        }

        GridLayout {
            id: tiles

            x: Theme.margin
            width: parent.width - 2 * Theme.margin
            height: root.wide ? parent.height : implicitHeight
            // Wide, the first tile takes three parts of the width and all of the height; beside it one or two columns of two parts.
            readonly property int others: root.tileKinds.length - 1
            readonly property int beside: others > 2 ? 2 : 1
            readonly property int lines: Math.max(1, Math.ceil(others / beside))

            columns: root.wide ? 3 + 2 * beside : 1
            uniformCellWidths: root.wide
            uniformCellHeights: root.wide
            columnSpacing: Theme.gapLarge
            rowSpacing: root.wide ? Theme.gapLarge : Theme.gap

            Repeater {
                model: root.tileKinds

                Tile {
                    required property string modelData
                    required property int index

                    readonly property string service: modelData.startsWith("web:") ? modelData.slice(4) : ""
                    readonly property bool lastAlone: index === tiles.others && index > 0 && tiles.beside === 2 && index % 2 === 1

                    glyph: service !== "" ? root.services.glyphOf(service) : root.tileGlyph(modelData)
                    text: service !== "" ? root.services.nameOf(service, root.shell.language) : root.tileName(modelData)
                    note: service !== "" ? root.serviceNote(service) : root.tileNote(modelData)
                    programme: modelData === "tv" ? root.television.airing.title : ""
                    until: modelData === "tv" ? root.television.airing.until : ""
                    progress: root.television.airing.progress
                    prominent: index === 0
                    // Where tiles are low, the icon beside the words, so that all of them are in sight.
                    lying: !root.wide || (index > 0 ? tiles.lines > tiles.beside : tiles.others > 1 && Theme.textScale > 1.2)
                    spread: !root.wide
                    startsFocus: index === 0
                    Layout.columnSpan: root.wide ? (index === 0 ? 3 : lastAlone ? 4 : 2) : 1
                    Layout.rowSpan: root.wide && index === 0 ? tiles.lines : 1
                    Layout.fillWidth: true
                    Layout.fillHeight: root.wide
                    Layout.preferredWidth: index === 0 ? 3 : 2
                    onClicked: modelData === "guide" ? root.shell.openGuide() : root.shell.open(modelData)
                }
            }

            // Where the head has no room for it.
            SearchButton {
                visible: !root.wide
                Layout.fillWidth: true
                onClicked: root.shell.openSearch()
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
            return root.services.lineOf(service, root.shell.language);
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
