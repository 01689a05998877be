package org.symbolon.policy.action;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What new tokens are like, and how many there may be. What is about one type of token has a class of its own. */
public final class EnrollmentActions {

    private static final ActionTable ACTIONS = new ActionTable(Scope.ENROLLMENT);

    private static final String LIMITS = "limits";
    private static final String PIN = "pin";
    private static final String APP = "app";
    private static final String TOKEN = "token";
    private static final String LOST = "lost token";
    public static final Action MAX_TOKEN_PER_REALM =
            limit("max_token_per_realm").does("How many tokens there may be in a realm; the largest number counts.");
    public static final Action MAX_TOKEN_PER_USER =
            limit("max_token_per_user").does("How many tokens a user may have; the largest number counts.");
    public static final Action MAX_ACTIVE_TOKEN_PER_USER = limit("max_active_token_per_user")
            .does("How many tokens in use a user may have; the largest number counts.");
    public static final Action REQUIRE_DESCRIPTION = ACTIONS.words("require_description")
            .group(TOKEN)
            .choices(TokenTypeNames.ALL)
            .multiple()
            .does("Types of token that a new one of needs a description.");
    public static final Action VERIFY_ENROLLMENT = ACTIONS.words("verify_enrollment")
            .whole()
            .group(TOKEN)
            .choices(TokenTypeNames.VERIFIABLE)
            .multiple()
            .does("Types of token that a new one of is good only after one of its values was typed.");
    public static final Action AUTOASSIGNMENT = ACTIONS.string("autoassignment")
            .group(TOKEN)
            .choices("any_pin", "userstore")
            .does(
                    "Gives a user without tokens the token of his realm that a value comes from: whatever the PIN before it"
                            + " is, or with the password of his store.");

    public static final Action OTP_PIN_RANDOM = ACTIONS.number("otp_pin_random")
            .group(PIN)
            .range(1, 31)
            .does("How long the PIN is that the server makes up for a new token, instead of that in the request.");
    public static final Action PINHANDLING = ACTIONS.words("pinhandling")
            .group(PIN)
            .does("What becomes of PINs that the server made up, by the names of the handlers.");
    public static final Action CHANGE_PIN_ON_FIRST_USE = ACTIONS.flag("change_pin_on_first_use")
            .group(PIN)
            .does("A PIN that an administrator set is due to be changed at once.");
    public static final Action CHANGE_PIN_EVERY = ACTIONS.string("change_pin_every")
            .group(PIN)
            .does("After how many days a PIN is due to be changed, as `180d`.");
    public static final Action ENCRYPT_PIN = ACTIONS.flag("encrypt_pin")
            .group(PIN)
            .does("Keeps PINs encrypted, not hashed, so that they can be read again.");

    public static final Action TOKENLABEL = ACTIONS.string("tokenlabel")
            .whole()
            .group(APP)
            .preset("<s>")
            .does(
                    "What an app calls the token: `{user}`, `{realm}`, `{serial}`, `{givenname}` and `{surname}` stand for what"
                            + " they say, `<u>`, `<r>` and `<s>` for the first three.");
    public static final Action TOKENISSUER = ACTIONS.string("tokenissuer")
            .whole()
            .group(APP)
            .does("Whom an app names as the issuer; it may hold the same names in braces as the label.");
    public static final Action APPIMAGEURL =
            ACTIONS.string("appimageurl").whole().group(APP).does("The address of a picture that an app shows.");

    /** What an app is told, by the parameter of the enrolment that each takes the place of, in their order. */
    public static final Map<String, Action> TO_APPS = toApps();

    public static final Action LOSTTOKEN_PW_LENGTH = ACTIONS.number("losttoken_PW_length")
            .group(LOST)
            .range(1, 31)
            .preset("16")
            .does("How long the password is that replaces a lost token.");
    public static final Action LOSTTOKEN_PW_CONTENTS = ACTIONS.string("losttoken_PW_contents")
            .group(LOST)
            .preset("8")
            .does(
                    "What the password that replaces a lost token is made of: `c` small and `C` capital letters, `n` digits, `s` punctuation, `8` what cannot be"
                            + " mistaken.");
    public static final Action LOSTTOKEN_VALID = ACTIONS.number("losttoken_valid")
            .group(LOST)
            .range(1, 60)
            .preset("10")
            .does("For how many days the password is good that replaces a lost token.");

    private EnrollmentActions() {}

    /** How many tokens of this type a user may have. */
    public static Action maxTokenPerUser(String type) {
        return limitOf(type, "_max_token_per_user")
                .does("How many tokens of the type a user may have; the largest number counts.");
    }

    /** How many tokens of this type that are in use a user may have. */
    public static Action maxActiveTokenPerUser(String type) {
        return limitOf(type, "_max_active_token_per_user")
                .does("How many tokens of the type in use a user may have; the largest number counts.");
    }

    private static Map<String, Action> toApps() {
        Map<String, Action> parameters = new LinkedHashMap<>();
        Stream.of(TOKENLABEL, TOKENISSUER, APPIMAGEURL).forEach(action -> parameters.put(action.name(), action));
        return Collections.unmodifiableMap(parameters);
    }

    static List<Action> all() {
        return ACTIONS.actions();
    }

    private static ActionBuilder limit(String name) {
        return ACTIONS.number(name).united().group(LIMITS);
    }

    private static ActionBuilder limitOf(String type, String limit) {
        return new ActionTable(Scope.ENROLLMENT)
                .number(type + limit)
                .family("<type>" + limit)
                .united()
                .group(LIMITS);
    }
}
