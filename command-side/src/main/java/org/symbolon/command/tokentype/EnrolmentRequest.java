package org.symbolon.command.tokentype;

import java.util.Map;
import java.util.Optional;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.shared.Truth;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/**
 * What a client asked for, and what a type may use to answer it.
 *
 * @param serial serial of the token
 * @param owner whom the token belongs to or is to belong to
 * @param holder names and realm of the owner, for the label in an authenticator app
 * @param parameters the request's parameters as texts
 * @param token the token as it is, where it is there already: in a later step, or to be enrolled anew
 * @param challenge the challenge of an earlier step that this one answers
 * @param gathered the answers of inquiries that the type has made before
 */
public record EnrolmentRequest(
        String serial,
        Optional<TokenOwner> owner,
        Holder holder,
        Map<String, String> parameters,
        Circumstances circumstances,
        Optional<TokenView> token,
        Optional<OpenChallenge> challenge,
        Gathered gathered) {

    /** Under which name the PIN stands among the parameters, where a type sees it. */
    public static final String PIN = "pin";

    /** The first step for a new token. */
    public EnrolmentRequest(String serial, Holder holder, Map<String, String> parameters, Circumstances circumstances) {
        this(
                serial,
                Optional.empty(),
                holder,
                parameters,
                circumstances,
                Optional.empty(),
                Optional.empty(),
                Gathered.NOTHING);
    }

    /**
     * The owner as an app shows it; empty texts when there is none.
     *
     * @param known what else is known of him, by the names that user stores use
     */
    public record Holder(String login, String realm, Map<String, String> known) {

        public static final Holder NOBODY = new Holder("", "");

        private static final String GIVEN_NAME = "givenname";
        private static final String SURNAME = "surname";

        public Holder {
            known = Map.copyOf(known);
        }

        /** One of whom no more is of interest. */
        public Holder(String login, String realm) {
            this(login, realm, Map.of());
        }

        /** Whether a text has room for more than his login and his realm. */
        public static boolean isNamedIn(String text) {
            return text.contains("{" + GIVEN_NAME + "}") || text.contains("{" + SURNAME + "}");
        }

        public String givenName() {
            return attribute(GIVEN_NAME);
        }

        public String surname() {
            return attribute(SURNAME);
        }

        /** Something that is known of him; empty where it is not. */
        public String attribute(String name) {
            return known.getOrDefault(name, "");
        }

        /** Shows nothing of a person but how he is called here. */
        @Override
        public String toString() {
            return "Holder[" + login + ", " + realm + "]";
        }
    }

    /** The same with other parameters. */
    public EnrolmentRequest with(Map<String, String> others) {
        return new EnrolmentRequest(serial, owner, holder, others, circumstances, token, challenge, gathered);
    }

    /** The PIN that the token gets; empty where it gets none, or its type has not said that it must see it. */
    public Secret pin() {
        return Secret.of(text(PIN, ""));
    }

    public SystemSettings settings() {
        return circumstances.settings();
    }

    public Randomness randomness() {
        return circumstances.randomness();
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    public String text(String name, String otherwise) {
        return parameters.getOrDefault(name, otherwise);
    }

    public boolean flag(String name) {
        return Truth.of(parameters.get(name));
    }

    /**
     * A whole number between the bounds.
     *
     * @throws Refusal 905 if it is none
     */
    public int number(String name, int otherwise, int least, int most) {
        String text = parameters.get(name);
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw Refusal.parameter("Parameter '" + name + "' must be a number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    /** Shows no value: parameters hold seeds. */
    @Override
    public String toString() {
        return "EnrolmentRequest[" + serial + ", " + parameters.keySet() + "]";
    }
}
