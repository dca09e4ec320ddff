import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.guide

// All that the guide knows of one programme, and what can be done about it.
Sheet {
    id: root

    required property Guide guide
    required property Favourites favourites
    required property Reminding reminding
    readonly property Card card: guide.card

    title: card.known ? card.title : card.channel
    onClosed: guide.closePanel()

    DayWords {
        id: words
    }

    RowLayout {
        visible: root.card.known
        spacing: Theme.gap
        Layout.fillWidth: true

        Label {
            text: root.card.number
            color: Theme.accent
            font.weight: Font.DemiBold
            Layout.alignment: Qt.AlignTop
        }
        Label {
            text: root.card.channel
            font.weight: Font.DemiBold
            Layout.fillWidth: true
        }
    }
    Label {
        text: root.card.known ? qsTr("%1, %2").arg(words.of(root.card.day, root.card.date)).arg(root.card.times) : qsTr("The guide knows nothing of this time on this channel.")
        Layout.fillWidth: true
    }
    AiringBar {
        visible: root.card.known && root.card.onNow
        progress: root.card.progress
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.gapSmall
    }

    // What can be done: more lines may come here.
    ActionButton {
        text: root.card.onNow && root.card.known ? qsTr("Watch") : qsTr("Watch %1 now").arg(root.card.channel)
        glyph: "play"
        prominent: root.card.onNow
        Layout.fillWidth: true
        onClicked: root.guide.watch(root.card.number)
    }
    RemindButton {
        visible: root.reminding.offered
        reminding: root.reminding
        Layout.fillWidth: true
    }
    StarButton {
        favourites: root.favourites
        number: root.card.number
        Layout.fillWidth: true
    }

    Flow {
        visible: root.card.live || root.card.premiere || root.card.repeated || root.card.age > 0
        spacing: Theme.gap
        Layout.fillWidth: true
        Layout.topMargin: Theme.gapSmall

        Mark {
            text: root.card.live ? qsTr("Live") : ""
        }
        Mark {
            text: root.card.premiere ? qsTr("First showing") : ""
        }
        Mark {
            text: root.card.repeated ? qsTr("Repeat") : ""
        }
        Mark {
            text: root.card.age > 0 ? qsTr("From %1 years").arg(root.card.age) : ""
        }
    }
    Label {
        visible: text !== ""
        text: root.joined(root.card.subtitle, root.card.episode)
        font.weight: Font.DemiBold
        Layout.fillWidth: true
        Layout.topMargin: Theme.gapSmall
    }
    Label {
        visible: text !== ""
        text: root.card.description
        Layout.fillWidth: true
    }
    Label {
        visible: root.card.kind !== ""
        text: root.card.kind
        color: Theme.inkSoft
        Layout.fillWidth: true
    }
    Label {
        visible: root.card.directors !== ""
        text: qsTr("Directed by %1").arg(root.card.directors)
        color: Theme.inkSoft
        Layout.fillWidth: true
    }
    Label {
        visible: root.card.cast !== ""
        text: qsTr("With %1").arg(root.card.cast)
        color: Theme.inkSoft
        Layout.fillWidth: true
    }
    Label {
        visible: root.card.languages !== ""
        text: qsTr("Described in: %1").arg(root.card.languages)
        color: Theme.inkSoft
        Layout.fillWidth: true
    }

    function joined(one: string, other: string): string {
        return one === "" || other === "" ? one + other : one + " · " + other;
    }
}
