/** Challenges that are answered on a phone: the page waits, and goes on by itself. */

import { challengeStatus } from './api.js';

const PAUSE = 1500;
const MOST = 200;

let current = 0;

/** What of a challenge is answered on a phone, and whether something is to be typed here as well. */
export function onPhone({ multi_challenge: asked = [] }) {
    const waits = asked.some(({ client_mode: mode }) => mode === 'poll');
    return { waits, isTyped: !waits || asked.some(({ client_mode: mode }) => mode !== 'poll') };
}

/** Looks until somebody has answered on his phone, the challenge is over or another is waited for; answers what he has said. */
export async function answered(transaction) {
    const mine = ++current;
    for (let look = 0; look < MOST && mine === current; look++) {
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
        const status = mine === current ? await challengeStatus(transaction).catch(() => 'pending') : 'pending';
        if (status !== 'pending') {
            return mine === current ? status : 'pending';
        }
    }
    return 'pending';
}

/** Nothing is waited for any more. */
export function stopWaiting() {
    current++;
}
