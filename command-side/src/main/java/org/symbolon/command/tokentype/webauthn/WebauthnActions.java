package org.symbolon.command.tokentype.webauthn;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/** What policies can say of WebAuthn tokens. */
public final class WebauthnActions {

    public static final String RELYING_PARTY_ID = "webauthn_relying_party_id";
    static final String RELYING_PARTY_NAME = "webauthn_relying_party_name";
    static final String TIMEOUT = "webauthn_timeout";
    static final String ATTACHMENT = "webauthn_authenticator_attachment";
    static final String MODELS = "webauthn_authenticator_selection_list";
    static final String USER_VERIFICATION = "webauthn_user_verification_requirement";
    public static final String ALGORITHMS = "webauthn_public_key_credential_algorithms";
    static final String ATTESTATION_FORM = "webauthn_authenticator_attestation_form";
    static final String ATTESTATION_LEVEL = "webauthn_authenticator_attestation_level";
    static final String RESIDENT_KEY = "webauthn_resident_key";
    static final String CERTIFICATES = "webauthn_req";
    static final String CHALLENGE_TEXT = "webauthn_challenge_text";
    static final String AVOIDS_DOUBLES = "webauthn_avoid_double_registration";
    static final String LABEL = "webauthn_tokenlabel";
    static final String TRANSPORTS = "webauthn_allowed_transports";
    static final String USERNAMELESS = "webauthn_usernameless_authn";
    static final String USERNAMELESS_BY_REALM = "webauthn_usernameless_realm_policy";

    static final String PRESET_TIMEOUT = "60";
    static final String PRESET_VERIFICATION = "preferred";
    static final String PRESET_TRANSPORTS = "usb ble nfc internal hybrid";
    static final String PRESET_LABEL = "{givenname} {surname} ({user})";

    private static final String SECONDS = "For how many seconds a browser waits for the device.";
    private static final String VERIFIES = "Whether the device finds out that its owner uses it.";
    private static final String CERTIFICATE_SAYS =
            "What the certificate of a device must say, as `issuer/regular expression/`,"
                    + " and likewise `serial` or `subject`.";

    private static final List<TypeAction> OF_ENROLMENT = List.of(
            TypeAction.string(RELYING_PARTY_ID, Step.ENROLMENT, "The domain that the tokens are for.", Scope.ENROLLMENT)
                    .needed()
                    .alsoAt(Step.LOGIN),
            TypeAction.string(RELYING_PARTY_NAME, Step.ENROLMENT, "What a browser calls that domain.", Scope.ENROLLMENT)
                    .asWhole()
                    .needed(),
            TypeAction.number(TIMEOUT, Step.ENROLMENT, SECONDS, Scope.ENROLLMENT)
                    .or(PRESET_TIMEOUT),
            TypeAction.string(
                            ATTACHMENT,
                            Step.ENROLMENT,
                            "Whether a device is built in or comes by itself.",
                            Scope.ENROLLMENT)
                    .choosing("platform", "cross-platform", "either")
                    .or("either"),
            TypeAction.words(
                            MODELS,
                            Step.ENROLMENT,
                            "The models of devices that may be enrolled, by their AAGUIDs.",
                            Scope.ENROLLMENT)
                    .asWhole(),
            verification(Step.ENROLMENT, Scope.ENROLLMENT),
            TypeAction.words(ALGORITHMS, Step.ENROLMENT, "The kinds of keys that devices may make.", Scope.ENROLLMENT)
                    .choosing("ecdsa", "rsassa-pss", "rsassa-pkcs1v1_5")
                    .several()
                    .or("ecdsa rsassa-pss"),
            TypeAction.string(
                            ATTESTATION_FORM,
                            Step.ENROLMENT,
                            "Whether a device is asked to prove its make.",
                            Scope.ENROLLMENT)
                    .choosing("none", "indirect", "direct")
                    .or("direct"),
            TypeAction.string(
                            ATTESTATION_LEVEL,
                            Step.ENROLMENT,
                            "Whether the proof is wanted, and whether from a maker that is trusted.",
                            Scope.ENROLLMENT)
                    .choosing("none", "untrusted", "trusted")
                    .or("untrusted"),
            TypeAction.string(
                            RESIDENT_KEY,
                            Step.ENROLMENT,
                            "Whether the device keeps the key itself, as a passkey.",
                            Scope.ENROLLMENT)
                    .choosing("discouraged", "required", "preferred")
                    .or("preferred"),
            TypeAction.words(CERTIFICATES, Step.ENROLMENT, CERTIFICATE_SAYS, Scope.ENROLLMENT),
            TypeAction.string(CHALLENGE_TEXT, Step.ENROLMENT, "What the enrolment says.", Scope.ENROLLMENT)
                    .asWhole()
                    .or(WebauthnDescription.CHALLENGE_TEXT),
            TypeAction.flag(
                    AVOIDS_DOUBLES,
                    Step.ENROLMENT,
                    "Refuses devices that the user has enrolled already.",
                    Scope.ENROLLMENT),
            TypeAction.string(LABEL, Step.ENROLMENT, "What the device calls the user.", Scope.ENROLLMENT)
                    .asWhole()
                    .or(PRESET_LABEL));

    private static final List<TypeAction> OF_LOG_INS = List.of(
            TypeAction.string(CHALLENGE_TEXT, Step.LOGIN, "What a challenge says.", Scope.AUTHENTICATION)
                    .asWhole()
                    .or(WebauthnDescription.CHALLENGE_TEXT + " ({0!s})"),
            TypeAction.words(
                            TRANSPORTS,
                            Step.LOGIN,
                            "The ways by which a browser may reach the device.",
                            Scope.AUTHENTICATION)
                    .asWhole()
                    .choosing("usb", "ble", "nfc", "internal", "hybrid")
                    .several()
                    .or(PRESET_TRANSPORTS)
                    .alsoAt(Step.ENROLMENT),
            TypeAction.number(TIMEOUT, Step.LOGIN, SECONDS, Scope.AUTHENTICATION)
                    .or(PRESET_TIMEOUT),
            verification(Step.LOGIN, Scope.AUTHENTICATION),
            TypeAction.flag(USERNAMELESS, Step.LOGIN, "Lets passkeys log in without a name.", Scope.AUTHENTICATION),
            TypeAction.flag(
                    USERNAMELESS_BY_REALM,
                    Step.LOGIN,
                    "Without a name, takes what else there is to know from the policies of the realm in the request.",
                    Scope.AUTHENTICATION),
            TypeAction.words(CERTIFICATES, Step.LOGIN, CERTIFICATE_SAYS, Scope.AUTHORIZATION),
            TypeAction.words(
                            MODELS,
                            Step.LOGIN,
                            "The models of devices that may log in, by their AAGUIDs.",
                            Scope.AUTHORIZATION)
                    .asWhole());

    private WebauthnActions() {}

    static List<TypeAction> all() {
        return Stream.concat(OF_ENROLMENT.stream(), OF_LOG_INS.stream()).toList();
    }

    /** Those of which any type is told that keeps keys by the same standard. */
    public static List<TypeAction> ofAnyKey() {
        Set<String> names = Set.of(RELYING_PARTY_ID, RELYING_PARTY_NAME, USER_VERIFICATION, ALGORITHMS);
        return all().stream()
                .filter(action -> names.contains(action.name()))
                .map(TypeAction::lent)
                .toList();
    }

    private static TypeAction verification(Step step, Scope scope) {
        return TypeAction.string(USER_VERIFICATION, step, VERIFIES, scope)
                .choosing("required", "preferred", "discouraged")
                .or(PRESET_VERIFICATION);
    }
}
