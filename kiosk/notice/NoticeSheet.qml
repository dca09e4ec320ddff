import kiosk.controls
import kiosk.notice

// What the hospital has to say, over a picture, until somebody puts it away.
NoticeCard {
    required property HospitalNotice notice
    property bool wanted: true

    shown: wanted && notice.text !== "" && !notice.closed
    text: notice.text
    onClosed: notice.close()
}
