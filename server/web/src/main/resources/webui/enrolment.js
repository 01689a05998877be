/** A new token of one's own, with the QR code for an app, in as many steps as policies want. */

import { call } from './api.js';
import { $, ask, described, element, isPicture, say } from './dom.js';

const TYPES = [['hotp', 'HOTP: a new value at each press'], ['totp', 'TOTP: a new value every half minute']];

/** Offers it where somebody may enrol for himself; whoever has no token and is to be led to one is asked at once. */
export function enrolment(value, list) {
    const offered = value.role === 'user' ? TYPES.filter(([type]) => list.may(`enroll${type.toUpperCase()}`)) : [];
    const begin = () => enrol(value, offered, list);
    $('enrol').hidden = offered.length === 0;
    $('enrol').onclick = begin;
    if (offered.length > 0 && (value.token_wizard || value.dialog_no_token)) {
        queueMicrotask(begin);
    }
}

async function enrol(value, offered, list) {
    const detail = await ask({ title: 'New token', fields: fields(value, offered, list), confirm: 'Make it' }, async (entered) => {
        const { type, description, pin = '', again = '' } = entered;
        if (pin !== again) {
            throw new Error('The two PINs are not the same.');
        }
        if (description === '' && value.require_description.includes(type)) {
            throw new Error('A token of this type needs a description.');
        }
        const parameters = { type, genkey: 1, description, ...(list.may('enrollpin') ? { pin } : {}) };
        return { type, ...(await call('POST', 'token/init', parameters)).detail };
    });
    if (detail === undefined) {
        return;
    }
    try {
        await finish(value, detail);
    } finally {
        await list.load();
        $('tokens-title').focus();
    }
}

function fields(value, offered, list) {
    const preset = offered.some(([type]) => type === value.default_tokentype) ? value.default_tokentype : offered[0][0];
    const pin = { type: 'password', autocomplete: 'new-password' };
    const pins = [{ name: 'pin', label: 'PIN', ...pin }, { name: 'again', label: 'PIN again', ...pin }];
    return [
        { name: 'type', label: 'Type', choices: offered, value: preset },
        { name: 'description', label: 'Description' },
        ...(list.may('enrollpin') ? pins : []),
    ];
}

/** Shows what the app is to scan, once, and asks for what the server still wants. */
async function finish(value, detail) {
    const content = shown(value, detail);
    if (detail.rollout_state === 'clientwait') {
        const fields = [{ name: 'part', label: 'What your app shows', required: true }];
        const next = await ask({ title: 'Scan the code', content, fields, confirm: 'Continue', cancel: 'Later' }, async ({ part }) => {
            const parameters = { serial: detail.serial, type: detail.type, otpkey: part.replace(/\s/g, ''), otpkeyformat: 'base32check' };
            return (await call('POST', 'token/init', parameters)).detail;
        });
        if (next?.rollout_state === 'verify') {
            await verify([], { ...next, serial: detail.serial, type: detail.type });
        } else if (next !== undefined) {
            say(`${detail.serial} is ready.`);
        }
    } else if (detail.rollout_state === 'verify') {
        await verify(content, detail);
    } else {
        await ask({ title: 'Scan the code', content, confirm: 'Done', cancel: null }, async () => true);
        say(`${detail.serial} is ready.`);
    }
}

async function verify(content, detail) {
    const fields = [{ name: 'verify', label: detail.verify?.message ?? 'A value of the new token', required: true, autocomplete: 'one-time-code' }];
    const done = await ask({ title: 'Try the new token', content, fields, confirm: 'Continue', cancel: 'Later' }, async ({ verify: otp }) => {
        await call('POST', 'token/init', { serial: detail.serial, type: detail.type, verify: otp });
        return true;
    });
    if (done) {
        say(`${detail.serial} is ready.`);
    }
}

function shown(value, detail) {
    const url = detail.googleurl ?? {};
    const isWhole = detail.rollout_state !== 'clientwait';
    const seed = value.show_seed && isWhole ? (detail.otpkey?.value_b32 ?? '') : '';
    return [
        element('p', { className: 'hint' }, 'Scan it with the app that shows your values. It is shown this once.'),
        isPicture(url.img) ? element('img', { className: 'code', src: url.img, alt: 'QR code with the secret of the new token' }) : null,
        element('dl', {}, ...described([['Token', detail.serial], ['Secret', seed]])),
    ].filter((part) => part !== null);
}
