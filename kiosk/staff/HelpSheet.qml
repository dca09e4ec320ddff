import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.staff

// What is wrong with the television, in one sentence that says what to do.
Sheet {
    id: root

    required property Nurse nurse
    readonly property bool well: nurse.verdict === "fine"

    title: qsTr("TV problem")
    onClosed: root.nurse.close()

    Glyph {
        name: root.well ? "circle-check" : "tv"
        size: Theme.iconLarge
        tint: Theme.accent
        Layout.preferredWidth: size
        Layout.preferredHeight: size
    }
    Label {
        text: root.words(root.nurse.verdict)
        font.pixelSize: Theme.title
        font.weight: Font.DemiBold
        Layout.fillWidth: true
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    ActionButton {
        visible: root.nurse.verdict !== ""
        text: qsTr("Look again")
        glyph: "rotate-cw"
        Layout.topMargin: Theme.gapLarge
        Layout.preferredHeight: Math.max(Theme.staffKey, implicitHeight)
        onClicked: root.nurse.look()
    }

    function words(verdict: string): string {
        switch (verdict) {
        case "no-cable":
            return qsTr("The network cable is loose. Plug it in at the wall and at the tablet; if that does not help, tell hospital IT: no link.");
        case "no-address":
            return qsTr("The tablet gets no network address. Tell hospital IT: no address.");
        case "no-gateway":
            return qsTr("The network does not answer. Tell hospital IT: no gateway.");
        case "no-names":
            return qsTr("The network does not find the television. Tell hospital IT: no name server.");
        case "no-head-end":
            return qsTr("The television system does not answer. Tell hospital IT: no head-end.");
        case "no-stream":
            return qsTr("The television system sends no picture. Tell hospital IT: no stream.");
        case "some-streams":
            return qsTr("Some channels are not sent. Choose another channel, and tell hospital IT: some streams are missing.");
        case "no-sound":
            return qsTr("This tablet has no sound. Try headphones; if that does not help, tell hospital IT: no sound output.");
        case "muted":
            return qsTr("The sound is muted, or only headphones may be heard now. Plug in headphones, or look at Night.");
        case "silent":
            return qsTr("The volume is at its lowest. Make it louder with Loudest volume.");
        case "breaks":
            return qsTr("The picture breaks off often. If it goes on, tell hospital IT: streams fail.");
        case "fine":
            return qsTr("Network, television and sound are well. Choose another channel; if that does not help, clear the tablet.");
        default:
            return qsTr("Looking at network, television and sound...");
        }
    }
}
