package org.symbolon.command.tokentype;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.TypeDescription.PinUse;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.events.token.StateChange;

/**
 * A kind of token. A type is pure: what it needs of time, chance, settings, policies and the outside is handed to it, and what it
 * decides is its answer. What only some types can do beside stands in interfaces of its own: {@link Resynchronisable}, {@link
 * Findable}, {@link Selective}, {@link AuthorizedKey}, {@link EnrollableByLogin}.
 */
public interface TokenType {

    /** What it says of itself; always the same. */
    TypeDescription describe();

    default String name() {
        return describe().name();
    }

    default boolean has(Trait trait) {
        return describe().has(trait);
    }

    /**
     * What must be computed or asked outside before this step of an enrolment.
     *
     * @throws Refusal if what is to be asked is missing or malformed
     */
    default Optional<Inquiry<?>> gather(EnrolmentRequest request) {
        return Optional.empty();
    }

    /**
     * The entries of a token's info that these parameters of its enrolment give names to; most types have no such thing.
     *
     * @throws Refusal 905 if they are malformed
     */
    default Set<String> namedBy(Map<String, String> parameters) {
        return Set.of();
    }

    /**
     * The request of an owner who enrols a token for himself, within what he may make of it: a type whose tokens can be made easy
     * to guess bounds that here.
     *
     * @throws Refusal 905 if he asks for more
     */
    default EnrolmentRequest boundedForOwner(EnrolmentRequest request) {
        return request;
    }

    /**
     * What one step of an enrolment sets and shows.
     *
     * @throws Refusal if a parameter is missing or malformed
     */
    EnrolmentStep enrol(EnrolmentRequest request);

    /**
     * Whether all that a token keeps sealed is what this enrolment would seal, but for what was used up since: then a file that brings
     * the token once more brings nothing new.
     */
    default boolean isKeptAlready(TokenView token, EnrolmentRequest request, EnrolmentStep step) {
        return step.secrets().isEmpty();
    }

    /** What of what was typed for a token is the PIN. */
    default PinUse pinUse(TokenView token) {
        return describe().pinUse();
    }

    /** How many characters are typed for a value of this length. */
    default int typedLength(int otpLength) {
        return otpLength;
    }

    /** What must be computed or asked outside before this evidence can be judged; only types that say so are asked. */
    default Optional<Inquiry<?>> gather(TokenView token, Credential credential) {
        return Optional.empty();
    }

    /** Whether policies let a challenge of its tokens begin; only a type that decides that itself is asked. */
    default boolean isTriggered(TypeTerms terms) {
        return true;
    }

    /** Begins a challenge. */
    default Question ask(TokenView token, Asking asking) {
        return Question.saying(asking.message());
    }

    /** Judges what somebody proves himself with whose PIN was right, or who answers a challenge. */
    Judgement judge(TokenView token, Credential credential, Circumstances now);

    /** Judges an answer to a challenge that comes by another way; empty if it is none to this challenge. */
    default Optional<Confirmation> confirm(
            TokenView token, OpenChallenge challenge, Credential credential, Circumstances now) {
        return Optional.empty();
    }

    /** What it says to the devices of its tokens; most types have no such thing. */
    default Optional<TypeEndpoint> endpoint() {
        return Optional.empty();
    }

    /**
     * What it changes that somebody sets an entry of the state; a null value removes it.
     *
     * @throws Refusal 905 if nobody may set it so
     */
    default StateChange edit(TokenView token, String name, String value) {
        StateEntry entry = describe()
                .stateEntry(name)
                .filter(StateEntry::editable)
                .orElseThrow(() -> Refusal.parameter("The entry '" + name + "' belongs to the token's type"));
        if (value == null) {
            return token.state().entries().containsKey(name) ? StateChange.NONE.without(name) : StateChange.NONE;
        }
        return StateChange.NONE.with(name, entry.read(value));
    }
}
