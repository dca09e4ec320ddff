import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.tv

// Which channel this is, for a moment after a zap. There is no fade in: the name is there before the picture.
Panel {
    id: root

    required property Television television

    visible: television.bannerShown
    width: row.implicitWidth + 2 * Theme.margin
    height: row.implicitHeight + 2 * Theme.gap

    RowLayout {
        id: row

        anchors.centerIn: parent
        spacing: Theme.gapLarge

        Label {
            text: root.television.number
            font.pixelSize: Theme.display
            font.weight: Font.DemiBold
            color: Theme.accent
        }
        ColumnLayout {
            spacing: 0

            Heading {
                text: root.television.name
                Layout.maximumWidth: Theme.sheet
            }
            Label {
                objectName: "programmeTitle"
                visible: text !== ""
                text: root.television.airing.title
                maximumLineCount: 1
                elide: Text.ElideRight
                Layout.maximumWidth: Theme.sheet
            }
        }
    }
}
