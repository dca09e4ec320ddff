import QtQml
import kiosk.privacy

// What is always said in our own words: the names of the headings, and what each right means.
// The rights are those of Regulation (EU) 2016/679, articles 7(3) and 13 to 22.
QtObject {
    function nameOf(topic: int): string {
        switch (topic) {
        case Notice.Topic.Purpose:
            //: Heading of a privacy notice: what personal data is used for
            return qsTr("Purpose");
        case Notice.Topic.Categories:
            //: Heading of a privacy notice: which kinds of personal data there are
            return qsTr("Categories of data");
        case Notice.Topic.Sources:
            //: Heading of a privacy notice: where personal data comes from
            return qsTr("Sources");
        case Notice.Topic.LegalBasis:
            return qsTr("Legal basis");
        case Notice.Topic.Recipients:
            //: Heading of a privacy notice: who is given personal data
            return qsTr("Recipients");
        case Notice.Topic.Transfers:
            return qsTr("Transfer to countries outside the EU/EEA");
        case Notice.Topic.Retention:
            //: Heading of a privacy notice: how long personal data is kept
            return qsTr("Storage");
        case Notice.Topic.Service:
            return "";
        default:
            return rightOf(topic) || contactOf(topic);
        }
    }

    function rightOf(topic: int): string {
        switch (topic) {
        case Notice.Topic.Rights:
            return qsTr("Your rights");
        case Notice.Topic.Information:
            //: The name of a right
            return qsTr("Information");
        case Notice.Topic.Access:
            //: The name of a right
            return qsTr("Access");
        case Notice.Topic.Rectification:
            //: The name of a right
            return qsTr("Correction");
        case Notice.Topic.Erasure:
            //: The name of a right
            return qsTr("Erasure");
        case Notice.Topic.Restriction:
            //: The name of a right
            return qsTr("Restriction");
        case Notice.Topic.Objection:
            //: The name of a right
            return qsTr("Objection");
        case Notice.Topic.AutomatedDecisions:
            //: The name of a right
            return qsTr("No decision by a machine alone");
        case Notice.Topic.Withdrawal:
            //: The name of a right
            return qsTr("Withdrawing consent");
        case Notice.Topic.Portability:
            //: The name of a right
            return qsTr("Taking your data with you");
        default:
            return "";
        }
    }

    function contactOf(topic: int): string {
        switch (topic) {
        case Notice.Topic.Contacts:
            return qsTr("Whom to turn to");
        case Notice.Topic.Controller:
            //: The data controller
            return qsTr("Responsible for your data");
        case Notice.Topic.ProtectionOfficer:
            return qsTr("Data protection officer");
        case Notice.Topic.Complaints:
            return qsTr("If you want to complain");
        case Notice.Topic.Agreement:
            //: The data processing agreement's reference stands beside it
            return qsTr("Agreement");
        default:
            return "";
        }
    }

    function meaningOf(topic: int): string {
        switch (topic) {
        case Notice.Topic.Information:
            return qsTr("You can be told what happens with data about you, and why.");
        case Notice.Topic.Access:
            return qsTr("You can see the data about you and get a copy.");
        case Notice.Topic.Rectification:
            return qsTr("You can have wrong data about you put right.");
        case Notice.Topic.Erasure:
            return qsTr("You can ask for data about you to be erased.");
        case Notice.Topic.Restriction:
            return qsTr("You can ask that data about you is kept but not used.");
        case Notice.Topic.Objection:
            return qsTr("You can say no to the use of data about you.");
        case Notice.Topic.AutomatedDecisions:
            return qsTr("You can ask that a person decides what matters to you.");
        case Notice.Topic.Withdrawal:
            return qsTr("If you have said yes to something, you can take it back at any time.");
        case Notice.Topic.Portability:
            return qsTr("You can get the data that you have given, in a form that others can read.");
        default:
            return "";
        }
    }
}
