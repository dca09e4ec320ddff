import kiosk.controls

// The way to the search, wherever it stands.
ActionButton {
    text: qsTr("Search")
    glyph: "search"
}
