package org.symbolon.server.http.config;

import java.util.Set;

/** The settings of token types that every user may read, because the enrolment pages need them. */
final class PublicSettings {

    private static final Set<String> KEYS = Set.of(
            "hotp.hashlib",
            "totp.hashlib",
            "totp.timeStep",
            "totp.timeWindow",
            "totp.useTimeShift",
            "daypassword.hashlib",
            "daypassword.timeStep",
            "webauthn.trust_anchor_dir",
            "webauthn.appid");

    private PublicSettings() {}

    static boolean contains(String key) {
        return KEYS.contains(key) || key.startsWith("question.question.");
    }
}
