pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.staff

// What one of the nurse's actions asks or offers, over the page.
Item {
    id: root

    required property Nurse nurse
    readonly property list<string> palettes: ["", "day", "night", "contrast"]

    Loader {
        anchors.fill: parent
        active: root.nurse.sheet === "night"
        sourceComponent: Sheet {
            title: qsTr("Night")
            onClosed: root.nurse.close()

            Label {
                text: qsTr("The screen is dim and only headphones are heard, until the hour that you choose.")
                Layout.fillWidth: true
            }
            GridLayout {
                columns: 2
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap
                uniformCellWidths: true
                Layout.fillWidth: true

                Repeater {
                    model: root.nurse.nightHours

                    ActionButton {
                        required property int modelData

                        text: qsTr("Until %1 o'clock").arg(modelData)
                        glyph: "moon"
                        Layout.fillWidth: true
                        Layout.preferredHeight: Math.max(Theme.staffKey, implicitHeight)
                        onClicked: root.nurse.nightUntil(modelData)
                    }
                }
            }
            ActionButton {
                visible: root.nurse.nightEnds !== ""
                text: qsTr("End the night now")
                glyph: "sun"
                Layout.fillWidth: true
                Layout.topMargin: Theme.gapLarge
                Layout.preferredHeight: Math.max(Theme.staffKey, implicitHeight)
                onClicked: root.nurse.nightUntil(-1)
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: root.nurse.sheet === "volume"
        sourceComponent: Sheet {
            title: qsTr("Loudest volume")
            onClosed: root.nurse.close()

            Label {
                text: qsTr("No patient at this bed can make it louder than this. It stays so after clearing.")
                Layout.fillWidth: true
            }
            Stepper {
                lessName: qsTr("Quieter")
                moreName: qsTr("Louder")
                value: root.nurse.loudest / 100
                onStepped: by => root.nurse.stepLoudest(by)
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
            }
            Label {
                text: qsTr("%1 percent of what the tablet can do").arg(root.nurse.loudest)
                color: Theme.inkSoft
                Layout.fillWidth: true
            }
            ActionButton {
                text: qsTr("As the hospital has it (%1 percent)").arg(root.nurse.usual)
                glyph: "rotate-cw"
                Layout.fillWidth: true
                Layout.topMargin: Theme.gapLarge
                Layout.preferredHeight: Math.max(Theme.staffKey, implicitHeight)
                onClicked: root.nurse.usualLoudest()
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: root.nurse.sheet === "language"
        sourceComponent: Sheet {
            title: qsTr("Language of Welcome")
            onClosed: root.nurse.close()

            Label {
                text: qsTr("Every patient can still choose another. It stays so after clearing.")
                Layout.fillWidth: true
            }
            Repeater {
                model: root.nurse.languages

                ActionButton {
                    required property string modelData

                    text: root.nurse.languageName(modelData)
                    chosen: root.nurse.language === modelData
                    Layout.fillWidth: true
                    Layout.preferredHeight: Math.max(Theme.staffKey, implicitHeight)
                    onClicked: root.nurse.setLanguage(modelData)
                }
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: root.nurse.sheet === "look"
        sourceComponent: Sheet {
            title: qsTr("Text and colours")
            onClosed: root.nurse.close()

            Label {
                text: qsTr("Text size")
                font.weight: Font.DemiBold
            }
            Flow {
                spacing: Theme.gap
                Layout.fillWidth: true

                Repeater {
                    model: ["standard", "large", "largest"]

                    ActionButton {
                        required property string modelData

                        text: root.sizeName(modelData)
                        chosen: root.nurse.textSize === modelData
                        onClicked: root.nurse.setTextSize(modelData)
                    }
                }
            }
            Label {
                text: qsTr("Colours")
                font.weight: Font.DemiBold
                Layout.topMargin: Theme.gap
            }
            Flow {
                spacing: Theme.gap
                Layout.fillWidth: true

                Repeater {
                    model: root.palettes

                    ActionButton {
                        required property string modelData

                        text: root.paletteName(modelData)
                        chosen: root.nurse.palette === modelData
                        onClicked: root.nurse.setPalette(modelData)
                    }
                }
            }
            Label {
                text: qsTr("Layout")
                font.weight: Font.DemiBold
                Layout.topMargin: Theme.gap
            }
            Flow {
                spacing: Theme.gap
                Layout.fillWidth: true

                ActionButton {
                    text: qsTr("Everything")
                    chosen: !root.nurse.easy
                    onClicked: root.nurse.setEasy(false)
                }
                ActionButton {
                    text: qsTr("Easy mode: only television")
                    chosen: root.nurse.easy
                    onClicked: root.nurse.setEasy(true)
                }
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: root.nurse.sheet === "help"
        sourceComponent: HelpSheet {
            nurse: root.nurse
        }
    }

    Loader {
        anchors.fill: parent
        active: root.nurse.sheet === "bed"
        sourceComponent: Sheet {
            title: qsTr("Which bed this is")
            onClosed: root.nurse.close()

            Label {
                text: qsTr("Now it is %1. Choose where this tablet stands; what was set for the bed before is forgotten.").arg(root.nurse.bed)
                Layout.fillWidth: true
            }
            Repeater {
                model: root.nurse.places

                ActionButton {
                    required property string modelData

                    text: root.nurse.nameOf(modelData)
                    glyph: "bed"
                    chosen: root.nurse.place === modelData
                    Layout.fillWidth: true
                    Layout.preferredHeight: Math.max(Theme.staffKey, implicitHeight)
                    onClicked: root.nurse.choosePlace(modelData)
                }
            }
        }
    }
    Loader {
        anchors.fill: parent
        active: root.nurse.sheet === "bed" && root.nurse.wantedBed !== ""
        sourceComponent: Question {
            title: qsTr("Is this tablet at %1?").arg(root.nurse.wantedBed)
            onDismissed: root.nurse.close()

            Label {
                text: qsTr("It then shows what the hospital has for that bed. Hospital IT is told.")
                Layout.fillWidth: true
            }

            answers: [
                ActionButton {
                    text: qsTr("Yes, it is")
                    glyph: "check"
                    prominent: true
                    Layout.fillWidth: true
                    Layout.preferredHeight: Math.max(Theme.startHeight, implicitHeight)
                    onClicked: root.nurse.confirmPlace()
                },
                ActionButton {
                    text: qsTr("No, back")
                    glyph: "x"
                    Layout.fillWidth: true
                    Layout.preferredHeight: Math.max(Theme.startHeight, implicitHeight)
                    onClicked: root.nurse.close()
                }
            ]
        }
    }

    Loader {
        anchors.fill: parent
        active: root.nurse.sheet === "order"
        sourceComponent: Question {
            title: root.nurse.outOfOrder ? qsTr("Is this tablet in order again?") : qsTr("Put this tablet out of order?")
            onDismissed: root.nurse.close()

            Label {
                text: root.nurse.outOfOrder ? qsTr("Welcome can be started again.") : qsTr("From the next Welcome on it says so, and nobody can start. Staff can end that here.")
                Layout.fillWidth: true
            }

            answers: [
                ActionButton {
                    text: root.nurse.outOfOrder ? qsTr("It is in order") : qsTr("Out of order")
                    glyph: root.nurse.outOfOrder ? "check" : "unplug"
                    prominent: true
                    Layout.fillWidth: true
                    Layout.preferredHeight: Math.max(Theme.startHeight, implicitHeight)
                    onClicked: root.nurse.putOutOfOrder(!root.nurse.outOfOrder)
                },
                ActionButton {
                    text: qsTr("Leave it as it is")
                    glyph: "x"
                    Layout.fillWidth: true
                    Layout.preferredHeight: Math.max(Theme.startHeight, implicitHeight)
                    onClicked: root.nurse.close()
                }
            ]
        }
    }

    function sizeName(size: string): string {
        switch (size) {
        case "large":
            return qsTr("Large");
        case "largest":
            return qsTr("Largest");
        default:
            return qsTr("Standard");
        }
    }

    function paletteName(palette: string): string {
        switch (palette) {
        case "day":
            return qsTr("Day");
        case "night":
            return qsTr("Night colours");
        case "contrast":
            return qsTr("Strong contrast");
        default:
            return qsTr("As usual");
        }
    }
}
