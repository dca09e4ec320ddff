import QtQuick
import theme

// An icon in one colour of the palette. It never stands without a word.
Image {
    required property string name
    property color tint: Theme.ink
    property int size: Theme.icon

    width: size
    height: size
    sourceSize: Qt.size(size, size)
    source: "image://icons/" + name + "/" + tint
    Accessible.ignored: true
}
