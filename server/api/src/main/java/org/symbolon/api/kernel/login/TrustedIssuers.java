package org.symbolon.api.kernel.login;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.JsonText;
import org.symbolon.command.shared.Sha256;

/**
 * Those whose log-in tokens (RFC 7519) count here beside the server's own. They stand in the file of the setting {@code
 * symbolon.trusted-jwt}, which is read at the start; without it there are none.
 */
@Component
public final class TrustedIssuers {

    static final TrustedIssuers NONE = new TrustedIssuers("");

    private static final String SETTING = "symbolon.trusted-jwt";

    private final List<TrustedIssuer> issuers;

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException if it says something that cannot be followed
     */
    public TrustedIssuers(@Value("${symbolon.trusted-jwt:}") String file) {
        this.issuers = file.isBlank() ? List.of() : read(Path.of(file.strip()));
    }

    private static List<TrustedIssuer> read(Path file) {
        if (!(JsonText.parse(text(file)).orElse(null) instanceof List<?> entries)) {
            throw new IllegalArgumentException("%s: the file %s holds no list in JSON".formatted(SETTING, file));
        }
        List<TrustedIssuer> issuers = new ArrayList<>();
        for (Object entry : entries) {
            issuers.add(issuer(issuers.size() + 1, entry));
        }
        return List.copyOf(issuers);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "%s: the file %s cannot be read as text".formatted(SETTING, file), unreadable);
        }
    }

    private static TrustedIssuer issuer(int number, Object entry) {
        try {
            if (entry instanceof Map<?, ?> object) {
                return TrustedIssuer.of(object);
            }
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    "%s: in entry %d %s".formatted(SETTING, number, unusable.getMessage()), unusable);
        }
        throw new IllegalArgumentException("%s: entry %d is no object".formatted(SETTING, number));
    }

    /** How many entries there are. */
    public int count() {
        return issuers.size();
    }

    /** Whether one of them signs in this way. */
    boolean knowAlgorithm(String algorithm) {
        return issuers.stream().anyMatch(issuer -> issuer.key().isFor(algorithm));
    }

    /**
     * The log-in that a token is of. It counts as the first of its signers wants it to who has no objection.
     *
     * @throws org.symbolon.api.kernel.ApiException 401 if it does not count
     */
    VerifiedLogin login(String algorithm, TokenSegments token, Instant now) {
        List<TrustedIssuer> signers = issuers.stream()
                .filter(issuer -> issuer.hasSigned(algorithm, token))
                .toList();
        if (signers.isEmpty()) {
            throw LoginTokenRefusal.undecodable("Signature verification failed");
        }
        Map<?, ?> claims = token.claims();
        requireBegun(claims, now);
        TrustedIssuer signer = signers.stream()
                .filter(issuer -> issuer.objection(claims).isEmpty())
                .findFirst()
                .orElseThrow(
                        () -> signers.get(signers.size() - 1).objection(claims).orElseThrow());
        return new VerifiedLogin(signer.named(claims), Sha256.hexOf(token.signedText()), token.expires(), "");
    }

    private static void requireBegun(Map<?, ?> claims, Instant now) {
        Object begin = claims.get("nbf");
        boolean begun = begin == null || (begin instanceof Number time && time.longValue() <= now.getEpochSecond());
        if (!begun) {
            throw LoginTokenRefusal.undecodable("The token is not yet valid (nbf)");
        }
    }
}
