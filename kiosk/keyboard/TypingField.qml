pragma ComponentBehavior: Bound
import QtQuick
import theme
import kiosk.controls
import kiosk.keyboard

// One line of text that is typed by touch or with real keys. It offers nothing to be copied, and nothing is learned from it.
Rectangle {
    id: root

    required property Keyboard keyboard
    property alias text: input.text
    property string placeholder: ""
    property string name: placeholder
    signal accepted

    implicitHeight: Math.max(Theme.target, Math.ceil(Theme.body * Theme.lineSpacing) + Theme.gap)
    radius: Theme.radiusSmall
    color: Theme.surfaceRaised
    border.color: input.activeFocus ? Theme.accent : Theme.line
    border.width: input.activeFocus ? Theme.ring : Theme.hairline

    // The whole field is the target, not only its line of text.
    MouseArea {
        anchors.fill: parent
        onClicked: root.begin()
    }
    Glyph {
        id: glyph

        name: "search"
        tint: Theme.inkSoft
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
    }
    TextInput {
        id: input

        objectName: "typing"
        anchors.left: glyph.right
        anchors.right: parent.right
        anchors.margins: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        height: parent.height
        verticalAlignment: TextInput.AlignVCenter
        color: Theme.ink
        font.pixelSize: Theme.body
        selectionColor: Theme.accent
        selectedTextColor: Theme.onAccent
        selectByMouse: false
        maximumLength: 60
        clip: true
        activeFocusOnTab: true
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData | Qt.ImhNoAutoUppercase | Qt.ImhNoTextHandles
        Accessible.role: Accessible.EditableText
        Accessible.name: root.name
        onAccepted: root.accepted()

        // It stands still: nothing blinks.
        cursorDelegate: Rectangle {
            width: Theme.ring
            color: Theme.accent
            visible: input.activeFocus
        }
    }
    Label {
        visible: input.text === "" && input.preeditText === ""
        text: root.placeholder
        color: Theme.inkSoft
        anchors.left: input.left
        anchors.right: input.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gapSmall
        Accessible.ignored: true
    }

    // Ready to be typed into, with the keys on the screen.
    function begin(): void {
        input.forceActiveFocus();
        root.keyboard.show();
    }
}
