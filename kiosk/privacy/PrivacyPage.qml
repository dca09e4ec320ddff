pragma ComponentBehavior: Bound
import QtQuick
import theme
import kiosk.controls
import kiosk.privacy
import kiosk.welcome

// Privacy: plain words first, then the hospital's own notice, then the patient's rights and whom to turn to.
Item {
    id: root

    required property Privacy privacy
    required property Cleared cleared
    required property string time
    signal homeRequested

    // Opened again, it begins at the beginning.
    onVisibleChanged: if (visible)
        list.positionViewAtBeginning()

    PageBar {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        title: qsTr("Privacy")
        time: root.time
        onHomeRequested: root.homeRequested()
    }

    NoticeWords {
        id: words
    }

    ListView {
        id: list

        // No wider than is good to read.
        readonly property int lineWidth: Math.min(width - 2 * Theme.margin, 7 * Theme.plateWidth)
        readonly property alias gliding: glide.running

        objectName: "notice"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.topMargin: Theme.gap
        // Rows near by are made ahead, so that the mark at the edge knows how much there is.
        cacheBuffer: 4 * root.height
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: root.privacy.notice
        Accessible.role: Accessible.Document
        Accessible.name: head.title

        header: Item {
            width: list.width
            height: plain.height + Theme.gap

            PlainWords {
                id: plain

                anchors.horizontalCenter: parent.horizontalCenter
                width: list.lineWidth
                cleared: root.cleared
            }
        }
        delegate: Item {
            id: cell

            required property int topic
            required property bool section
            required property string text
            required property bool against

            width: list.width
            height: row.height

            NoticeRow {
                id: row

                anchors.horizontalCenter: parent.horizontalCenter
                width: list.lineWidth
                name: words.nameOf(cell.topic)
                text: cell.text || words.meaningOf(cell.topic)
                section: cell.section
                against: cell.against
            }
        }
        footer: Item {
            width: list.width
            height: Theme.margin
        }

        ScrollMark {
            flickable: list
        }

        NumberAnimation {
            id: glide

            target: list
            property: "contentY"
            duration: Theme.slide > 0 ? Theme.fade : 0
            easing.type: Easing.OutCubic
            onFinished: list.returnToBounds()
        }

        function scroll(screens: real) {
            const from = glide.running ? glide.to : contentY;
            const last = Math.max(originY, originY + contentHeight - height);
            glide.stop();
            glide.to = Math.max(originY, Math.min(last, from + screens * height));
            glide.start();
        }

        Connections {
            target: root.privacy

            function onScrolled(screens: real) {
                list.scroll(screens);
            }
        }
    }
}
