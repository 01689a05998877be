/** The tokens that somebody sees, and what his rights let him do to them. */

import { call } from './api.js';
import { $, ask, described, element, say } from './dom.js';

const path = (serial) => encodeURIComponent(serial);

export class TokenList {
    #value;
    #page = 1;

    /** Finishes tokens that wait for something, where that can be done here. */
    enrolment = null;

    /** The value is that of the log-in. */
    constructor(value) {
        this.#value = value;
        $('tokens-title').textContent = value.role === 'admin' ? 'Tokens' : 'Your tokens';
        $('previous').onclick = () => this.#turn(-1);
        $('next').onclick = () => this.#turn(1);
    }

    may(right) {
        return this.#value.rights.includes(right);
    }

    #turn(pages) {
        this.#page += pages;
        this.load().then(() => $('tokens-title').focus());
    }

    async load() {
        $('tokens-error').textContent = '';
        $('tokens-notice').textContent = 'One moment…';
        $('tokens-notice').hidden = $('tokens').childElementCount > 0;
        try {
            const { value } = await call('GET', 'token/', { page: this.#page, pagesize: this.#value.token_page_size });
            if (value.tokens.length === 0 && value.prev) {
                this.#page = value.prev;
                await this.load();
                return;
            }
            this.#show(value);
        } catch (refusal) {
            $('tokens').replaceChildren();
            $('tokens-notice').hidden = true;
            $('tokens-error').textContent = refusal.message;
        }
    }

    #show(value) {
        $('tokens').replaceChildren(...value.tokens.map((token) => this.#card(token)));
        $('tokens-notice').hidden = value.count !== 0;
        $('tokens-notice').textContent = this.#value.role === 'admin' ? 'There are no tokens that you may see.' : 'You have no token yet.';
        $('pages').hidden = !value.prev && !value.next;
        $('previous').disabled = !value.prev;
        $('next').disabled = !value.next;
        $('page-number').textContent = `Page ${value.current}, ${value.count} tokens in all`;
    }

    #card(token) {
        const owner = token.username ? `${token.username}${token.user_realm ? ` (${token.user_realm})` : ''}` : '';
        return element('li', {},
            element('h3', {}, token.serial),
            element('p', { className: 'badges' }, ...badges(token)),
            token.description ? element('p', {}, token.description) : null,
            element('dl', {}, ...described([
                ['Type', token.tokentype.toUpperCase()],
                ['Owner', this.#value.role === 'admin' ? owner : ''],
                ['Failed log-ins', `${token.failcount} of ${token.maxfail}`],
            ])),
            element('div', { className: 'buttons' }, ...this.#buttons(token)));
    }

    #buttons(token) {
        const buttons = [];
        const add = (right, label, action, className = '') => {
            if (this.may(right)) {
                const button = element('button', { type: 'button', className, onclick: action }, label);
                button.setAttribute('aria-label', `${label}: token ${token.serial}`);
                buttons.push(button);
            }
        };
        if (!token.locked && !token.revoked) {
            const enrolling = `enroll${token.tokentype.toUpperCase()}`;
            if (this.enrolment?.canFinish(token)) {
                add(enrolling, 'Finish', () => this.enrolment.finish(token), 'primary');
            }
            if (this.enrolment?.canRenew(token)) {
                add(enrolling, 'New code', () => this.enrolment.renew(token));
            }
            if (this.enrolment?.canMove(token)) {
                add('rollover', 'New phone', () => this.enrolment.move(token));
            }
            if (token.active) {
                add('disable', 'Disable', () => this.#do(`token/disable`, { serial: token.serial }, `${token.serial} is disabled.`));
            } else {
                add('enable', 'Enable', () => this.#do(`token/enable`, { serial: token.serial }, `${token.serial} is enabled.`));
            }
            if (token.failcount > 0) {
                add('reset', 'Reset failures', () => this.#do(`token/reset`, { serial: token.serial }, `The failures of ${token.serial} are forgotten.`));
            }
            add('setpin', 'Set PIN', () => this.#setPin(token));
            add('setdescription', 'Describe', () => this.#describe(token));
        }
        add('delete', 'Delete', () => this.#delete(token), 'danger');
        return buttons;
    }

    async #do(where, parameters, message) {
        $('tokens-error').textContent = '';
        try {
            await call('POST', where, parameters);
            await this.#done(message);
        } catch (refusal) {
            $('tokens-error').textContent = refusal.message;
        }
    }

    async #done(message) {
        await this.load();
        $('tokens-title').focus();
        say(message);
    }

    async #setPin(token) {
        const pin = { type: 'password', autocomplete: 'new-password' };
        const fields = [{ name: 'pin', label: 'New PIN', ...pin }, { name: 'again', label: 'New PIN again', ...pin }];
        const set = await ask({ title: `PIN of ${token.serial}`, fields, confirm: 'Set PIN' }, async (entered) => {
            if (entered.pin !== entered.again) {
                throw new Error('The two PINs are not the same.');
            }
            await call('POST', 'token/setpin', { serial: token.serial, otppin: entered.pin });
            return true;
        });
        if (set) {
            await this.#done(`The PIN of ${token.serial} is set.`);
        }
    }

    async #describe(token) {
        const fields = [{ name: 'description', label: 'Description', value: token.description }];
        const set = await ask({ title: `Describe ${token.serial}`, fields }, async ({ description }) => {
            await call('POST', 'token/description', { serial: token.serial, description });
            return true;
        });
        if (set) {
            await this.#done(`${token.serial} is described.`);
        }
    }

    async #delete(token) {
        const remove = async () => {
            await call('DELETE', `token/${path(token.serial)}`);
            return true;
        };
        const content = [element('p', {}, 'It cannot be used to log in any more, and that cannot be undone.')];
        if (await ask({ title: `Delete ${token.serial}?`, content, confirm: 'Delete', danger: true }, remove)) {
            await this.#done(`${token.serial} is deleted.`);
        }
    }
}

function badges(token) {
    const badge = (text, kind = '') => element('span', { className: `badge ${kind}` }, text);
    const isUnfinished = ['clientwait', 'verify'].includes(token.rollout_state);
    const shown = [];
    if (token.revoked) {
        shown.push(badge('Revoked', 'bad'));
    }
    if (token.locked) {
        shown.push(badge('Locked', 'bad'));
    }
    if (isUnfinished) {
        shown.push(badge('Not finished'));
    } else if (!token.revoked) {
        shown.push(token.active ? badge('Active', 'good') : badge('Disabled'));
    }
    if (token.failcount >= token.maxfail && token.maxfail > 0) {
        shown.push(badge('Too many failures', 'bad'));
    }
    return shown;
}
