// What is typed into stays in sight when the keys take room from the page, and no list of the engine's lies over the keys: suggestions
// of a field are left out. Runs as `choosing.js` does.
(() => {
    'use strict';
    const isField = one => one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || (one instanceof HTMLElement && one.isContentEditable);
    const innermost = () => {
        let one = document.activeElement;
        while (one && one.shadowRoot && one.shadowRoot.activeElement)
            one = one.shadowRoot.activeElement;
        return one;
    };
    addEventListener('resize', () => {
        const field = innermost();
        if (isField(field))
            field.scrollIntoView({block: 'center', behavior: 'instant'});
    });
    addEventListener('focusin', event => {
        const field = event.composedPath()[0];
        if (field instanceof HTMLInputElement)
            field.removeAttribute('list');
    }, true);
})();
