import QtQuick
import theme

// The time of day; figures are tabular, so it stands still.
Text {
    required property string time

    text: time
    color: Theme.ink
    font.pixelSize: Theme.title
    font.weight: Font.DemiBold
    textFormat: Text.PlainText
}
