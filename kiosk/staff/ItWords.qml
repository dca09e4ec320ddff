import QtQuick

// Words of IT's page.
QtObject {
    function fact(name: string): string {
        switch (name) {
        case "device":
            return qsTr("Device");
        case "version":
            return qsTr("Version");
        case "site":
            return qsTr("Hospital / ward");
        case "configuration":
            return qsTr("Configuration no.");
        case "published":
            return qsTr("Published");
        case "age":
            return qsTr("Age in days");
        case "author":
            return qsTr("By");
        case "reason":
            return qsTr("Why");
        case "agreement":
            return qsTr("Agreement");
        case "state":
            return qsTr("State");
        default:
            return qsTr("Freed memory");
        }
    }

    function value(name: string, value: string): string {
        if (name === "state") {
            switch (value) {
            case "ok":
                return qsTr("up to date");
            case "unreachable":
                return qsTr("the hospital's server cannot be reached");
            case "refused":
                return qsTr("what the hospital's server holds was refused");
            case "expired":
                return qsTr("what the hospital's server holds is too old");
            case "unwritable":
                return qsTr("the tablet's disk takes nothing");
            }
        }
        if (name === "memory")
            return value === "erased" ? qsTr("is erased") : qsTr("is not erased (init_on_free)");
        return value;
    }

    function kind(name: string): string {
        switch (name) {
        case "finish":
            return qsTr("Finish");
        case "idle":
            return qsTr("Nobody there");
        case "unanswered":
            return qsTr("Not answered");
        case "daily":
            return qsTr("Daily hour");
        case "boot":
            return qsTr("Start");
        case "crash":
            return qsTr("Crash");
        case "restart":
            return qsTr("Supervisor restarted");
        case "renewed":
            return qsTr("New configuration");
        case "signed":
            return qsTr("Signed instruction");
        case "staff":
            return qsTr("Staff");
        default:
            return name;
        }
    }

    function told(words: string): string {
        switch (words) {
        case "pull done":
            return qsTr("Looked: this is the newest configuration.");
        case "pull failed":
            return qsTr("The hospital's server could not be read. What was in force stays.");
        case "sound done":
            return qsTr("A tone was played. Did you hear it?");
        case "sound failed":
            return qsTr("Nothing here plays sound.");
        case "stick done":
            return qsTr("Written to the stick. It can be pulled out.");
        case "stick none":
        case "find none":
            return qsTr("There is no USB stick. Plug one in and wait a moment.");
        case "stick full":
            return qsTr("The stick is full.");
        case "stick read-only":
            return qsTr("The stick can only be read.");
        case "stick failed":
            return qsTr("The stick cannot be written. Take another one.");
        case "find failed":
            return qsTr("There is no enrolment file on the stick.");
        case "enrol failed":
            return qsTr("The enrolment was not taken, or the tablet does not restart. Call whoever looks after it.");
        case "restart failed":
            return qsTr("The tablet does not restart. Switch it off and on.");
        default:
            return "";
        }
    }
}
