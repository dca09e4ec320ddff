import kiosk.controls
import kiosk.guide

// Asks to be reminded of the programme on the sheet, or no more.
ActionButton {
    required property Reminding reminding

    text: reminding.wanted ? qsTr("You will be reminded") : qsTr("Remind me")
    glyph: reminding.wanted ? "check" : "bell"
    onClicked: reminding.toggle()
}
