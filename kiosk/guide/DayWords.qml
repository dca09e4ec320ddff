import QtQml

// A day in words, by its distance from today.
QtObject {
    function of(day: int, date: string): string {
        switch (day) {
        case -1:
            return qsTr("Yesterday");
        case 0:
            return qsTr("Today");
        case 1:
            return qsTr("Tomorrow");
        default:
            return date;
        }
    }
}
