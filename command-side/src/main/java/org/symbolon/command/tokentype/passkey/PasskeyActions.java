package org.symbolon.command.tokentype.passkey;

import java.util.List;
import java.util.stream.Stream;
import org.symbolon.command.tokentype.webauthn.KeyRules;
import org.symbolon.command.tokentype.webauthn.WebauthnActions;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/** What policies can say of passkeys: some of it as of any key by the standard, the rest about them alone. */
final class PasskeyActions {

    static final String ATTESTATION = "passkey_attestation_conveyance_preference";
    static final String LABEL = "passkey_user_label";
    static final String CHALLENGE_TEXT = "passkey_challenge_text";
    static final String TRIGGER_BY_PIN = "passkey_trigger_by_pin";

    static final String OFFLINE = "enroll_via_multichallenge_passkey_offline";

    static final String PRESET_ATTESTATION = "none";

    private static final List<TypeAction> OWN = List.of(
            TypeAction.string(
                            ATTESTATION,
                            Step.ENROLMENT,
                            "Whether a device is asked to prove its make.",
                            Scope.ENROLLMENT)
                    .choosing(PRESET_ATTESTATION, "indirect", "direct", "enterprise")
                    .or(PRESET_ATTESTATION),
            TypeAction.string(LABEL, Step.ENROLMENT, "What the device calls the user.", Scope.ENROLLMENT)
                    .asWhole()
                    .or("{user}"),
            TypeAction.string(CHALLENGE_TEXT, Step.ENROLMENT, "What the enrolment says.", Scope.ENROLLMENT)
                    .asWhole()
                    .or(PasskeyDescription.REGISTRATION_TEXT),
            TypeAction.string(CHALLENGE_TEXT, Step.LOGIN, "What a challenge says.", Scope.AUTHENTICATION)
                    .asWhole()
                    .or(PasskeyDescription.CHALLENGE_TEXT),
            TypeAction.flag(
                    TRIGGER_BY_PIN,
                    Step.LOGIN,
                    "Lets a PIN, or whoever triggers challenges, begin a challenge of passkeys.",
                    Scope.AUTHENTICATION),
            TypeAction.flag(
                    OFFLINE,
                    Step.LOGIN,
                    "A passkey that a log-in enrols is for machines without a network from then on.",
                    Scope.AUTHENTICATION));

    private PasskeyActions() {}

    static List<TypeAction> all() {
        return Stream.concat(OWN.stream(), WebauthnActions.ofAnyKey().stream().map(PasskeyActions::preset))
                .toList();
    }

    /** A passkey may be of any kind where no policy says more. */
    private static TypeAction preset(TypeAction lent) {
        return lent.name().equals(WebauthnActions.ALGORITHMS)
                ? lent.or(String.join(" ", KeyRules.ALGORITHMS.keySet()))
                : lent;
    }
}
