pragma ComponentBehavior: Bound
import QtQuick
import theme
import kiosk.cleaning
import kiosk.comfort
import kiosk.easy
import kiosk.ending
import kiosk.guide
import kiosk.home
import kiosk.keyboard
import kiosk.notice
import kiosk.player
import kiosk.privacy
import kiosk.radio
import kiosk.services
import kiosk.search
import kiosk.shell
import kiosk.tv
import kiosk.welcome

// The whole screen: one page, at most one sheet over it, the question whether somebody is there, and the veil that dims or blackens everything.
Window {
    id: root

    required property Shell shell
    required property Television television
    required property Radio radio
    required property Player player
    required property Privacy privacy
    required property Search search
    required property Favourites favourites
    required property Selection selection
    required property Reminders reminders
    required property Reminding reminding
    required property Keyboard keyboard
    required property Guide guide
    required property Comfort comfort
    required property Timepiece timepiece
    required property Cleared cleared
    required property HospitalNotice notice
    required property StillThere stillThere
    required property Ending ending
    required property Cleaning cleaning
    required property Services services
    required property string hospitalLogo
    readonly property bool sheetOpen: shell.sheet !== Shell.Sheet.Nothing
    readonly property bool sheetHidesVolume: sheetOpen && shell.sheet !== Shell.Sheet.Guide

    title: "FlexCare"
    color: Theme.background

    Item {
        id: stage

        anchors.fill: parent
        enabled: !root.stillThere.asking && !root.ending.isOver && !root.cleaning.locked
        LayoutMirroring.enabled: root.shell.languages.mirrored
        LayoutMirroring.childrenInherit: true

        Item {
            id: pages

            anchors.fill: parent
            enabled: !root.sheetOpen

            PageHost {
                shown: root.shell.page === Shell.Page.Welcome
                mirrored: root.shell.languages.mirrored
                sourceComponent: WelcomePage {
                    shell: root.shell
                    timepiece: root.timepiece
                    cleared: root.cleared
                    notice: root.notice
                    logo: root.hospitalLogo
                }
            }
            PageHost {
                shown: root.shell.page === Shell.Page.Home
                mirrored: root.shell.languages.mirrored
                sourceComponent: HomePage {
                    shell: root.shell
                    notice: root.notice
                    timepiece: root.timepiece
                    television: root.television
                    radio: root.radio
                    guideOffered: root.guide.calendar.there
                    services: root.services
                }
            }
            PageHost {
                shown: root.shell.page === Shell.Page.Services
                mirrored: root.shell.languages.mirrored
                sourceComponent: ServicesPage {
                    services: root.services
                    time: root.timepiece.time
                    onHomeRequested: root.shell.goHome()
                }
            }
            PageHost {
                shown: root.shell.page === Shell.Page.Television
                mirrored: root.shell.languages.mirrored
                sourceComponent: TvPage {
                    television: root.television
                    favourites: root.favourites
                    player: root.player
                    time: root.timepiece.time
                    guideOffered: root.guide.calendar.there
                    onHomeRequested: root.shell.goHome()
                    onComfortRequested: root.shell.openComfort()
                    onGuideRequested: root.shell.openGuide()
                }
            }
            PageHost {
                shown: root.shell.page === Shell.Page.Easy
                mirrored: root.shell.languages.mirrored
                sourceComponent: EasyPage {
                    shell: root.shell
                    television: root.television
                    player: root.player
                    time: root.timepiece.time
                }
            }
            PageHost {
                shown: root.shell.page === Shell.Page.Radio
                mirrored: root.shell.languages.mirrored
                sourceComponent: RadioPage {
                    radio: root.radio
                    favourites: root.favourites
                    player: root.player
                    time: root.timepiece.time
                    onHomeRequested: root.shell.goHome()
                }
            }
            PageHost {
                shown: root.shell.page === Shell.Page.Privacy
                mirrored: root.shell.languages.mirrored
                sourceComponent: PrivacyPage {
                    privacy: root.privacy
                    cleared: root.cleared
                    time: root.timepiece.time
                    onHomeRequested: root.shell.goHome()
                }
            }
            PageHost {
                shown: root.shell.page === Shell.Page.NotSetUp
                mirrored: root.shell.languages.mirrored
                sourceComponent: NotSetUpPage {
                    deviceName: root.shell.deviceName
                }
            }
        }

        PageHost {
            id: searchHost

            shown: root.shell.sheet === Shell.Sheet.Search
            mirrored: root.shell.languages.mirrored
            // By its address, so that nothing of it is read before it is wanted.
            onShownChanged: if (shown && !made)
                setSource("../search/SearchPage.qml", {
                    shell: root.shell,
                    timepiece: root.timepiece,
                    search: root.search,
                    keyboard: root.keyboard,
                    guide: root.guide,
                    favourites: root.favourites,
                    reminding: root.reminding
                })
        }
        PageHost {
            id: comfortSheet

            shown: root.shell.sheet === Shell.Sheet.Comfort
            mirrored: root.shell.languages.mirrored
            sourceComponent: ComfortSheet {
                comfort: root.comfort
                player: root.player
                easyOffered: root.shell.tiles.includes("tv")
                onEasyRequested: root.shell.openEasy()
                onClosed: root.shell.closeSheet()
            }
        }
        PageHost {
            id: languageSheet

            shown: root.shell.sheet === Shell.Sheet.Language
            mirrored: root.shell.languages.mirrored
            sourceComponent: LanguageSheet {
                shell: root.shell
                onClosed: root.shell.closeSheet()
            }
        }
        PageHost {
            shown: root.shell.sheet === Shell.Sheet.Finish
            mirrored: root.shell.languages.mirrored
            sourceComponent: FinishSheet {
                shell: root.shell
                ending: root.ending
            }
        }

        PageHost {
            shown: root.shell.sheet === Shell.Sheet.Guide
            mirrored: root.shell.languages.mirrored
            sourceComponent: GuidePage {
                guide: root.guide
                selection: root.selection
                favourites: root.favourites
                reminding: root.reminding
                onSearchRequested: root.shell.openSearch()
                time: root.timepiece.time
                overTelevision: root.shell.page === Shell.Page.Television
                onHomeRequested: root.shell.goHome()
                onClosed: root.shell.closeSheet()
            }
        }

        KeyboardHost {
            anchors.fill: parent
            keyboard: root.keyboard
        }

        NoticeSheet {
            notice: root.notice
            // What somebody looks for at this moment comes first.
            wanted: (root.shell.page === Shell.Page.Television || root.shell.page === Shell.Page.Easy) && !root.sheetOpen && !root.television.overlayShown && root.television.typed === "" && !root.shell.volumeKeys.noticed
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: parent.top
            anchors.topMargin: Theme.margin
        }

        ReminderNotice {
            anchors.top: parent.top
            anchors.topMargin: Theme.gap
            anchors.horizontalCenter: parent.horizontalCenter
            // Between Home and the clock; in the largest letters over both, for as long as it is there.
            width: wide ? parent.width - 2 * Theme.gap : parent.width * 0.56
            reminders: root.reminders
            reminding: root.reminding
        }

        VolumeNotice {
            volume: root.player.volume
            maximumWidth: root.width - 2 * Theme.margin
            // Where the volume is shown anyway, or digits are being typed, there is no notice.
            shown: root.shell.volumeKeys.noticed && !root.sheetHidesVolume && (root.player.volume.speakerOff || !root.television.overlayShown) && root.television.typed === ""
        }
    }

    ServiceNotice {
        id: serviceNotice

        anchors.fill: parent
        services: root.services
        LayoutMirroring.enabled: root.shell.languages.mirrored
        LayoutMirroring.childrenInherit: true
    }

    // Comes and goes at once: nobody should wait for it.
    Loader {
        anchors.fill: parent
        active: root.stillThere.asking
        LayoutMirroring.enabled: root.shell.languages.mirrored
        LayoutMirroring.childrenInherit: true
        sourceComponent: StillThereSheet {
            stillThere: root.stillThere
        }
    }

    // Covers a fresh Welcome; nothing that is touched reaches it.
    PageHost {
        shown: root.cleaning.locked
        mirrored: root.shell.languages.mirrored
        LayoutMirroring.enabled: root.shell.languages.mirrored
        LayoutMirroring.childrenInherit: true
        sourceComponent: CleaningPage {
            cleaning: root.cleaning
        }
    }

    OverCover {
        anchors.fill: parent
        visible: root.ending.isOver
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.veil
        opacity: root.shell.sleep.asleep ? 1 : root.comfort.veil
        visible: opacity > 0
    }

    Binding {
        // What is said of a service lies over everything that keys could reach.
        root.shell.scope: serviceNotice.active ? serviceNotice : root.sheetOpen || root.reminding.shown ? stage : pages
    }
}
