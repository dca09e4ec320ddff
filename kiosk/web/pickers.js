// Runs in the pages' own world, before them: what opens the engine's own windows for lists, days and colours opens nothing. Fields are
// touched, and `choosing.js` shows them in our frame.
(() => {
    'use strict';
    for (const kind of [HTMLInputElement, HTMLSelectElement])
        kind.prototype.showPicker = function () {
            this.focus();
        };
})();
