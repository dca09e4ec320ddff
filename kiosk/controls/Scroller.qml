import QtQuick

// What scrolls under a finger. Qt says for ever of a view that was drawn to its end that it moves, with the speed it had: the next change
// of its content's height then takes the next touch for one that stops it, and a button does nothing.
Flickable {
    id: root

    boundsBehavior: Flickable.StopAtBounds
    onDraggingChanged: if (!dragging)
        Qt.callLater(root.settle)

    function settle(): void {
        if (!dragging && !flicking && moving)
            cancelFlick();
    }
}
