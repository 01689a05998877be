// What pages do with options from the server: those of privacyIDEA's clients with passkeys, those of eduMFA's with WebAuthn tokens.
window.authenticator = (() => {
    const bytes = (text) =>
        Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (character) => character.charCodeAt(0));
    const base64 = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));
    const base64url = (buffer) => base64(buffer).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
    const characters = (text) => new TextEncoder().encode(text);
    const known = (credentials = []) => credentials.map((one) => ({ ...one, id: bytes(one.id) }));

    const makePasskey = async (options) => {
        const publicKey = {
            ...options,
            challenge: characters(options.challenge),
            user: { ...options.user, id: bytes(options.user.id) },
            excludeCredentials: known(options.excludeCredentials),
        };
        const made = await navigator.credentials.create({ publicKey });
        return {
            credential_id: made.id,
            rawId: base64(made.rawId),
            authenticatorAttachment: made.authenticatorAttachment,
            attestationObject: base64(made.response.attestationObject),
            clientDataJSON: base64(made.response.clientDataJSON),
        };
    };

    const answerPasskey = async (options) => {
        const publicKey = {
            challenge: characters(options.challenge),
            rpId: options.rpId,
            userVerification: options.user_verification || options.userVerification,
        };
        const { id, response } = await navigator.credentials.get({ publicKey });
        return {
            credential_id: id,
            authenticatorData: base64(response.authenticatorData),
            clientDataJSON: base64(response.clientDataJSON),
            signature: base64(response.signature),
            userHandle: base64(response.userHandle),
        };
    };

    const makeKey = async (options) => {
        const publicKey = {
            rp: options.relyingParty,
            user: { id: characters(options.serialNumber), name: options.name, displayName: options.displayName },
            challenge: bytes(options.nonce),
            pubKeyCredParams: options.pubKeyCredAlgorithms,
            timeout: options.timeout,
            excludeCredentials: known(options.excludeCredentials),
            authenticatorSelection: options.authenticatorSelection,
            attestation: options.attestation,
        };
        const { response } = await navigator.credentials.create({ publicKey });
        return { clientdata: base64url(response.clientDataJSON), regdata: base64url(response.attestationObject) };
    };

    const answerKey = async (options) => {
        const publicKey = {
            ...options,
            challenge: bytes(options.challenge),
            allowCredentials: known(options.allowCredentials),
        };
        const { id, response } = await navigator.credentials.get({ publicKey });
        return {
            credentialid: id,
            clientdata: base64url(response.clientDataJSON),
            signaturedata: base64url(response.signature),
            authenticatordata: base64url(response.authenticatorData),
            ...(response.userHandle ? { userhandle: new TextDecoder().decode(response.userHandle) } : {}),
        };
    };

    return { makePasskey, answerPasskey, makeKey, answerKey };
})();
