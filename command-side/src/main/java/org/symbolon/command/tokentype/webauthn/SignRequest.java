package org.symbolon.command.tokentype.webauthn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeTerms;

/** What a browser is told so that it has a device sign, under the names of the wire. */
final class SignRequest {

    private static final int MILLISECONDS = 1000;
    private static final int LONGEST_SECONDS = 86_400;

    private SignRequest() {}

    /** For a device of one token. */
    static Map<String, Object> of(TokenView token, String challenge, TypeTerms terms) {
        return Map.of(
                "challenge",
                Encoding.ofHex(challenge),
                "allowCredentials",
                List.of(credential(token.secret().reveal(), terms)),
                "rpId",
                WebauthnState.of(token.state()).relyingPartyId(),
                "userVerification",
                Verification.of(terms),
                "timeout",
                milliseconds(terms));
    }

    /** For a device of anybody: of the domain is told only what policies say of the realm. */
    static Map<String, Object> ofAnybody(String challenge, TypeTerms terms) {
        Optional<String> domain = terms.text(WebauthnActions.RELYING_PARTY_ID);
        return terms.flag(WebauthnActions.USERNAMELESS_BY_REALM) && domain.isPresent()
                ? Map.of(
                        "challenge", challenge,
                        "rpId", domain.get(),
                        "userVerification", Verification.of(terms),
                        "timeout", milliseconds(terms))
                : Map.of("challenge", challenge);
    }

    /** A key, whose id stands there as hexadecimal digits, and the ways by which a browser may reach its device. */
    static Map<String, Object> credential(String id, TypeTerms terms) {
        String transports = terms.text(WebauthnActions.TRANSPORTS).orElse(WebauthnActions.PRESET_TRANSPORTS);
        return Map.of(
                "id",
                Encoding.ofHex(id),
                "type",
                "public-key",
                "transports",
                List.of(transports.strip().split("\\s+")));
    }

    /** What is no number of seconds counts as not said. */
    static int milliseconds(TypeTerms terms) {
        String seconds = terms.text(WebauthnActions.TIMEOUT)
                .filter(text -> text.matches("[1-9]\\d{0,4}") && Integer.parseInt(text) <= LONGEST_SECONDS)
                .orElse(WebauthnActions.PRESET_TIMEOUT);
        return Integer.parseInt(seconds) * MILLISECONDS;
    }
}
