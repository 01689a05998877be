package org.symbolon.server.policy.action;

import java.util.List;

/** What new WebAuthn tokens are like. */
public final class WebauthnEnrollmentActions {

    private static final ActionTable ACTIONS = new ActionTable(Scope.ENROLLMENT);

    public static final Action WEBAUTHN_RELYING_PARTY_ID =
            string("webauthn_relying_party_id").required().does("The domain that the tokens are for.");
    public static final Action WEBAUTHN_RELYING_PARTY_NAME =
            string("webauthn_relying_party_name").whole().required().does("What a browser calls that domain.");
    public static final Action WEBAUTHN_TIMEOUT = ofWebauthn(ACTIONS.number("webauthn_timeout"))
            .preset("60")
            .does("For how many seconds a browser waits for the device.");
    public static final Action WEBAUTHN_AUTHENTICATOR_ATTACHMENT = string("webauthn_authenticator_attachment")
            .choices("platform", "cross-platform", "either")
            .preset("either")
            .does("Whether a device is built in or comes by itself.");
    public static final Action WEBAUTHN_AUTHENTICATOR_SELECTION_LIST = words("webauthn_authenticator_selection_list")
            .whole()
            .does("The models of devices that may be enrolled, by their AAGUIDs.");
    public static final Action WEBAUTHN_USER_VERIFICATION_REQUIREMENT = string("webauthn_user_verification_requirement")
            .choices("required", "preferred", "discouraged")
            .preset("preferred")
            .does("Whether the device finds out that its owner uses it.");
    public static final Action WEBAUTHN_PUBLIC_KEY_CREDENTIAL_ALGORITHMS = words(
                    "webauthn_public_key_credential_algorithms")
            .choices("ecdsa", "rsassa-pss", "rsassa-pkcs1v1_5")
            .multiple()
            .preset("ecdsa rsassa-pss")
            .does("The kinds of keys that devices may make.");
    public static final Action WEBAUTHN_AUTHENTICATOR_ATTESTATION_FORM = string(
                    "webauthn_authenticator_attestation_form")
            .choices("none", "indirect", "direct")
            .preset("direct")
            .does("Whether a device is asked to prove its make.");
    public static final Action WEBAUTHN_AUTHENTICATOR_ATTESTATION_LEVEL = string(
                    "webauthn_authenticator_attestation_level")
            .choices("none", "untrusted", "trusted")
            .preset("untrusted")
            .does("Whether the proof is wanted, and whether from a maker that is trusted.");
    public static final Action WEBAUTHN_RESIDENT_KEY = string("webauthn_resident_key")
            .choices("discouraged", "required", "preferred")
            .preset("preferred")
            .does("Whether the device keeps the key itself, as a passkey.");
    public static final Action WEBAUTHN_REQ = words("webauthn_req")
            .does("What the certificate of a device must say, as `issuer/regular expression/`, and likewise `serial` or"
                    + " `subject`.");
    public static final Action WEBAUTHN_CHALLENGE_TEXT = string("webauthn_challenge_text")
            .whole()
            .preset("Please confirm with your WebAuthn token")
            .does("What the enrolment says.");
    public static final Action WEBAUTHN_AVOID_DOUBLE_REGISTRATION = ofWebauthn(
                    ACTIONS.flag("webauthn_avoid_double_registration"))
            .does("Refuses devices that the user has enrolled already.");
    public static final Action WEBAUTHN_TOKENLABEL = string("webauthn_tokenlabel")
            .whole()
            .preset("{givenname} {surname} ({user})")
            .does("What the device calls the user.");

    private WebauthnEnrollmentActions() {}

    static List<Action> all() {
        return ACTIONS.actions();
    }

    private static ActionBuilder string(String name) {
        return ofWebauthn(ACTIONS.string(name));
    }

    private static ActionBuilder words(String name) {
        return ofWebauthn(ACTIONS.words(name));
    }

    private static ActionBuilder ofWebauthn(ActionBuilder action) {
        return action.ofType("webauthn");
    }
}
