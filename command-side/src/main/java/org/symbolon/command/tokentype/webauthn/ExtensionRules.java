package org.symbolon.command.tokentype.webauthn;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.type.TypeReference;

/** Which extensions of WebAuthn devices and browsers may use. */
final class ExtensionRules {

    private static final Set<String> OF_DEVICES = Set.of("credProtect", "hmac-secret");
    private static final Set<String> OF_BROWSERS = Set.of("appid", "credProps", "prf");
    private static final TypeReference<Map<String, Object>> NAMED = new TypeReference<>() {};

    private ExtensionRules() {}

    static boolean allow(AuthenticatorData<?> data) {
        return data.getExtensions() == null
                || OF_DEVICES.containsAll(data.getExtensions().getKeys());
    }

    /** What a browser says beside; empty if it says what it may not. */
    static Optional<Map<String, Object>> ofBrowser(String sent, ObjectConverter converter) {
        Optional<String> json = Encoding.json(sent);
        if (json.isEmpty()) {
            return Optional.of(Map.of());
        }
        return Optional.ofNullable(converter.getJsonMapper().readValue(json.get(), NAMED))
                .filter(said -> OF_BROWSERS.containsAll(said.keySet()));
    }

    /** Whether a browser says that the device keeps the key itself. */
    static boolean sayResident(Map<String, Object> said) {
        return said.get("credProps") instanceof Map<?, ?> properties && Boolean.TRUE.equals(properties.get("rk"));
    }
}
