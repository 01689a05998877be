package org.symbolon.command.tokentype;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.symbolon.command.effect.Effect;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenDates;
import org.symbolon.events.token.StateChange;

/**
 * What a token is asked.
 *
 * @param message what people are told
 * @param challenge what the answer must fit, such as a nonce; perhaps empty
 * @param data what the type has to remember until then; perhaps empty
 * @param secretData the same where nobody may see it, null for nothing
 * @param session which step of several it is; perhaps empty
 * @param mode what a client has to do, null for what its type says
 * @param attributes what the client needs for that, under the names of the wire
 * @param beside what the client needs where it looks beside the serial, under the names of the wire
 * @param image something to show beside the message, null for nothing
 * @param validSeconds for how long it can be answered, null for what the settings say
 * @param change what it changes of the token's state that it was asked
 * @param effects what is to happen outside
 * @param failure what people are told where an effect that is waited for fails, null for what the effect says
 * @param stays whether it can be answered all the same then
 */
public record Question(
        String message,
        String challenge,
        String data,
        Secret secretData,
        String session,
        ClientMode mode,
        Map<String, Object> attributes,
        Map<String, Object> beside,
        String image,
        Integer validSeconds,
        StateChange change,
        List<Effect> effects,
        String failure,
        boolean stays) {

    public Question {
        attributes = Map.copyOf(attributes);
        beside = Map.copyOf(beside);
        effects = List.copyOf(effects);
    }

    /** One that says this and asks for nothing but the token's next value. */
    public static Question saying(String message) {
        return new Question(
                message,
                "",
                "",
                null,
                "",
                null,
                Map.of(),
                Map.of(),
                null,
                null,
                StateChange.NONE,
                List.of(),
                null,
                false);
    }

    /** The same about a challenge, with what the type remembers of it. */
    public Question about(String asked, String remembered) {
        return but(draft -> {
            draft.challenge = asked;
            draft.data = remembered;
        });
    }

    /** The same with something to remember that nobody may see. */
    public Question keeping(Secret secret) {
        return but(draft -> draft.secretData = secret);
    }

    /** The same as a step of several. */
    public Question step(String name) {
        return but(draft -> draft.session = name);
    }

    /** The same with what a client has to do, and what it needs for that. */
    public Question by(ClientMode clientMode, Map<String, Object> needed, String shown) {
        return but(draft -> {
            draft.mode = clientMode;
            draft.attributes = needed;
            draft.image = shown;
        });
    }

    /** The same with what a client needs that looks for it beside the serial. */
    public Question beside(Map<String, Object> needed) {
        return but(draft -> draft.beside = needed);
    }

    /** The same for so many seconds. */
    public Question validFor(int seconds) {
        return but(draft -> draft.validSeconds = seconds);
    }

    /** The same for so many seconds from now on, and the client is told when they end. */
    public Question tellingUntil(Instant now, int seconds) {
        Map<String, Object> more = new HashMap<>(attributes);
        more.put("valid_until", TokenDates.toLocalMicroseconds(now.plusSeconds(seconds)));
        return by(mode, more, image).validFor(seconds);
    }

    /** The same where it changes the state to ask. */
    public Question changing(StateChange other) {
        return but(draft -> draft.change = other);
    }

    /** The same where something is to happen outside; and what is told where that fails. */
    public Question causing(List<Effect> outside, String told) {
        return but(draft -> {
            draft.effects = outside;
            draft.failure = told;
        });
    }

    /** The same, though what happens outside may fail: whoever is asked can find out by himself. */
    public Question staying() {
        return but(draft -> draft.stays = true);
    }

    /** The same where the client needs the transaction that the answer names, under this name as well. */
    public Question naming(String attribute) {
        Map<String, Object> more = new HashMap<>(attributes);
        more.put(attribute, Named.TRANSACTION);
        return by(mode, more, image);
    }

    /** The same, asked in this transaction. */
    public Question in(String transactionId) {
        if (!attributes.containsValue(Named.TRANSACTION)) {
            return this;
        }
        Map<String, Object> named = new HashMap<>(attributes);
        named.replaceAll((name, value) -> value == Named.TRANSACTION ? transactionId : value);
        return by(mode, named, image);
    }

    /** What stands for something that is not known yet when a question is made. */
    private enum Named {
        TRANSACTION
    }

    /** Shows nothing that an answer must fit. */
    @Override
    public String toString() {
        return "Question[" + mode + ", " + session + "]";
    }

    /** The same but for this. */
    private Question but(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.made();
    }

    /** One that is being changed. */
    private static final class Draft {

        private String message;
        private String challenge;
        private String data;
        private Secret secretData;
        private String session;
        private ClientMode mode;
        private Map<String, Object> attributes;
        private Map<String, Object> beside;
        private String image;
        private Integer validSeconds;
        private StateChange change;
        private List<Effect> effects;
        private String failure;
        private boolean stays;

        private Draft(Question of) {
            this.message = of.message;
            this.challenge = of.challenge;
            this.data = of.data;
            this.secretData = of.secretData;
            this.session = of.session;
            this.mode = of.mode;
            this.attributes = of.attributes;
            this.beside = of.beside;
            this.image = of.image;
            this.validSeconds = of.validSeconds;
            this.change = of.change;
            this.effects = of.effects;
            this.failure = of.failure;
            this.stays = of.stays;
        }

        private Question made() {
            return new Question(
                    message,
                    challenge,
                    data,
                    secretData,
                    session,
                    mode,
                    attributes,
                    beside,
                    image,
                    validSeconds,
                    change,
                    effects,
                    failure,
                    stays);
        }
    }
}
