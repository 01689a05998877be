/** The log-in, in as many steps as the server wants, and its end. */

import { call, isLoggedIn, logIn, logOut, whenEnded } from './api.js';
import { $, busy, closeDialogs, described, isPicture, say, show } from './dom.js';
import { IdleClock } from './idle.js';
import { answer, isPossible } from './key.js';
import { Enrolment } from './enrolment.js';
import { answered, onPhone, stopWaiting } from './phone.js';
import { TokenList } from './tokens.js';

let known = {};
let clock = null;

function step(parameters) {
    return logIn({ ...known, ...parameters }).then(({ entered, value, detail }) => {
        if (entered) {
            enter(value);
        } else if (detail.transaction_id) {
            challenge(detail);
        } else {
            throw new Error(detail.message || 'You were not logged in.');
        }
    });
}

$('credentials').addEventListener('submit', (event) => {
    event.preventDefault();
    const { username, realm, password } = Object.fromEntries(new FormData(event.target));
    known = realm === undefined ? { username } : { username, realm };
    say('');
    busy(event.target, $('log-in-error'), () => step({ password }).finally(() => ($('password').value = ''))).then(() => {
        if ($('log-in-error').textContent !== '') {
            $('password').focus();
        }
    });
});

if ($('by-key') !== null) {
    $('by-key').hidden = !isPossible();
    $('by-key').addEventListener('click', () => {
        known = {};
        say('');
        busy($('credentials'), $('log-in-error'), () => answer().then(step));
    });
}

function challenge(detail) {
    known = { ...known, transaction_id: detail.transaction_id };
    $('challenge-message').textContent = detail.message || 'Please enter the value of your token.';
    $('challenge-image').hidden = !isPicture(detail.image);
    if (isPicture(detail.image)) {
        $('challenge-image').src = detail.image;
    } else {
        $('challenge-image').removeAttribute('src');
    }
    $('challenge-error').textContent = '';
    document.title = 'One more step · Symbolon';
    show('challenge');
    answerWhere(detail);
}

/** Somebody answers here, or on his phone, or as he likes. What he confirms there while he types here counts as well. */
function answerWhere(detail) {
    const { waits, isTyped } = onPhone(detail);
    const choice = detail.presence_answer ?? '';
    $('challenge-choice').textContent = choice;
    $('challenge-choice').hidden = choice === '';
    $('challenge-phone').hidden = !waits;
    $('typed').hidden = !isTyped;
    $('answer').querySelector('button.primary').hidden = !isTyped;
    stopWaiting();
    if (isTyped) {
        $('response').focus();
    }
    if (waits) {
        awaitPhone(detail.transaction_id);
    }
}

async function awaitPhone(transaction) {
    const said = await answered(transaction);
    if (known.transaction_id !== transaction) {
        return;
    }
    if (said === 'accept') {
        await busy($('answer'), $('challenge-error'), () => step({ password: '' }));
        return;
    }
    $('challenge-phone').hidden = true;
    $('challenge-error').textContent = said === 'pending'
        ? 'Nobody has answered on your phone. Please start again.'
        : 'It was refused on your phone.';
}

$('answer').addEventListener('submit', (event) => {
    event.preventDefault();
    const password = $('response').value;
    $('response').value = '';
    busy(event.target, $('challenge-error'), () => step({ password }).catch((refusal) => {
        throw new Error(refusal.detail?.message || refusal.message);
    })).then(() => {
        if (!$('challenge').hidden) {
            $('response').focus();
        }
    });
});

$('response-shown').addEventListener('change', (event) => {
    $('response').type = event.target.checked ? 'text' : 'password';
});

$('start-again').addEventListener('click', () => begin(''));

/** Back to the first step, with the name kept for whoever only has to come back. */
function begin(reason) {
    stopWaiting();
    known = {};
    $('password').value = '';
    $('response').value = '';
    $('response-shown').checked = false;
    $('response').type = 'password';
    document.title = 'Log in · Symbolon';
    show('log-in');
    $('log-in-error').textContent = reason;
    ($('username').value === '' ? $('username') : $('password')).focus();
}

function time(moment) {
    return new Date(moment).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

function enter(value) {
    stopWaiting();
    known = {};
    $('account-title').textContent = value.hide_welcome ? value.username : `Welcome, ${value.username}`;
    $('identity').replaceChildren(...described([
        ['User', value.username],
        ['Realm', value.realm],
        ['Role', value.role === 'admin' ? 'Administrator' : 'User'],
        ['Node', value.show_node],
        ['Logged in until', '\u2026'],
    ]));
    document.title = `${value.username} · Symbolon`;
    watch(value);
    const list = new TokenList(value);
    list.enrolment = new Enrolment(value, list, (shown) => clock.during(shown));
    list.enrolment.offer();
    show('account');
    list.load();
}

function watch(value) {
    const until = $('identity').lastElementChild;
    clock = new IdleClock(value.logout_time > 0 ? value.logout_time * 1000 : Infinity, value.expires, {
        change: (deadline) => {
            until.textContent = deadline >= value.expires ? time(deadline) : `${time(deadline)}, or longer if you go on working`;
        },
        warn: (seconds) => say(`You will be logged out in ${seconds} seconds. Press any key to stay.`),
        end: (expired) => end(
            expired ? 'Your log-in has ended. Please log in again.' : 'You were logged out because nothing was done for a while.',
            value.timeout_action === 'logout' ? value.logout_redirect_url : '',
            value.timeout_action === 'logout'),
    });
    clock.start();
    $('log-out').onclick = () => end('', value.logout_redirect_url, true);
}

for (const sign of ['keydown', 'pointerdown', 'wheel', 'touchstart']) {
    addEventListener(sign, () => clock?.touch(), { passive: true });
}

/** Takes everything of the log-in off the page; where a policy says so, the browser goes elsewhere then. */
async function end(reason, address, forgetName = false) {
    clock?.stop();
    clock = null;
    closeDialogs();
    const over = logOut();
    for (const part of ['account-title', 'identity', 'tokens', 'status', 'tokens-error']) {
        $(part).replaceChildren();
    }
    if (forgetName) {
        $('credentials').reset();
    }
    begin(reason);
    await over;
    if (/^https?:\/\//i.test(address ?? '')) {
        location.assign(address);
    } else if (reason === '') {
        say('You are logged out.');
    }
}

whenEnded(() => end('Your log-in has ended. Please log in again.', ''));
addEventListener('pagehide', () => {
    if (isLoggedIn()) {
        end('', '', true);
    }
});
$('username').focus();
