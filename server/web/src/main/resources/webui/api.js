/** Talks to the server. The log-in token is kept here, in memory, and nowhere else. */

const ROOT = new URL('..', import.meta.url);

let token = null;
let onEnd = () => {};

/** What the server did not do, and why. */
export class Refusal extends Error {
    constructor(status, code, message, detail) {
        super(message);
        this.status = status;
        this.code = code;
        this.detail = detail;
    }
}

async function send(method, path, parameters, options = {}) {
    const url = new URL(path, ROOT);
    const request = { method, headers: {}, cache: 'no-store', credentials: 'same-origin', ...options };
    if (token !== null) {
        // Not in Authorization, which a web server in front may want for itself.
        request.headers['PI-Authorization'] = token;
    }
    if (method === 'GET') {
        url.search = new URLSearchParams(parameters);
    } else if (parameters) {
        // JSON, for what a form sends is decoded once more, and a password may hold a per cent sign.
        request.headers['Content-Type'] = 'application/json';
        request.body = JSON.stringify(parameters);
    }
    const response = await fetch(url, request).catch(() => {
        throw new Refusal(0, 0, 'The server cannot be reached. Please try again.', {});
    });
    return read(response);
}

async function read(response) {
    const answer = await response.json().catch(() => null);
    if (answer?.result?.status) {
        return { value: answer.result.value, detail: answer.detail ?? {} };
    }
    const error = answer?.result?.error ?? {};
    const message = String(error.message ?? `The server answered with status ${response.status}.`);
    throw new Refusal(response.status, error.code, message.replace(/^ERR-?\d+: /, ''), answer?.detail ?? {});
}

/** One step of a log-in. Answers as the server does; the token, if there is one, stays here. */
export async function logIn(parameters) {
    const { value, detail } = await send('POST', 'auth', parameters);
    if (typeof value.token !== 'string') {
        return { entered: false, value, detail };
    }
    token = value.token;
    const { token: kept, ...rest } = value;
    return { entered: true, value: { ...rest, expires: expiry(kept) }, detail };
}

/** How a challenge stands that is answered elsewhere. */
export async function challengeStatus(transaction) {
    const { detail } = await send('GET', 'validate/polltransaction', { transaction_id: transaction });
    return detail.challenge_status;
}

/** What any device that keeps a key can answer. */
export async function invitation() {
    const { detail } = await send('POST', 'validate/initialize', { type: 'passkey' });
    return detail.passkey;
}

/** When a log-in token ends, in milliseconds. */
function expiry(jwt) {
    const claims = atob(jwt.split('.')[1].replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(claims).exp * 1000;
}

export const isLoggedIn = () => token !== null;

/** Says what is to happen when the server no longer accepts the log-in. */
export function whenEnded(action) {
    onEnd = action;
}

/** A request of somebody who is logged in. What waits for it when the log-in ends goes no further. */
export async function call(method, path, parameters) {
    const mine = token;
    const over = new Promise(() => {});
    if (mine === null) {
        return over;
    }
    try {
        const answer = await send(method, path, parameters);
        return token === mine ? answer : over;
    } catch (refusal) {
        if (token !== mine) {
            return over;
        }
        if (refusal.status === 401) {
            token = null;
            onEnd();
            return over;
        }
        throw refusal;
    }
}

/** Ends the log-in, here in any case, and on the server if it can be reached; also while the page is being left. */
export async function logOut() {
    if (token === null) {
        return;
    }
    const ended = send('DELETE', 'auth', null, { keepalive: true });
    token = null;
    await ended.catch(() => {});
}
