import QtQuick
import theme

// Running text in the palette's ink; wraps, never elides.
Text {
    color: Theme.ink
    font.pixelSize: Theme.body
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft
}
