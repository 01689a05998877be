/** Small helps with the document. Texts go in as texts, never as HTML. */

export const $ = (id) => document.getElementById(id);

/** An element with properties and children, which are elements or texts. */
export function element(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children.filter((child) => child !== null));
    return made;
}

/** The terms and descriptions of a list, without those that are empty. */
export function described(pairs) {
    return pairs
        .filter(([, text]) => text !== '')
        .flatMap(([term, text]) => [element('dt', {}, term), element('dd', {}, text)]);
}

/** The picture of a QR code, if that is what the server has sent. */
export function isPicture(text) {
    return typeof text === 'string' && text.startsWith('data:image/png;base64,');
}

/** Shows one of the page's sections and moves the reader there. */
export function show(name) {
    for (const section of ['log-in', 'challenge', 'account']) {
        $(section).hidden = section !== name;
    }
    $(`${name}-title`).focus();
}

let fading = 0;

/** Says something in passing, in a place of its own: in the dialog that is open, for nothing else can be read then. */
export function say(text) {
    clearTimeout(fading);
    const places = [$('status'), ...document.querySelectorAll('dialog .status')];
    places.forEach((place) => place.replaceChildren());
    const place = places.at(-1);
    place.textContent = text;
    if (text !== '') {
        place.scrollIntoView({ block: 'nearest' });
        fading = setTimeout(() => place.replaceChildren(), 8000);
    }
}

/** Copies what an element shows. Where the browser does not let the page, it marks it and answers false. */
export async function copy(shown) {
    try {
        await navigator.clipboard.writeText(shown.textContent);
        return true;
    } catch {
        getSelection().selectAllChildren(shown);
        return false;
    }
}

/** Runs while a form's buttons cannot be pressed again, and shows beside them what went wrong. */
export async function busy(form, error, action) {
    const buttons = [...form.querySelectorAll('button')];
    error.textContent = '';
    buttons.forEach((button) => (button.disabled = true));
    form.setAttribute('aria-busy', 'true');
    try {
        await action();
    } catch (refusal) {
        error.textContent = refusal.message;
    } finally {
        form.removeAttribute('aria-busy');
        buttons.forEach((button) => (button.disabled = false));
    }
}

let fields = 0;

function labelled({ name, label, type = 'text', value = '', required = false, choices = null, autocomplete = 'off' }) {
    const id = `field-${++fields}`;
    const input = choices === null
        ? element('input', { id, name, type, value, required, autocomplete })
        : element('select', { id, name }, ...choices.map(([key, text]) => element('option', { value: key, selected: key === value }, text)));
    return [element('label', { htmlFor: id }, label), input];
}

/**
 * Asks for something in a dialog. What was entered goes to the action, whose refusal is shown there. Resolves to what the
 * action returned, or undefined if the dialog was left.
 */
export function ask({ title, content = [], fields: wanted = [], confirm = 'Save', danger = false, cancel = 'Cancel' }, action) {
    return new Promise((resolve) => {
        const error = element('p', { className: 'error', role: 'alert' });
        const heading = element('h2', { id: `field-${++fields}`, tabIndex: -1 }, title);
        const status = element('p', { className: 'status' });
        status.setAttribute('role', 'status');
        const leave = element('button', { type: 'button' }, cancel);
        const buttons = element('div', { className: 'buttons' }, element('button', { className: danger ? 'danger' : 'primary' }, confirm), leave);
        const inputs = wanted.flatMap(labelled);
        const form = element('form', { method: 'post' }, heading, ...content, ...inputs, error, status, buttons);
        (danger ? leave : (content.length === 0 && inputs[1]) || heading).autofocus = true;
        const dialog = element('dialog', {}, form);
        dialog.setAttribute('aria-labelledby', heading.id);
        let result;
        leave.addEventListener('click', () => dialog.close());
        dialog.addEventListener('close', () => {
            dialog.remove();
            resolve(result);
        });
        form.addEventListener('submit', (event) => {
            event.preventDefault();
            busy(form, error, async () => {
                result = await action(Object.fromEntries(new FormData(form)));
                dialog.close();
            }).then(() => inputs[1]?.select?.());
        });
        document.body.append(dialog);
        dialog.showModal();
    });
}

/** Closes what is open, when a log-in ends. */
export function closeDialogs() {
    document.querySelectorAll('dialog').forEach((dialog) => dialog.close());
}
