pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.guide
import kiosk.keyboard
import kiosk.search
import kiosk.shell

// Looking for a channel or a programme: the field, what was found, and the keys, which another layer lays over the lower edge.
FocusScope {
    id: root

    required property Search search
    required property Shell shell
    required property Timepiece timepiece
    readonly property bool shown: shell.sheet === Shell.Sheet.Search
    // Over Home, going Home and closing are the same.
    readonly property bool overHome: shell.page === Shell.Page.Home
    required property Keyboard keyboard
    // Tells of a programme that was found.
    required property Guide guide
    required property Favourites favourites
    required property Reminding reminding
    readonly property bool mirrored: shell.languages.mirrored
    // How much of the lower edge the keys take.
    readonly property int covered: keyboard.covered
    readonly property bool narrow: Theme.textScale > 1.5
    readonly property int edge: narrow ? Theme.gap : Theme.margin
    // Large letters and the keys leave no room for anything but what was found.
    readonly property bool tight: narrow && covered > 0

    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("Search")

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }
    // A touch on the page does not reach what lies below.
    MouseArea {
        anchors.fill: parent
    }

    onShownChanged: if (shown)
        field.begin()
    Component.onCompleted: if (shown)
        field.begin()

    ColumnLayout {
        enabled: root.guide.panel === Guide.Panel.Nothing
        anchors.fill: parent
        anchors.margins: root.edge
        anchors.bottomMargin: root.covered > 0 ? root.covered + Theme.gap : root.edge
        spacing: root.narrow ? Theme.gap : Theme.gapLarge

        RowLayout {
            spacing: Theme.gapLarge

            ActionButton {
                text: qsTr("Home")
                glyph: "house"
                onClicked: root.shell.goHome()
            }
            TypingField {
                id: field

                keyboard: root.keyboard
                name: qsTr("Channel, number or programme")
                placeholder: root.narrow ? qsTr("Search") : name
                text: root.search.typed
                Layout.fillWidth: true
                onTextChanged: root.search.typed = text
                onAccepted: root.keyboard.hide()
            }
            ActionButton {
                visible: !root.overHome
                text: qsTr("Close")
                glyph: "x"
                onClicked: root.shell.closeSheet()
            }
            ClockText {
                visible: !root.narrow
                time: root.timepiece.time
            }
        }

        GroupButtons {
            visible: root.search.groups.length > 0 && !root.tight && (root.covered === 0 || root.search.typed === "" || root.search.group !== "")
            groups: root.search.groups
            group: root.search.group
            onChosen: group => root.search.chooseGroup(group)
            Layout.fillWidth: true
        }

        Item {
            clip: true
            Layout.fillWidth: true
            Layout.fillHeight: true

            ListView {
                id: list

                anchors.fill: parent
                // Room for the mark that tells how far one has scrolled.
                anchors.rightMargin: Theme.gapLarge
                model: root.search.results
                spacing: Theme.gap
                boundsBehavior: Flickable.StopAtBounds
                // Who looks through the results has no use for the keys.
                onMovementStarted: root.keyboard.hide()

                ScrollMark {
                    flickable: list
                    anchors.rightMargin: Theme.gapSmall - Theme.gapLarge
                }

                delegate: FoundRow {
                    required property int index

                    width: list.width
                    onClicked: root.search.pick(index)
                    onActiveFocusChanged: if (activeFocus)
                        list.positionViewAtIndex(index, ListView.Contain)
                }
            }

            Scroller {
                id: words

                anchors.fill: parent
                visible: root.search.count === 0
                contentWidth: width
                contentHeight: Math.max(height, hint.implicitHeight)
                boundsBehavior: Flickable.StopAtBounds
                clip: contentHeight > height

                ScrollMark {
                    flickable: words
                }

                ColumnLayout {
                    id: hint

                    width: parent.width - Theme.gapLarge
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.gap

                    Label {
                        visible: root.search.nothingFound
                        text: qsTr("Nothing found")
                        font.weight: Font.DemiBold
                        horizontalAlignment: Text.AlignHCenter
                        Layout.fillWidth: true
                    }
                    Label {
                        text: root.search.nothingFound ? root.advice() : qsTr("Type the beginning of a name, or a channel's number.")
                        color: root.search.nothingFound ? Theme.ink : Theme.inkSoft
                        horizontalAlignment: Text.AlignHCenter
                        Layout.fillWidth: true
                    }
                    ActionButton {
                        visible: root.search.nothingFound && root.search.group !== ""
                        text: qsTr("Look in all channels")
                        Layout.alignment: Qt.AlignHCenter
                        onClicked: root.search.chooseGroup("")
                    }
                }
            }
        }
    }

    PageHost {
        shown: root.shown && root.guide.panel === Guide.Panel.Programme
        mirrored: root.mirrored
        sourceComponent: ProgrammeSheet {
            guide: root.guide
            favourites: root.favourites
            reminding: root.reminding
        }
    }

    // What may help somebody who found nothing.
    function advice(): string {
        if (root.search.group !== "")
            return qsTr("There is nothing like that among “%1”.").arg(root.search.group);
        return qsTr("Try fewer letters, or only the first word.");
    }
}
