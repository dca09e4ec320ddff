pragma ComponentBehavior: Bound
import QtQuick
import theme
import kiosk.controls
import kiosk.services

// All web services of the hospital: a large row each, with its icon, its name and one line that says what it is for.
Item {
    id: root

    required property Services services
    required property string time
    signal homeRequested

    PageBar {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        title: qsTr("Services")
        time: root.time
        onHomeRequested: root.homeRequested()
    }

    ListView {
        id: list

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.topMargin: Theme.gapLarge
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: Theme.gap
        bottomMargin: Theme.margin
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: root.services.list
        Accessible.role: Accessible.List
        Accessible.name: head.title

        delegate: ServiceRow {
            required property string serviceId
            required property bool open

            width: list.width
            available: open
            opening: root.services.opening === serviceId
            onClicked: root.services.open(serviceId)
        }

        ScrollMark {
            flickable: list
        }
    }
}
