package org.symbolon.command.tokentype.pushed;

import java.util.List;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Existing;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/**
 * What policies can say of tokens of one type that are confirmed on a telephone. The names begin with that of the type.
 *
 * @param type the type's name
 */
public record PushedActions(String type) {

    /** In the place of a gateway: telephones ask by themselves. */
    static final String POLL_ONLY = "poll only";

    static final String ALLOWED = "allow";
    static final String DENIED = "deny";
    static final String BY_TOKEN = "token";

    static final int PRESET_MINUTES = 10;
    static final String PRESET_TITLE = "eduMFA";
    static final String PRESET_QUESTION = "Do you want to confirm the login?";
    static final String YES = "1";
    static final String NO = "0";

    String gateway() {
        return type + "_firebase_configuration";
    }

    String registrationUrl() {
        return type + "_registration_url";
    }

    String minutes() {
        return type + "_ttl";
    }

    String checksCertificate() {
        return type + "_ssl_verify";
    }

    String question() {
        return type + "_text_on_mobile";
    }

    String title() {
        return type + "_title_on_mobile";
    }

    String patience() {
        return type + "_wait";
    }

    String polling() {
        return type + "_allow_polling";
    }

    /** All that is said of any such type. */
    List<TypeAction> all() {
        return List.of(
                TypeAction.flag(
                                type + "_force_app_pin",
                                Step.ENROLMENT,
                                "Tells the app to lock the token.",
                                Scope.ENROLLMENT)
                        .with(new TypeAction.Overwrites("force_app_pin")),
                TypeAction.string(
                                gateway(),
                                Step.ENROLMENT,
                                "The gateway that reaches telephones; with `poll only` they ask by themselves.",
                                Scope.ENROLLMENT)
                        .asWhole()
                        .choosing(POLL_ONLY)
                        .offering(Existing.SMS_GATEWAYS)
                        .needed(),
                TypeAction.string(
                                registrationUrl(),
                                Step.ENROLMENT,
                                "The address that a telephone finishes its enrolment at, and answers to.",
                                Scope.ENROLLMENT)
                        .asWhole()
                        .needed()
                        .alsoAt(Step.LOGIN)
                        .alsoAt(Step.CALL),
                TypeAction.number(
                                minutes(),
                                Step.ENROLMENT,
                                "Within how many minutes a telephone must finish its enrolment.",
                                Scope.ENROLLMENT)
                        .asWhole()
                        .or(Integer.toString(PRESET_MINUTES)),
                certificateCheck(Step.ENROLMENT, Scope.ENROLLMENT),
                certificateCheck(Step.LOGIN, Scope.AUTHENTICATION).alsoAt(Step.CALL),
                onTelephone(question(), "What the telephone asks.", PRESET_QUESTION),
                onTelephone(title(), "The heading of what the telephone asks.", PRESET_TITLE),
                TypeAction.number(
                                patience(),
                                Step.WAIT,
                                "For how many seconds a log-in waits for the telephone before it answers.",
                                Scope.AUTHENTICATION)
                        .asWhole(),
                TypeAction.string(
                                polling(),
                                Step.LOGIN,
                                "Whether telephones may ask for open challenges; `token` leaves it to the token info"
                                        + " `polling_allowed`.",
                                Scope.AUTHENTICATION)
                        .asWhole()
                        .choosing(ALLOWED, DENIED, BY_TOKEN)
                        .or(ALLOWED)
                        .alsoAt(Step.CALL));
    }

    private TypeAction certificateCheck(Step step, Scope scope) {
        return TypeAction.string(
                        checksCertificate(), step, "Whether the telephone checks the certificate of the server.", scope)
                .choosing(NO, YES)
                .or(YES);
    }

    private static TypeAction onTelephone(String name, String sentence, String preset) {
        return TypeAction.string(name, Step.LOGIN, sentence, Scope.AUTHENTICATION)
                .asWhole()
                .or(preset)
                .alsoAt(Step.CALL);
    }
}
