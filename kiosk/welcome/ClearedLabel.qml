import QtQuick
import theme
import kiosk.controls
import kiosk.welcome

// Says when this tablet was last cleared; where that is not known, nothing.
Label {
    id: root

    required property Cleared cleared
    // Takes its room also while it says nothing, so that nothing moves when it does.
    property bool keepsRoom: false

    visible: text !== "" || keepsRoom
    text: whenCleared(cleared.day)
    color: Theme.inkSoft
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""

    function whenCleared(day: int): string {
        switch (day) {
        case Cleared.Day.Today:
            //: %1 is a time of day
            return qsTr("Cleared today at %1.").arg(root.cleared.time);
        case Cleared.Day.Yesterday:
            //: %1 is a time of day
            return qsTr("Cleared yesterday at %1.").arg(root.cleared.time);
        case Cleared.Day.Earlier:
            //: %1 is a date with its weekday, %2 a time of day
            return qsTr("Cleared on %1 at %2.").arg(root.cleared.date).arg(root.cleared.time);
        default:
            return "";
        }
    }
}
