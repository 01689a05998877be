package org.symbolon.command.tokentype;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.command.effect.Effect;
import org.symbolon.events.shared.Secret;
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
 * @param image something to show beside the message, null for nothing
 * @param validSeconds for how long it can be answered, null for what the settings say
 * @param change what it changes of the token's state that it was asked
 * @param effects what is to happen outside
 * @param failure what people are told where an effect that is waited for fails, null for what the effect says
 */
public record Question(
        String message,
        String challenge,
        String data,
        Secret secretData,
        String session,
        ClientMode mode,
        Map<String, Object> attributes,
        String image,
        Integer validSeconds,
        StateChange change,
        List<Effect> effects,
        String failure) {

    public Question {
        attributes = Map.copyOf(attributes);
        effects = List.copyOf(effects);
    }

    /** One that says this and asks for nothing but the token's next value. */
    public static Question saying(String message) {
        return new Question(message, "", "", null, "", null, Map.of(), null, null, StateChange.NONE, List.of(), null);
    }

    /** The same about a challenge, with what the type remembers of it. */
    public Question about(String asked, String remembered) {
        return new Question(
                message,
                asked,
                remembered,
                secretData,
                session,
                mode,
                attributes,
                image,
                validSeconds,
                change,
                effects,
                failure);
    }

    /** The same with something to remember that nobody may see. */
    public Question keeping(Secret secret) {
        return new Question(
                message,
                challenge,
                data,
                secret,
                session,
                mode,
                attributes,
                image,
                validSeconds,
                change,
                effects,
                failure);
    }

    /** The same as a step of several. */
    public Question step(String name) {
        return new Question(
                message,
                challenge,
                data,
                secretData,
                name,
                mode,
                attributes,
                image,
                validSeconds,
                change,
                effects,
                failure);
    }

    /** The same with what a client has to do, and what it needs for that. */
    public Question by(ClientMode clientMode, Map<String, Object> needed, String shown) {
        return new Question(
                message,
                challenge,
                data,
                secretData,
                session,
                clientMode,
                needed,
                shown,
                validSeconds,
                change,
                effects,
                failure);
    }

    /** The same for so many seconds. */
    public Question validFor(int seconds) {
        return new Question(
                message,
                challenge,
                data,
                secretData,
                session,
                mode,
                attributes,
                image,
                seconds,
                change,
                effects,
                failure);
    }

    /** The same where it changes the state to ask. */
    public Question changing(StateChange other) {
        return new Question(
                message,
                challenge,
                data,
                secretData,
                session,
                mode,
                attributes,
                image,
                validSeconds,
                other,
                effects,
                failure);
    }

    /** The same where something is to happen outside; and what is told where that fails. */
    public Question causing(List<Effect> outside, String told) {
        return new Question(
                message,
                challenge,
                data,
                secretData,
                session,
                mode,
                attributes,
                image,
                validSeconds,
                change,
                outside,
                told);
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
}
