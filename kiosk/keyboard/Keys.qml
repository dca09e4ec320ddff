import QtQuick
import QtQuick.Layouts
import QtQuick.VirtualKeyboard.Core
import theme
import kiosk.keyboard

// All keys, over Qt Virtual Keyboard's plainest input method: it hands every key on and knows no words.
Rectangle {
    id: root

    required property Keyboard keyboard
    // Qt asks the panel that it knows of: this one is no window of its own.
    readonly property bool desktopPanel: true

    implicitHeight: rows.implicitHeight + 2 * Theme.gap
    color: Theme.background

    // A touch between two keys does not reach the page below.
    MouseArea {
        anchors.fill: parent
    }
    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }

    PlainInputMethod {
        id: plain
    }

    Component.onCompleted: {
        InputContext.priv.registerInputPanel(root);
        InputContext.inputEngine.inputMethod = plain;
        root.keyboard.ready();
    }
    Binding {
        target: InputContext.priv
        property: "locale"
        value: root.keyboard.locale
    }

    ColumnLayout {
        id: rows

        // Letters lie as on a real keyboard, whichever way the language is written.
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.gap

        RowLayout {
            spacing: Theme.gap
            uniformCellSizes: true

            KeyRow {
                model: root.keyboard.upperRow
                onTyped: letter => root.type(letter)
            }
        }
        RowLayout {
            spacing: Theme.gap
            uniformCellSizes: true

            KeyRow {
                model: root.keyboard.middleRow
                onTyped: letter => root.type(letter)
            }
        }
        RowLayout {
            spacing: Theme.gap

            KeyCap {
                visible: root.keyboard.hasCapitals
                word: true
                chosen: root.keyboard.capitals
                text: root.keyboard.capitals ? "abc" : "ABC"
                told: qsTr("Capital letters")
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.target * 1.4
                onTyped: root.keyboard.shift()
            }
            KeyRow {
                model: root.keyboard.lowerRow
                onTyped: letter => root.type(letter)
            }
            KeyCap {
                word: true
                autoRepeat: true
                //: A key: takes the last letter away
                text: qsTr("Delete")
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.target * 1.7
                onTyped: InputContext.inputEngine.virtualKeyClick(Qt.Key_Backspace, "", Qt.NoModifier)
            }
        }
        RowLayout {
            spacing: Theme.gap

            KeyCap {
                word: true
                chosen: root.keyboard.signs
                text: root.keyboard.signs ? root.keyboard.alphabet : "123"
                told: root.keyboard.signs ? qsTr("Letters") : qsTr("Digits and signs")
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.target * 2
                onTyped: root.keyboard.turn()
            }
            KeyCap {
                visible: root.keyboard.hasOtherLetters
                word: true
                text: root.keyboard.otherAlphabet
                //: A key: turns from the language's own letters to Latin ones, or back
                told: qsTr("Other letters")
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.target * 1.4
                onTyped: root.keyboard.otherLetters()
            }
            KeyCap {
                text: "-"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.target
                onTyped: root.type("-")
            }
            KeyCap {
                word: true
                //: The wide key between words
                text: qsTr("Space")
                Layout.fillWidth: true
                Layout.fillHeight: true
                // It makes room for the key of other letters.
                Layout.preferredWidth: Theme.target * (root.keyboard.hasOtherLetters ? 3.2 : 5)
                onTyped: root.type(" ")
            }
            KeyCap {
                text: "."
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.target
                onTyped: root.type(".")
            }
            KeyCap {
                word: true
                //: The key that ends a line or sends what was typed
                text: qsTr("Enter")
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.target * 2
                onTyped: InputContext.inputEngine.virtualKeyClick(Qt.Key_Return, "\n", Qt.NoModifier)
            }
            KeyCap {
                word: true
                //: A key: puts the keyboard on the screen away
                text: qsTr("Hide keys")
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.target * 2
                onTyped: root.keyboard.hide()
            }
        }
    }

    function type(text: string): void {
        InputContext.inputEngine.virtualKeyClick(Qt.Key_unknown, text, Qt.NoModifier);
        root.keyboard.typed();
    }
}
