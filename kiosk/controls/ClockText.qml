import QtQuick
import theme

// The time of day; figures are tabular, so it stands still. Staff come by a long press on it (kiosk/shell/clock_press.py).
Text {
    required property string time

    objectName: "clock"
    text: time
    color: Theme.ink
    font.pixelSize: Theme.title
    font.weight: Font.DemiBold
    textFormat: Text.PlainText
}
