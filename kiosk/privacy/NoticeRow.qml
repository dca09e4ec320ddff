import QtQuick
import theme
import kiosk.controls

// One row of the notice: a title, or a name with its text beside it where there is room, else under it.
Item {
    id: root

    required property string name
    required property string text
    required property bool section
    required property bool against
    readonly property bool wide: width > 6 * Theme.plateWidth
    readonly property int textWidth: wide ? width - 2 * Theme.plateWidth - Theme.gapLarge : width

    height: section ? title.y + title.height + Theme.gap : Math.max(label.y + label.height, content.y + content.height) + (wide ? Theme.gap : Theme.gapLarge)

    Rectangle {
        visible: root.section
        y: Theme.gap
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
    Heading {
        id: title

        visible: root.section
        text: root.name || root.text
        y: Theme.gap + Theme.gapLarge
        width: parent.width
    }

    Label {
        id: label

        visible: !root.section
        text: root.name
        font.weight: Font.DemiBold
        anchors.left: parent.left
        y: root.wide ? root.lower(body.baselineOffset, baselineOffset) : 0
        width: root.wide ? 2 * Theme.plateWidth : parent.width
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    Item {
        id: content

        visible: !root.section
        anchors.right: parent.right
        y: root.wide ? root.lower(label.baselineOffset, body.baselineOffset) : label.height + Theme.gapSmall
        width: root.textWidth
        height: body.height

        // Measures the text's longest line unbroken; never seen.
        Label {
            id: unbroken

            visible: false
            text: root.against ? root.text : ""
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        // A text that runs against the page is a block at the page's own edge, its lines beginning where its readers begin.
        Label {
            id: body

            text: root.text
            anchors.left: parent.left
            width: root.against ? Math.min(Math.ceil(unbroken.implicitWidth), root.textWidth) : root.textWidth
            horizontalAlignment: root.against ? Text.AlignRight : Text.AlignLeft
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }

    // How far one of two texts side by side is moved down so that they stand on one line, whatever their scripts.
    function lower(other: real, own: real): real {
        return Math.max(0, other - own);
    }
}
