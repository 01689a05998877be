/** Log-ins with a key that a device keeps: nobody types a name, and the key says whose it is. */

import { invitation } from './api.js';

export const isPossible = () => typeof PublicKeyCredential === 'function' && navigator.credentials !== undefined;

/** What a device answers, as the server takes it. What it is to sign are the characters of the challenge, as they stand. */
export async function answer() {
    const asked = await invitation();
    const key = await navigator.credentials.get({
        publicKey: {
            challenge: new TextEncoder().encode(asked.challenge),
            rpId: asked.rpId,
            userVerification: asked.user_verification,
        },
    }).catch(() => {
        throw new Error('No passkey was used.');
    });
    const fields = {
        credential_id: key.id,
        transaction_id: asked.transaction_id,
        authenticatorData: written(key.response.authenticatorData),
        clientDataJSON: written(key.response.clientDataJSON),
        signature: written(key.response.signature),
    };
    return key.response.userHandle ? { ...fields, userHandle: written(key.response.userHandle) } : fields;
}

/** In base64url without padding (RFC 4648, 5). */
function written(buffer) {
    const text = String.fromCharCode(...new Uint8Array(buffer));
    return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
