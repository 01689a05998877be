package org.symbolon.policy.action;

import java.util.List;

/** What new tokens of one type are like. */
public final class EnrollmentTypeActions {

    private static final ActionTable ACTIONS = new ActionTable(Scope.ENROLLMENT);

    private static final String CERTIFICATE = "certificate";
    private static final String REQUIREMENT =
            "What the certificate of a device must say, as `issuer/regular expression/`, and likewise `serial` or `subject`.";

    public static final Action DAYPASSWORD_FORCE_APP_PIN = forceAppPin("daypassword");
    public static final Action EDUPUSH_FORCE_APP_PIN = forceAppPin("edupush");
    public static final Action PUSH_FORCE_APP_PIN = forceAppPin("push");

    public static final Action PAPERTOKEN_COUNT = count("papertoken_count", "paper");
    public static final Action TANTOKEN_COUNT = count("tantoken_count", "tan");

    public static final Action CERTIFICATE_REQUIRE_ATTESTATION = ACTIONS.string("certificate_require_attestation")
            .ofType(CERTIFICATE)
            .choices("ignore", "verify", "require_and_verify")
            .preset("ignore")
            .does("Whether an attestation is looked at, checked where there is one, or wanted.");
    public static final Action CERTIFICATE_CA_CONNECTOR = ACTIONS.string("certificate_ca_connector")
            .ofType(CERTIFICATE)
            .existing(Existing.CA_CONNECTORS)
            .does("The connector that issues, whatever the request says.");
    public static final Action CERTIFICATE_TEMPLATE = ACTIONS.string("certificate_template")
            .ofType(CERTIFICATE)
            .does("The template of certificates, whatever the request says.");
    public static final Action CERTIFICATE_REQUEST_SUBJECT_COMPONENT = ACTIONS.words(
                    "certificate_request_subject_component")
            .ofType(CERTIFICATE)
            .choices("email", "realm")
            .multiple()
            .does("What the subject of a request tells of the user.");

    public static final Action EDUPUSH_FIREBASE_CONFIGURATION = firebaseConfiguration("edupush");
    public static final Action PUSH_FIREBASE_CONFIGURATION = firebaseConfiguration("push");
    public static final Action EDUPUSH_REGISTRATION_URL = registrationUrl("edupush");
    public static final Action PUSH_REGISTRATION_URL = registrationUrl("push");
    public static final Action EDUPUSH_TTL = timeToEnrol("edupush");
    public static final Action PUSH_TTL = timeToEnrol("push");
    public static final Action EDUPUSH_SSL_VERIFY = sslVerify("edupush");
    public static final Action PUSH_SSL_VERIFY = sslVerify("push");

    public static final Action U2F_REQ = ACTIONS.words("u2f_req").ofType("u2f").does(REQUIREMENT);
    public static final Action U2F_NO_VERIFY_CERTIFICATE = ACTIONS.flag("u2f_no_verify_certificate")
            .ofType("u2f")
            .does("Takes devices whose certificate is not good at the time.");
    public static final Action YUBIKEY_ACCESS_CODE = ACTIONS.string("yubikey_access_code")
            .idle()
            .ofType("yubikey")
            .does("The access code that tools for enrolment write to a device; the server does nothing with it.");

    private EnrollmentTypeActions() {}

    static List<Action> all() {
        return ACTIONS.actions();
    }

    private static Action forceAppPin(String type) {
        return ACTIONS.flag(type + "_force_app_pin").ofType(type).does("Tells the app to lock the token.");
    }

    private static Action count(String name, String type) {
        return ACTIONS.number(name).ofType(type).preset("100").does("How many values a new list has.");
    }

    private static Action firebaseConfiguration(String type) {
        return ACTIONS.string(type + "_firebase_configuration")
                .whole()
                .ofType(type)
                .choices("poll only")
                .existing(Existing.SMS_GATEWAYS)
                .required()
                .does("The gateway that reaches telephones; with `poll only` they ask by themselves.");
    }

    private static Action registrationUrl(String type) {
        return ACTIONS.string(type + "_registration_url")
                .whole()
                .ofType(type)
                .required()
                .does("The address that a telephone finishes its enrolment at.");
    }

    private static Action timeToEnrol(String type) {
        return ACTIONS.number(type + "_ttl")
                .whole()
                .ofType(type)
                .preset("10")
                .does("Within how many minutes a telephone must finish its enrolment.");
    }

    private static Action sslVerify(String type) {
        return ACTIONS.string(type + "_ssl_verify")
                .ofType(type)
                .choices("0", "1")
                .preset("1")
                .does("Whether the telephone checks the certificate of the server.");
    }
}
