import kiosk.controls
import kiosk.guide

// Gives a channel a star, so that it stands first in lists, or takes it away.
ActionButton {
    required property Favourites favourites
    required property int number
    readonly property bool starred: favourites.numbers.includes(String(number))

    text: starred ? qsTr("First in the list") : qsTr("Put first")
    glyph: starred ? "check" : "star"
    onClicked: favourites.toggle(number)
}
