import QtQuick
import theme

// Running text in the palette's ink; wraps, never elides.
Text {
    color: Theme.ink
    font.pixelSize: Theme.body
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft
    // The same height of line in every script, so that what stands side by side is level.
    lineHeightMode: Text.FixedHeight
    lineHeight: Math.ceil(font.pixelSize * Theme.lineSpacing)
}
