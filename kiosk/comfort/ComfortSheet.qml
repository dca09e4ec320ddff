pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.comfort
import kiosk.controls
import kiosk.player

// Everything that makes the screen easier on eyes and ears. Every change shows at once.
Sheet {
    id: root

    required property Comfort comfort
    required property Player player
    // Whether there is television, which easy mode is about.
    required property bool easyOffered
    signal easyRequested

    title: qsTr("Comfort")

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
                chosen: root.comfort.textSize === modelData
                onClicked: root.comfort.setTextSize(modelData)
            }
        }
    }

    Label {
        text: qsTr("Colours")
        font.weight: Font.DemiBold
        Layout.topMargin: Theme.gapLarge
    }
    Flow {
        spacing: Theme.gap
        Layout.fillWidth: true

        Repeater {
            model: ["day", "night", "contrast"]

            ActionButton {
                required property string modelData

                text: root.paletteName(modelData)
                glyph: root.paletteGlyph(modelData)
                chosen: root.comfort.palette === modelData
                onClicked: root.comfort.setPalette(modelData)
            }
        }
    }

    Label {
        text: qsTr("Brightness")
        font.weight: Font.DemiBold
        Layout.topMargin: Theme.gapLarge
    }
    Stepper {
        lessName: qsTr("Darker")
        moreName: qsTr("Brighter")
        value: root.comfort.brightness / 100
        marks: 5
        onStepped: by => root.comfort.stepBrightness(by)
        Layout.fillWidth: true
    }

    Label {
        text: qsTr("Volume")
        font.weight: Font.DemiBold
        Layout.topMargin: Theme.gapLarge
    }
    Stepper {
        lessName: qsTr("Quieter")
        moreName: qsTr("Louder")
        value: root.player.volume.muted ? 0 : root.player.volume.percent / 100
        onStepped: by => root.player.volume.step(by)
        Layout.fillWidth: true
    }
    SpeakerOff {
        visible: root.player.volume.speakerOff
        Layout.fillWidth: true
    }

    Label {
        text: qsTr("Movement on the screen")
        font.weight: Font.DemiBold
        Layout.topMargin: Theme.gapLarge
    }
    Flow {
        spacing: Theme.gap
        Layout.fillWidth: true

        ActionButton {
            text: qsTr("As usual")
            chosen: !root.comfort.reduceMotion
            onClicked: root.comfort.setReduceMotion(false)
        }
        ActionButton {
            text: qsTr("Less movement")
            chosen: root.comfort.reduceMotion
            onClicked: root.comfort.setReduceMotion(true)
        }
    }

    Label {
        visible: root.easyOffered
        text: qsTr("Easy mode")
        font.weight: Font.DemiBold
        Layout.topMargin: Theme.gapLarge
    }
    Label {
        visible: root.easyOffered
        text: qsTr("Only television, with very large buttons.")
        Layout.fillWidth: true
    }
    ActionButton {
        visible: root.easyOffered
        text: qsTr("Turn on easy mode")
        glyph: "hand"
        onClicked: root.easyRequested()
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
        case "night":
            return qsTr("Night");
        case "contrast":
            return qsTr("Strong contrast");
        default:
            return qsTr("Day");
        }
    }

    function paletteGlyph(palette: string): string {
        switch (palette) {
        case "night":
            return "moon";
        case "contrast":
            return "contrast";
        default:
            return "sun";
        }
    }
}
