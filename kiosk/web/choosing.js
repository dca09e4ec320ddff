// Drop-down lists of pages, and fields for dates and times, are shown by our frame: large enough for a finger, and never above the page's
// edge, where the engine's own windows for them may lie. Runs in every page and frame, in a world that its scripts do not see.
(() => {
    'use strict';
    const LIST_MARK = 'flexcare:choice:';
    const DAY_MARK = 'flexcare:date:';
    const LIST_KEYS = ['Enter', ' ', 'ArrowDown', 'ArrowUp', 'F4'];
    const FIELD_KEYS = ['Enter', ' ', 'F4'];
    const DAY_MINUTES = 24 * 60;
    const STEP_MINUTES = 15;
    const MONTHS_AROUND = 24;

    // A frame of a stranger may not ask anything; its lists and fields stay the engine's.
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
    const fieldOf = event => {
        const touched = event.composedPath().find(one => one instanceof HTMLInputElement);
        return touched && touched.type in ASK && !touched.disabled && !touched.readOnly ? touched : null;
    };
    // A label may hold the list itself, whose lines are no part of its words.
    const wordsOf = label => {
        const copy = label.cloneNode(true);
        copy.querySelectorAll('select, input, textarea, button, script, style').forEach(part => part.remove());
        return copy.textContent.trim();
    };
    const titleOf = one => (one.labels.length > 0 && wordsOf(one.labels[0])) || one.getAttribute('aria-label') || one.title;
    const changed = one => {
        one.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
        one.dispatchEvent(new Event('change', {bubbles: true}));
    };
    const askLine = (title, current, options, near = -1) => {
        const told = options.length > 0 ? prompt(LIST_MARK + JSON.stringify({title, current, options, near})) : null;
        return told === null ? null : Number(told);
    };

    const choose = list => {
        const number = askLine(titleOf(list), list.selectedIndex, linesOf(list));
        if (number === null || number === list.selectedIndex || !list.options[number])
            return;
        list.selectedIndex = number;
        changed(list);
    };

    const askDay = (field, current, least, most) => prompt(DAY_MARK + JSON.stringify({title: titleOf(field), current, least, most}));
    const minutesOf = text => /^\d\d:\d\d/.test(text) ? 60 * Number(text.slice(0, 2)) + Number(text.slice(3, 5)) : null;
    const timeOf = minutes => new Date(minutes * 60000).toISOString().slice(11, 16);
    // Every quarter of an hour that the field allows; steps of its own are counted from where it begins (HTML, 4.10.5.3.8).
    const askTime = (field, current, least, most) => {
        const first = minutesOf(least) ?? 0, last = minutesOf(most) ?? DAY_MINUTES - 1;
        const own = Math.ceil(Number(field.step) / 60) || 1;
        const step = own * Math.ceil(STEP_MINUTES / own);
        const options = [];
        // A span over midnight offers all of the day.
        for (let at = first <= last ? first : first % step; at < DAY_MINUTES && (at <= last || first > last); at += step)
            options.push([timeOf(at), at]);
        const before = time => options.reduce((best, [, at]) => time !== null && at <= time ? at : best, -1);
        const here = new Date();
        const told = askLine(titleOf(field), before(minutesOf(current)), options, before(60 * here.getHours() + here.getMinutes()));
        return told === null ? null : timeOf(told);
    };
    const askMonth = field => {
        const number = text => /^\d{4,}-\d\d$/.test(text) ? 12 * Number(text.slice(0, -3)) + Number(text.slice(-2)) - 1 : null;
        const here = new Date();
        const least = number(field.min) ?? 0, most = number(field.max) ?? Infinity;
        const now = Math.min(Math.max(number(field.value) ?? 12 * here.getFullYear() + here.getMonth(), least), most);
        const first = Math.max(least, now - MONTHS_AROUND), last = Math.min(most, now + MONTHS_AROUND);
        const words = new Intl.DateTimeFormat(navigator.language, {year: 'numeric', month: 'long', timeZone: 'UTC'});
        const options = [];
        for (let at = first; at <= last; at++)
            options.push([words.format(Date.UTC(Math.floor(at / 12), at % 12)), at]);
        const told = askLine(titleOf(field), now, options);
        return told === null ? null : new Date(Date.UTC(Math.floor(told / 12), told % 12)).toISOString().slice(0, 7);
    };
    const askBoth = field => {
        const [day, time] = [(text => text.slice(0, 10)), (text => text.slice(11, 16))];
        const chosen = askDay(field, day(field.value), day(field.min), day(field.max));
        if (chosen === null)
            return null;
        const bound = text => day(text) === chosen ? time(text) : '';
        const at = askTime(field, time(field.value), bound(field.min), bound(field.max));
        return at === null ? null : `${chosen}T${at}`;
    };
    const ASK = {
        date: field => askDay(field, field.value, field.min, field.max),
        time: field => askTime(field, field.value, field.min, field.max),
        month: askMonth,
        'datetime-local': askBoth,
    };
    const fill = field => {
        const told = ASK[field.type](field);
        if (told === null || told === field.value)
            return;
        field.value = told;
        changed(field);
    };

    const take = event => {
        const list = listOf(event), field = fieldOf(event);
        if ((list === null && field === null) || !event.isTrusted || !mayAsk())
            return;
        event.preventDefault();
        (list ?? field).focus({preventScroll: true});
        // Not in the midst of the touch, which the engine goes on with first.
        if (list !== null)
            setTimeout(choose, 0, list);
        else
            setTimeout(fill, 0, field);
    };
    const asks = event => {
        if (fieldOf(event) !== null)
            return FIELD_KEYS.includes(event.key) || (event.altKey && event.key === 'ArrowDown');
        return LIST_KEYS.includes(event.key);
    };
    addEventListener('mousedown', event => event.button === 0 && take(event), true);
    addEventListener('keydown', event => asks(event) && take(event), true);
    // The engine opens its own calendar at the end of a touch.
    addEventListener('click', event => fieldOf(event) !== null && mayAsk() && event.preventDefault(), true);
})();
