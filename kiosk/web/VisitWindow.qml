pragma ComponentBehavior: Bound
import QtQuick
import QtWebEngine
import theme
import kiosk.controls
import kiosk.keyboard
import kiosk.web

// A visit: the frame on top, which is ours, and under it the page, which never reaches above its own edge.
Window {
    id: root

    required property Visit visit
    required property VisitReminder reminder
    required property Keyboard keyboard
    required property real zoom
    required property real veil
    required property bool night
    required property bool mirrored
    // Files with certificates of the hospital's own, which pages may prove themselves by too.
    required property list<string> authorities
    readonly property int question: visit.asking.question
    property WebEngineProfile profile: null

    title: "FlexCare"
    color: Theme.background

    // Without a name it is off the record. Made once, outside any binding.
    Component.onCompleted: {
        root.profile = prototype.instance();
        root.runFirst("choosing", WebEngineScript.ApplicationWorld);
        root.runFirst("typing", WebEngineScript.ApplicationWorld);
        root.runFirst("pickers", WebEngineScript.MainWorld);
        root.visit.profileMade(root.profile);
        browser.active = true;
    }

    // A script of ours in every page and frame, before anything of theirs. The application's world is one that pages do not see.
    function runFirst(name: string, world: int) {
        const script = WebEngine.script();
        script.name = name;
        script.sourceUrl = Qt.resolvedUrl(name + ".js");
        script.injectionPoint = WebEngineScript.DocumentCreation;
        script.worldId = world;
        script.runsOnSubFrames = true;
        root.profile.userScripts.insert(script);
    }

    WebEngineProfilePrototype {
        id: prototype

        additionalTrustedCertificateFiles: root.authorities
    }

    Connections {
        target: root.profile

        function onDownloadRequested(download: WebEngineDownloadRequest) {
            download.cancel();
        }
    }

    Connections {
        target: root.visit

        function onBackRequested() {
            bar.goBack();
        }
    }

    Item {
        anchors.fill: parent
        LayoutMirroring.enabled: root.mirrored
        LayoutMirroring.childrenInherit: true

        // What comes first is what the keyboard's focus begins with, and what lies below.
        Item {
            id: area

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: bar.bottom
            anchors.bottom: parent.bottom
            // The page lays itself out above the keys, so that the field that is typed into stays in sight.
            anchors.bottomMargin: root.keyboard.covered
            clip: true

            Loader {
                id: browser

                anchors.fill: parent
                active: false
                focus: true
                sourceComponent: Browser {
                    visit: root.visit
                    profile: root.profile
                    zoom: root.zoom
                    night: root.night
                }
            }
            TroublePage {
                anchors.fill: parent
                visit: root.visit
                visible: root.visit.trouble !== Visit.Trouble.Nothing
            }
            Loader {
                anchors.fill: parent
                active: ![Asking.Question.Nothing, Asking.Question.Choice, Asking.Question.Day].includes(root.question)
                sourceComponent: PageQuestion {
                    visit: root.visit
                }
            }
            Loader {
                anchors.fill: parent
                active: root.question === Asking.Question.Choice
                focus: active
                sourceComponent: PageChoice {
                    asking: root.visit.asking
                    focus: true
                }
            }
            Loader {
                anchors.fill: parent
                active: root.question === Asking.Question.Day
                focus: active
                sourceComponent: PageDay {
                    asking: root.visit.asking
                    focus: true
                }
            }
        }

        KeyboardHost {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: bar.bottom
            anchors.bottom: parent.bottom
            keyboard: root.keyboard
        }

        NoticeCard {
            anchors.top: bar.bottom
            anchors.topMargin: Theme.gap
            anchors.horizontalCenter: parent.horizontalCenter
            border.width: Theme.hairline * 2
            shown: text !== ""
            text: root.visit.notice.text
            onClosed: root.visit.notice.close()
        }

        ReminderPanel {
            anchors.top: bar.bottom
            anchors.topMargin: Theme.gap
            anchors.horizontalCenter: parent.horizontalCenter
            width: wide ? parent.width - 2 * Theme.gap : parent.width * 0.56
            shown: root.reminder.shown
            title: root.reminder.title
            channel: root.reminder.channel
            onWatched: root.reminder.answer(true)
            onClosed: root.reminder.answer(false)
        }

        SoundPanel {
            anchors.top: bar.bottom
            anchors.topMargin: Theme.gap
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            maximumWidth: parent.width - 2 * Theme.gap
            sound: root.visit.sound
        }

        VisitBar {
            id: bar

            readonly property Browser page: browser.item as Browser

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            visit: root.visit
            loading: page !== null && page.onItsWay
            progress: page !== null ? page.loadProgress / 100 : 0
            onBackRequested: goBack()

            function goBack() {
                if (root.visit.trouble !== Visit.Trouble.Nothing && root.visit.hasPage)
                    root.visit.dismiss();
                else if (root.visit.trouble === Visit.Trouble.Nothing && page !== null && page.leadsBack())
                    page.goBack();
                else
                    root.visit.leave();
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.veil
        opacity: root.veil
        visible: opacity > 0
    }
}
