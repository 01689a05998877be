package org.symbolon.command.tokentype.passkey;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.webauthn.Encoding;
import org.symbolon.command.tokentype.webauthn.KeyRules;
import org.symbolon.command.tokentype.webauthn.OwnTokens.Found;
import org.symbolon.command.tokentype.webauthn.OwnTokens.Owned;
import org.symbolon.command.tokentype.webauthn.RelyingParty;
import org.symbolon.command.tokentype.webauthn.Verification;
import org.symbolon.command.tokentype.webauthn.WebauthnActions;

/**
 * What a browser is told so that it has a device make a passkey: the {@code PublicKeyCredentialCreationOptions} of Web Authentication
 * (Level 3, 5.4) as JSON, but for the challenge, whose characters are signed as they stand.
 */
final class CreationOptions {

    private static final int MILLISECONDS = 12_000;
    private static final int USER_NAME_BYTES = 64;

    private final TypeTerms terms;
    private final Holder holder;
    private final String serial;

    CreationOptions(EnrolmentRequest request) {
        this.terms = request.circumstances().terms();
        this.holder = request.holder();
        this.serial = request.serial();
    }

    Map<String, Object> of(RelyingParty party, String userId, String challenge, Found owned) {
        String label = label();
        Map<String, Object> options = new HashMap<>();
        options.put("rp", party.asOption());
        options.put("user", Map.of("id", userId, "name", label, "displayName", label));
        options.put("challenge", challenge);
        options.put("pubKeyCredParams", KeyRules.asked(algorithms()));
        options.put("timeout", MILLISECONDS);
        options.put(
                "excludeCredentials",
                owned.tokens().stream().map(CreationOptions::excluded).toList());
        options.put(
                "authenticatorSelection",
                Map.of(
                        "residentKey",
                        "required",
                        "requireResidentKey",
                        true,
                        "userVerification",
                        Verification.of(terms)));
        options.put("attestation", terms.text(PasskeyActions.ATTESTATION).orElse(PasskeyActions.PRESET_ATTESTATION));
        return options;
    }

    private List<String> algorithms() {
        return terms.text(WebauthnActions.ALGORITHMS)
                .map(said -> Arrays.asList(said.strip().split("\\s+")))
                .orElseGet(() -> List.copyOf(KeyRules.ALGORITHMS.keySet()));
    }

    /** What a device calls the user; his login where policies say nothing else. */
    private String label() {
        String label =
                terms.text(PasskeyActions.LABEL).map(this::filled).orElse("").strip();
        return label.isEmpty() ? holder.login() : shortened(label);
    }

    private String filled(String template) {
        return template.replace("{serial}", serial)
                .replace("{user}", holder.login())
                .replace("{realm}", holder.realm())
                .replace("{givenname}", holder.givenName())
                .replace("{surname}", holder.surname())
                .replaceAll("\\{\\w+}", "");
    }

    /** The longest that a device must keep (Level 3, 6.4.1), in whole characters. */
    private static String shortened(String label) {
        String text = label;
        while (text.getBytes(StandardCharsets.UTF_8).length > USER_NAME_BYTES) {
            text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
        }
        return text;
    }

    private static Map<String, Object> excluded(Owned owned) {
        String id = owned.token().secret().reveal();
        return Map.of(
                "id", owned.type().equals(PasskeyDescription.NAME) ? id : Encoding.ofHex(id), "type", "public-key");
    }
}
