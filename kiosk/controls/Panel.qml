import QtQuick
import theme

// A card that lies on a page or over a picture.
Rectangle {
    color: Theme.surface
    radius: Theme.radiusLarge
    border.color: Theme.line
    border.width: Theme.bordered ? Theme.hairline * 2 : 0
}
