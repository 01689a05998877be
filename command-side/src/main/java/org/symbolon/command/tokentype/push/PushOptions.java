package org.symbolon.command.tokentype.push;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.pushed.PresenceTerms;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/** What policies can say of privacyIDEA's app alone: what its users do beyond saying yes, and how it is told of a new token. */
record PushOptions(TypeTerms said) {

    static final String CHALLENGE_TEXT = "push_challenge_text";

    private static final String PRESENCE = "push_require_presence";
    private static final String KIND = "push_presence_options";
    private static final String OWN = "push_presence_custom_options";
    private static final String NUMBER = "push_presence_num_options";
    private static final String TYPED = "push_code_to_phone";
    private static final String TYPED_TEXT = "push_code_to_phone_message";
    private static final String OTHER_SCHEME = "push_use_pia_scheme";
    private static final String UNLOCK = "push_app_force_unlock";

    private static final String PRESET_TYPED_TEXT = "Enter the code to log in";
    private static final int LEAST = 2;
    private static final int MOST = 10;
    private static final int PRESET = 3;

    static final List<TypeAction> ALL = List.of(
            TypeAction.flag(
                    PRESENCE,
                    Step.LOGIN,
                    "The user chooses on the telephone what he is shown where he logs in; not where the log-in waits.",
                    Scope.AUTHENTICATION),
            TypeAction.string(KIND, Step.LOGIN, "Of what he chooses.", Scope.AUTHENTICATION)
                    .choosing("ALPHABETIC", "NUMERIC", "CUSTOM")
                    .or("ALPHABETIC"),
            TypeAction.string(
                            OWN,
                            Step.LOGIN,
                            "What he chooses of with `CUSTOM`, at least two, with colons between them.",
                            Scope.AUTHENTICATION)
                    .asWhole(),
            TypeAction.number(NUMBER, Step.LOGIN, "Of how many, from 2 to 10.", Scope.AUTHENTICATION)
                    .or(Integer.toString(PRESET)),
            TypeAction.flag(
                    TYPED,
                    Step.LOGIN,
                    "The telephone shows a code once the user has said yes, which he types where he logs in; not with"
                            + " `push_require_presence`, and not where the log-in waits.",
                    Scope.AUTHENTICATION),
            TypeAction.string(TYPED_TEXT, Step.LOGIN, "What the telephone says beside the code.", Scope.AUTHENTICATION)
                    .asWhole()
                    .or(PRESET_TYPED_TEXT)
                    .alsoAt(Step.CALL),
            TypeAction.string(
                            CHALLENGE_TEXT,
                            Step.LOGIN,
                            "What a challenge says; `{presence_answer}` stands for what is to be chosen.",
                            Scope.AUTHENTICATION)
                    .asWhole(),
            TypeAction.flag(
                    OTHER_SCHEME,
                    Step.ENROLMENT,
                    "New tokens have addresses that begin with `pia://` and not with `otpauth://`.",
                    Scope.ENROLLMENT),
            TypeAction.string(UNLOCK, Step.ENROLMENT, "How the app wants to be unlocked.", Scope.ENROLLMENT)
                    .choosing("any", "biometric", "pin"));

    boolean useOtherScheme() {
        return said.flag(OTHER_SCHEME);
    }

    Optional<String> unlock() {
        return said.text(UNLOCK).map(String::strip).filter(way -> !way.isEmpty());
    }

    Optional<PresenceTerms> presence() {
        return said.flag(PRESENCE) ? Optional.of(new PresenceTerms(kind(), own(), number())) : Optional.empty();
    }

    private PresenceTerms.Kind kind() {
        return switch (said.text(KIND).orElse("").strip().toUpperCase(Locale.ROOT)) {
            case "NUMERIC" -> PresenceTerms.Kind.NUMERIC;
            case "CUSTOM" -> PresenceTerms.Kind.CUSTOM;
            default -> PresenceTerms.Kind.ALPHABETIC;
        };
    }

    private List<String> own() {
        return Arrays.asList(said.text(OWN).orElse("").split(":", -1));
    }

    private int number() {
        return said.text(NUMBER)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,2}"))
                .map(text -> Math.max(LEAST, Math.min(MOST, Integer.parseInt(text))))
                .orElse(PRESET);
    }

    boolean isTyped() {
        return said.flag(TYPED) && !said.flag(PRESENCE);
    }

    String typingText() {
        return said.text(TYPED_TEXT).orElse(PRESET_TYPED_TEXT);
    }
}
