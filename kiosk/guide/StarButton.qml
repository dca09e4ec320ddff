import kiosk.controls
import kiosk.guide

// Gives a channel a star, so that it stands first in lists, or takes it away.
ActionButton {
    required property Favourites favourites
    required property int number
    // The channel's name, where it is not plain what stands first.
    property string name: ""
    readonly property bool starred: favourites.numbers.includes(String(number))

    text: {
        if (name !== "")
            return starred ? qsTr("%1 stands first").arg(name) : qsTr("Put %1 first").arg(name);
        return starred ? qsTr("First in the list") : qsTr("Put first");
    }
    glyph: starred ? "check" : "star"
    onClicked: favourites.toggle(number)
}
