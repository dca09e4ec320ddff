import QtQuick

// What is wrong with the television, in one sentence for whoever stands at the bed.
QtObject {
    function sentence(verdict: string): string {
        switch (verdict) {
        case "no-cable":
            return qsTr("The tablet is not connected to the network. Push the network plug in and try again; else call IT.");
        case "no-address":
            return qsTr("The network gives this tablet no address. Call IT.");
        case "no-gateway":
            return qsTr("The network does not let this tablet through. Call IT.");
        case "no-names":
            return qsTr("The network does not find the television server's name. Call IT.");
        case "no-head-end":
            return qsTr("The television server does not answer. Call IT.");
        case "no-stream":
            return qsTr("The television server sends no picture. Call IT.");
        case "some-streams":
            return qsTr("Some channels are not sent just now. Try another channel, and tell IT.");
        case "no-sound":
            return qsTr("The tablet finds nothing to play sound on. Push the headphones' plug in; else call IT.");
        case "muted":
            return qsTr("The sound is off. Turn it on with the volume keys.");
        case "silent":
            return qsTr("The volume is at zero. Turn it up.");
        case "breaks":
            return qsTr("Network and television work, but the picture breaks off often. Tell IT.");
        default:
            return qsTr("Network, television and sound work. Choose the channel again.");
        }
    }

    function part(name: string): string {
        switch (name) {
        case "link":
            return qsTr("Connection");
        case "address":
            return qsTr("Address");
        case "gateway":
            return qsTr("Gateway");
        case "names":
            return qsTr("Name server");
        default:
            return qsTr("Stream");
        }
    }

    function state(name: string): string {
        switch (name) {
        case "ok":
            return qsTr("good");
        case "absent":
            return qsTr("missing");
        case "unknown-name":
            return qsTr("name not found");
        case "refused":
            return qsTr("refused");
        case "silent":
            return qsTr("no answer");
        case "no-picture":
            return qsTr("sends nothing");
        default:
            return qsTr("not asked");
        }
    }
}
