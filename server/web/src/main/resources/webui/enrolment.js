/** A new token of one's own, with the QR code for an app, in as many steps as policies want. It is good once it has shown a value. */

import { call, isLoggedIn } from './api.js';
import { $, ask, copy, described, element, isPicture, say } from './dom.js';

const TYPES = [['hotp', 'HOTP: a new value at each press'], ['totp', 'TOTP: a new value every half minute']];

export class Enrolment {
    #value;
    #list;
    #awake;
    #offered;

    /** The value is that of the log-in; `awake` keeps it from ending until what is given to it is over. */
    constructor(value, list, awake) {
        this.#value = value;
        this.#list = list;
        this.#awake = awake;
        this.#offered = value.role === 'user' ? TYPES.filter(([type]) => list.may(`enroll${type.toUpperCase()}`)) : [];
    }

    /** Offers it where somebody may enrol for himself; whoever has no token and is to be led to one is asked at once. */
    offer() {
        $('enrol').hidden = this.#offered.length === 0;
        $('enrol').onclick = () => this.#begin();
        if (this.#offered.length > 0 && (this.#value.token_wizard || this.#value.dialog_no_token)) {
            queueMicrotask(() => this.#begin());
        }
    }

    /** Whether this token waits for something that can be given here. */
    canFinish(token) {
        return ['clientwait', 'verify'].includes(token.rollout_state) && this.#offered.some(([type]) => type === token.tokentype);
    }

    /** Goes on where somebody has left, with the code in his app already. */
    finish(token) {
        return this.#lead({ serial: token.serial, type: token.tokentype, rollout_state: token.rollout_state }, []);
    }

    /** Begins anew with the same token, for somebody whose code is lost. */
    async renew(token) {
        const content = [element('p', {}, 'The token gets a new secret. A code of it that was scanned before is good for nothing.')];
        const detail = await ask({ title: `New code for ${token.serial}`, content, confirm: 'Show a new code' }, () =>
            init({ serial: token.serial, type: token.tokentype, genkey: 1, rollover: 1 }));
        if (detail !== undefined) {
            await this.#lead(detail, this.#shown(detail));
        }
    }

    async #begin() {
        const detail = await ask({ title: 'New token', fields: this.#fields(), confirm: 'Make it' }, (entered) => {
            const { type, description, pin = '', again = '' } = entered;
            if (pin !== again) {
                throw new Error('The two PINs are not the same.');
            }
            if (description === '' && this.#value.require_description.includes(type)) {
                throw new Error('A token of this type needs a description.');
            }
            return init({ type, genkey: 1, description, ...(this.#list.may('enrollpin') ? { pin } : {}) });
        });
        if (detail !== undefined) {
            await this.#lead(detail, this.#shown(detail));
        }
    }

    #fields() {
        const { default_tokentype: usual } = this.#value;
        const preset = this.#offered.some(([type]) => type === usual) ? usual : this.#offered[0][0];
        const pin = { type: 'password', autocomplete: 'new-password' };
        const pins = [{ name: 'pin', label: 'PIN', ...pin }, { name: 'again', label: 'PIN again', ...pin }];
        return [
            { name: 'type', label: 'Type', choices: this.#offered, value: preset },
            { name: 'description', label: 'Description' },
            ...(this.#list.may('enrollpin') ? pins : []),
        ];
    }

    /** Leads somebody on as far as he goes, and says how far that was. */
    async #lead(detail, content) {
        const isReady = await this.#finished(detail, content);
        if (isLoggedIn()) {
            await this.#list.load();
            $('tokens-title').focus();
            say(isReady ? `${detail.serial} is ready.` : `${detail.serial} is not finished. You can finish it in the list.`);
        }
    }

    /** Asks for what the server still wants of a token, beside what its app is to be given. Whoever leaves can go on later. */
    async #finished(detail, content) {
        const next = await this.#keep(content, detail.rollout_state === 'clientwait' ? askPart(detail, content) : askValue(detail, content));
        return next?.rollout_state === 'verify' ? this.#finished(next, []) : next !== undefined;
    }

    /** A code cannot be had again, so that nothing may take it away. */
    #keep(content, asked) {
        return content.length > 0 ? this.#awake(asked) : asked;
    }

    /** What an app is to be given: as a picture, as a link for whoever reads this on his phone, and as a key to type. */
    #shown(detail) {
        const { img, value: link = '' } = detail.googleurl ?? {};
        const key = detail.rollout_state === 'clientwait' ? '' : (detail.otpkey?.value_b32 ?? '');
        return [
            element('p', { className: 'hint' }, 'Scan it with the app that shows your values. It is shown this once.'),
            isPicture(img) ? element('img', { className: 'code', src: img, alt: 'QR code with the secret of the new token' }) : null,
            link.startsWith('otpauth://') ? element('p', {}, element('a', { href: link }, 'Open it in an app on this device')) : null,
            key === '' ? null : keyed(key, this.#value.show_seed),
            element('dl', {}, ...described([['Token', detail.serial]])),
        ].filter((part) => part !== null);
    }
}

/** One step of an enrolment; the token it is about waits for a value in the end, whatever policies say. */
async function init(parameters) {
    const { detail } = await call('POST', 'token/init', { ...parameters, verify_enrollment: 1 });
    return { type: parameters.type, ...detail };
}

/** The app's part of a secret that is made of two. */
function askPart({ serial, type }, content) {
    const field = { name: 'part', label: 'What your app shows', required: true };
    return askFor(field, serial, content, ({ part }) => init({ serial, type, otpkey: part.replace(/\s/g, ''), otpkeyformat: 'base32check' }));
}

function askValue({ serial, type, verify }, content) {
    const field = { name: 'value', label: verify?.message ?? 'A value of the new token', required: true, autocomplete: 'one-time-code' };
    return askFor(field, serial, content, ({ value }) => init({ serial, type, verify: value.trim() }));
}

function askFor(field, serial, content, action) {
    const title = content.length > 0 ? 'Scan the code' : `Finish ${serial}`;
    return ask({ title, content, fields: [field], confirm: 'Continue', cancel: 'Later' }, action);
}

/** The key behind a button that shows it and copies it; one that is to be seen is seen at once. */
function keyed(key, isSeen) {
    const shown = element('code', { className: 'key', hidden: !isSeen }, key);
    const how = element('span', { className: 'hint' });
    how.setAttribute('role', 'status');
    const press = async () => {
        shown.hidden = false;
        how.textContent = (await copy(shown)) ? 'Copied.' : 'It is marked; please copy it.';
    };
    return element('p', { className: 'buttons' }, element('button', { type: 'button', onclick: press }, 'Copy the key'), shown, how);
}
