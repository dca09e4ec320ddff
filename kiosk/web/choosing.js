// Drop-down lists of pages are shown by our frame: large enough for a finger, and never above the page's edge, where the engine's own
// window for them may lie. Runs in every page and frame, in a world that its scripts do not see.
(() => {
    'use strict';
    const MARK = 'flexcare:choice:';
    const KEYS = ['Enter', ' ', 'ArrowDown', 'ArrowUp', 'F4'];

    // A frame of a stranger may not ask anything; its lists stay the engine's.
    const mayAsk = () => {
        try {
            return window.origin !== 'null' && top.location.origin === location.origin;
        } catch {
            return false;
        }
    };
    const listOf = event => {
        const touched = event.composedPath().find(one => one instanceof HTMLSelectElement);
        return touched && !touched.multiple && touched.size <= 1 && !touched.disabled ? touched : null;
    };
    const linesOf = list => {
        const lines = [];
        for (const part of list.querySelectorAll('optgroup, option')) {
            const grouped = part.parentElement instanceof HTMLOptGroupElement && part.parentElement;
            if (part instanceof HTMLOptGroupElement)
                lines.push([part.label, null]);
            else if (!part.disabled && !part.hidden && !(grouped && grouped.disabled))
                lines.push([part.label, part.index]);
        }
        return lines;
    };
    // A label may hold the list itself, whose lines are no part of its words.
    const wordsOf = label => {
        const copy = label.cloneNode(true);
        copy.querySelectorAll('select, input, textarea, button, script, style').forEach(part => part.remove());
        return copy.textContent.trim();
    };
    const titleOf = list => (list.labels.length > 0 && wordsOf(list.labels[0])) || list.getAttribute('aria-label') || list.title;

    const choose = list => {
        const options = linesOf(list);
        if (options.length === 0)
            return;
        const told = prompt(MARK + JSON.stringify({title: titleOf(list), current: list.selectedIndex, options}));
        const number = told === null ? list.selectedIndex : Number(told);
        if (number === list.selectedIndex || !list.options[number])
            return;
        list.selectedIndex = number;
        list.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
        list.dispatchEvent(new Event('change', {bubbles: true}));
    };
    const take = event => {
        const list = listOf(event);
        if (list === null || !event.isTrusted || !mayAsk())
            return;
        event.preventDefault();
        list.focus({preventScroll: true});
        // Not in the midst of the touch, which the engine goes on with first.
        setTimeout(choose, 0, list);
    };
    addEventListener('mousedown', event => event.button === 0 && take(event), true);
    addEventListener('keydown', event => KEYS.includes(event.key) && take(event), true);
})();
