/** A new token of one's own, with the QR code for an app, in as many steps as policies want. It is good once it has shown a value. */

import { call, isLoggedIn } from './api.js';
import { $, ask, closeDialogs, copy, described, element, isPicture, say } from './dom.js';

/** The type whose values are a list: codes for the day on which somebody has lost what shows him others. */
const LISTED = 'tan';

const TYPES = [
    ['hotp', 'HOTP: a new value at each press'],
    ['totp', 'TOTP: a new value every half minute'],
    [LISTED, 'Recovery codes: a list for the day your device is lost'],
    ['tiqr', 'TiQR: confirm log-ins in the tiqr app'],
    ['edupush', 'Push: confirm log-ins in the eduMFA app'],
    ['push', 'Push: confirm log-ins in the privacyIDEA app'],
];

/** Types of which a phone does its part of the enrolment by itself. */
const ON_PHONE = ['edupush', 'push'];

const LOOK_EVERY = 1500;

/** Types whose tokens can go over to a new device. */
const MOVABLE = ['hotp', 'totp', 'daypassword'];

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
        return this.#waits(token) && !ON_PHONE.includes(token.tokentype);
    }

    /** Whether a new code for this token can be shown: the old one is lost, or the phone is. */
    canRenew(token) {
        return this.#waits(token) || (ON_PHONE.includes(token.tokentype) && token.active && this.#isOffered(token));
    }

    #waits(token) {
        return ['clientwait', 'verify'].includes(token.rollout_state) && this.#isOffered(token);
    }

    #isOffered(token) {
        return this.#offered.some(([type]) => type === token.tokentype);
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

    /** Whether this token can go over to a new device. */
    canMove(token) {
        return MOVABLE.includes(token.tokentype) && token.active && !['clientwait', 'verify'].includes(token.rollout_state);
    }

    /** Hands a token over to a new device. Whoever leaves before that has shown a value goes on with the old one. */
    async move(token) {
        const content = [element('p', {}, 'Your old device is good until the new one has shown a value, and for nothing from then on.')];
        const isProof = this.#value.role === 'user';
        const fields = [{ name: 'otp', label: 'A value of your old device', required: isProof, autocomplete: 'one-time-code' }];
        const asked = { title: `New phone for ${token.serial}`, content, fields, confirm: 'Show a new code' };
        const detail = await ask(asked, ({ otp }) => moved({ serial: token.serial, type: token.tokentype }, { otp: otp.trim() }));
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
            const length = type === LISTED ? { tantoken_count: 10, otplen: 8 } : {};
            return init({ type, genkey: 1, description, ...length, ...(this.#list.may('enrollpin') ? { pin } : {}) });
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
            say(isReady ? `${detail.serial} is ready.` : left(detail));
        }
    }

    /** Asks for what the server still wants of a token, beside what its app is to be given. Whoever leaves can go on later. */
    async #finished(detail, content) {
        if (detail.otps !== undefined && detail.rollout_state !== 'verify') {
            const title = 'Your recovery codes';
            await this.#keep(content, ask({ title, content, confirm: 'I have them', cancel: 'Close' }, async () => true));
            return true;
        }
        if (detail.tiqrenroll !== undefined) {
            return (await this.#keep(content, scanned(detail, content))) !== undefined;
        }
        const next = await this.#keep(content, nextStep(detail, content));
        return next?.rollout_state === 'verify' ? this.#finished(next, []) : next !== undefined;
    }

    /** A code cannot be had again, so that nothing may take it away. */
    #keep(content, asked) {
        return content.length > 0 ? this.#awake(asked) : asked;
    }

    /** What an app is to be given: as a picture, as a link for whoever reads this on his phone, and as a key to type. */
    #shown(detail) {
        if (detail.otps !== undefined) {
            return listed(detail);
        }
        const onPhone = detail.pushurl ?? detail.tiqrenroll;
        const { img, value: link = '' } = onPhone ?? detail.googleurl ?? {};
        const app = onPhone ? 'confirms your log-ins' : 'shows your values';
        const key = detail.rollout_state === 'clientwait' ? '' : (detail.otpkey?.value_b32 ?? '');
        return [
            element('p', { className: 'hint' }, `Scan it with the app that ${app}. It is shown this once.`),
            isPicture(img) ? element('img', { className: 'code', src: img, alt: 'QR code with the secret of the new token' }) : null,
            /^(otpauth|tiqrenroll|edumfa-push|pia):\/\//.test(link) ? element('p', {}, element('a', { href: link }, 'Open it in an app on this device')) : null,
            key === '' ? null : keyed(key, this.#value.show_seed),
            element('dl', {}, ...described([['Token', detail.serial]])),
        ].filter((part) => part !== null);
    }
}

/**
 * One step of an enrolment; the token it is about waits for a value in the end, whatever policies say. A list that is seen needs no
 * such proof, which would cost one of its values.
 */
async function init(parameters) {
    const proof = parameters.type === LISTED ? {} : { verify_enrollment: 1 };
    const { detail } = await call('POST', 'token/init', { ...parameters, ...proof });
    return { type: parameters.type, ...detail };
}

/** One step of a token's way to a new device. */
async function moved({ serial, type }, parameters) {
    const { detail } = await call('POST', `token/rollover/${encodeURIComponent(serial)}`, parameters);
    return { type, ...detail, moves: true };
}

function left({ serial, moves }) {
    return moves ? `${serial} stays on your old device.` : `${serial} is not finished. You can finish it in the list.`;
}

/** Waits until the app has taken the token, which then forgets by what the app has proven itself. */
function scanned({ serial }, content) {
    return ask({ title: 'Scan the code', content, confirm: 'My phone has it', cancel: 'Later' }, async () => {
        const { value } = await call('GET', 'token/', { serial });
        if (value.tokens[0]?.info.session !== undefined) {
            throw new Error('Your phone has not told the server yet.');
        }
        return true;
    });
}

/** What has still to be done before a token is good. */
function nextStep(detail, content) {
    if (detail.rollout_state !== 'clientwait') {
        return askValue(detail, content);
    }
    return ON_PHONE.includes(detail.type) ? awaitPhone(detail, content) : askPart(detail, content);
}

/** The dialog goes by itself once the phone has scanned the code and done its part. */
async function awaitPhone({ serial, type }, content) {
    const done = { serial, type, rollout_state: 'enrolled' };
    let isOver = false;
    const looking = setInterval(async () => {
        if (!isOver && (await isEnrolled(serial).catch(() => false))) {
            isOver = true;
            closeDialogs();
        }
    }, LOOK_EVERY);
    const confirmed = await ask({ title: 'Scan the code', content, confirm: 'My phone has it', cancel: 'Later' }, async () => {
        if (!(await isEnrolled(serial))) {
            throw new Error('Your phone has not told the server yet.');
        }
        return done;
    });
    clearInterval(looking);
    return confirmed ?? (isOver ? done : undefined);
}

async function isEnrolled(serial) {
    const { value } = await call('GET', 'token/', { serial });
    return value.tokens[0]?.rollout_state === 'enrolled';
}

/** The values of a list, to be printed. */
function listed({ serial, otps }) {
    return [
        element('p', { className: 'hint' }, 'Each lets you in once. Keep them where you find them without your device. They are shown this once.'),
        element('ol', { className: 'codes' }, ...Object.values(otps).map((code) => element('li', {}, element('code', {}, code)))),
        element('p', { className: 'buttons' }, element('button', { type: 'button', onclick: () => window.print() }, 'Print them')),
        element('dl', {}, ...described([['Token', serial]])),
    ];
}

/** The app's part of a secret that is made of two. */
function askPart({ serial, type }, content) {
    const field = { name: 'part', label: 'What your app shows', required: true };
    return askFor(field, serial, content, ({ part }) => init({ serial, type, otpkey: part.replace(/\s/g, ''), otpkeyformat: 'base32check' }));
}

function askValue({ serial, type, verify, moves }, content) {
    const field = { name: 'value', label: verify?.message ?? 'A value of the new token', required: true, autocomplete: 'one-time-code' };
    return askFor(field, serial, content, ({ value }) =>
        moves ? moved({ serial, type }, { verify: value.trim() }) : init({ serial, type, verify: value.trim() }));
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
