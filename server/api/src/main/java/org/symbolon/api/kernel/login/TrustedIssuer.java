package org.symbolon.api.kernel.login;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.events.shared.Caller;

/**
 * Somebody else whose log-in tokens count here, and for whom: an entry of eduMFA's {@code EDUMFA_TRUSTED_JWT}. Whoever has his private
 * key is everybody whom the entry lets him name.
 *
 * @param key with which he signs
 * @param people whom he may name: what fits the whole of a name
 * @param place as what
 * @param audience for whom a token must be; null for nobody in particular
 * @param nameClaim the claim with the name
 * @param fixed whether tokens need not say what they name people as
 */
record TrustedIssuer(IssuerKey key, Pattern people, Place place, String audience, String nameClaim, boolean fixed) {

    private static final Set<String> KEYS =
            Set.of("public_key", "algorithm", "username", "role", "realm", "resolver", "aud", "claim", "static_data");

    /** As what, and of where, somebody is named; the resolver is empty for any. */
    private record Place(String role, String realm, String resolver) {

        boolean isOf(Map<?, ?> claims) {
            return role.equals(claims.get("role"))
                    && realm.equals(claims.get("realm"))
                    && resolver.equals(Objects.requireNonNullElse(claims.get("resolver"), ""));
        }

        Caller named(String username) {
            return role.equals(LoginTokens.ADMIN)
                    ? new Caller.Administrator(username, realm)
                    : new Caller.RealmUser(username, realm, resolver);
        }
    }

    /**
     * Reads an entry.
     *
     * @throws IllegalArgumentException if it says something that nobody understands: what was to limit it would be lost
     */
    static TrustedIssuer of(Map<?, ?> entry) {
        entry.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("nobody knows the key '%s'".formatted(key));
        });
        return new TrustedIssuer(
                IssuerKey.of(required(entry, "algorithm"), required(entry, "public_key")),
                people(required(entry, "username")),
                place(entry),
                optional(entry, "aud").orElse(null),
                optional(entry, "claim").orElse("username"),
                flag(entry, "static_data"));
    }

    private static Place place(Map<?, ?> entry) {
        String role = required(entry, "role");
        String realm = text(entry, "realm").orElseThrow(() -> missing("realm"));
        if (!role.equals(LoginTokens.ADMIN) && !role.equals(LoginTokens.USER)) {
            throw new IllegalArgumentException("role must be admin or user");
        }
        if (role.equals(LoginTokens.USER) && realm.isEmpty()) {
            throw new IllegalArgumentException("realm must say of which realm the users are");
        }
        return new Place(role, realm, text(entry, "resolver").orElse(""));
    }

    private static Pattern people(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException malformed) {
            throw new IllegalArgumentException("username must be a regular expression", malformed);
        }
    }

    private static String required(Map<?, ?> entry, String key) {
        return optional(entry, key).orElseThrow(() -> missing(key));
    }

    private static IllegalArgumentException missing(String key) {
        return new IllegalArgumentException(key + " is missing");
    }

    /** What is there must say something. */
    private static Optional<String> optional(Map<?, ?> entry, String key) {
        Optional<String> text = text(entry, key);
        if (text.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException(key + " must not be empty");
        }
        return text;
    }

    private static Optional<String> text(Map<?, ?> entry, String key) {
        Object value = entry.get(key);
        if (value != null && !(value instanceof String)) {
            throw new IllegalArgumentException(key + " must be a text");
        }
        return Optional.ofNullable((String) value);
    }

    private static boolean flag(Map<?, ?> entry, String key) {
        Object value = entry.get(key);
        if (value != null && !(value instanceof Boolean)) {
            throw new IllegalArgumentException(key + " must be true or false");
        }
        return value != null && (Boolean) value;
    }

    boolean hasSigned(String algorithm, TokenSegments token) {
        return key.hasSigned(algorithm, token);
    }

    /** Why a token that he has signed does not count; empty if it does. */
    Optional<ApiException> objection(Map<?, ?> claims) {
        if (!isForUs(claims.get("aud"))) {
            return Optional.of(LoginTokenRefusal.undecodable("Audience doesn't match"));
        }
        if (!fixed && !place.isOf(claims)) {
            return Optional.of(LoginTokenRefusal.undecodable("Role, realm or resolver doesn't match"));
        }
        if (!(claims.get(nameClaim) instanceof String name) || name.isEmpty()) {
            return Optional.of(LoginTokenRefusal.undecodable("Token is missing the \"" + nameClaim + "\" claim"));
        }
        return people.matcher(name).matches() ? Optional.empty() : Optional.of(LoginTokenRefusal.mayNotBeNamed(name));
    }

    /** A token for somebody in particular is for nobody else (RFC 7519, section 4.1.3). */
    private boolean isForUs(Object claimed) {
        if (audience == null) {
            return claimed == null;
        }
        return audience.equals(claimed) || (claimed instanceof List<?> several && several.contains(audience));
    }

    /** Whom a token names to which there is no {@link #objection}. */
    Caller named(Map<?, ?> claims) {
        return place.named((String) claims.get(nameClaim));
    }
}
