package org.symbolon.command.tokentype.webauthn;

import java.util.Map;
import java.util.regex.Pattern;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.TypeTerms;

/** The domain that tokens are for, as policies say it. */
public record RelyingParty(String id, String name) {

    private static final int POLICY = 303;
    private static final int LONGEST = 253;
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    /**
     * The one that policies name.
     *
     * @throws Refusal 303 if they name none, or none that can be one
     */
    public static RelyingParty of(TypeTerms terms) {
        String id = needed(terms, WebauthnActions.RELYING_PARTY_ID);
        String name = needed(terms, WebauthnActions.RELYING_PARTY_NAME);
        if (id.length() > LONGEST || !DOMAIN.matcher(id).matches()) {
            throw Refusal.of(
                    POLICY, "Illegal value for " + WebauthnActions.RELYING_PARTY_ID + " (must be a domain name).");
        }
        return new RelyingParty(id, name);
    }

    private static String needed(TypeTerms terms, String action) {
        return terms.text(action)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> Refusal.of(POLICY, "Missing enrollment policy for WebauthnToken: " + action));
    }

    public Map<String, Object> asOption() {
        return Map.of("id", id, "name", name);
    }
}
