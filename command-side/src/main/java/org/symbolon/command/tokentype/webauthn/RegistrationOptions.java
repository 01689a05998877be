package org.symbolon.command.tokentype.webauthn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.webauthn.OwnTokens.Found;

/** What a browser is told so that it has a device make a key, under the names of the wire. */
final class RegistrationOptions {

    private final EnrolmentRequest request;
    private final TypeTerms terms;

    RegistrationOptions(EnrolmentRequest request) {
        this.request = request;
        this.terms = request.circumstances().terms();
    }

    /** The options for this challenge, which stands there as hexadecimal digits. The user whom the device knows is the token. */
    Map<String, Object> of(RelyingParty party, String challenge) {
        Map<String, Object> options = new HashMap<>();
        options.put("nonce", Encoding.ofHex(challenge));
        options.put("relyingParty", party.asOption());
        options.put("serialNumber", request.serial());
        options.put("pubKeyCredAlgorithms", algorithms());
        options.put("name", request.holder().login());
        options.put("displayName", label());
        options.put("authenticatorSelection", selection());
        options.put("timeout", SignRequest.milliseconds(terms));
        options.put("attestation", terms.text(WebauthnActions.ATTESTATION_FORM).orElse("direct"));
        List<String> models = words(WebauthnActions.MODELS, "");
        if (!models.isEmpty()) {
            options.put("authenticatorSelectionList", models);
        }
        List<Map<String, Object>> excluded = excluded();
        if (!excluded.isEmpty()) {
            options.put("excludeCredentials", excluded);
        }
        return options;
    }

    private List<Map<String, Object>> algorithms() {
        return KeyRules.asked(words(WebauthnActions.ALGORITHMS, "ecdsa rsassa-pss"));
    }

    private String label() {
        return terms.text(WebauthnActions.LABEL)
                .orElse(WebauthnActions.PRESET_LABEL)
                .replace("{serial}", request.serial())
                .replace("{user}", request.holder().login())
                .replace("{realm}", request.holder().realm())
                .replace("{givenname}", request.holder().givenName())
                .replace("{surname}", request.holder().surname())
                .strip();
    }

    private Map<String, Object> selection() {
        Map<String, Object> selection = new HashMap<>();
        selection.put("userVerification", Verification.of(terms));
        selection.put("residentKey", terms.text(WebauthnActions.RESIDENT_KEY).orElse("preferred"));
        Optional<String> attachment = terms.text(WebauthnActions.ATTACHMENT).filter(said -> !said.equals("either"));
        attachment.ifPresent(said -> selection.put("authenticatorAttachment", said));
        return selection;
    }

    private List<Map<String, Object>> excluded() {
        return WebauthnType.enrolledBefore(request).flatMap(request.gathered()::to).orElse(Found.NONE).tokens().stream()
                .map(owned -> owned.token().secret().reveal())
                .map(id -> SignRequest.credential(id, terms))
                .toList();
    }

    private List<String> words(String action, String otherwise) {
        return Arrays.stream(terms.text(action).orElse(otherwise).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
