package org.symbolon.command.tokentype;

import java.util.List;
import java.util.Map;
import org.symbolon.command.effect.Effect;
import org.symbolon.events.token.StateChange;

/** What a type finds evidence to be. What that means for the fail counter is decided by who asked. */
public sealed interface Judgement {

    /** What it changes of the token's state. */
    StateChange change();

    /**
     * It is right, and used up now.
     *
     * @param effects what is to happen outside, for which nobody waits
     * @param told what whoever is let in is told beside, under the names of the wire
     */
    record Right(StateChange change, List<Effect> effects, Map<String, Object> told) implements Judgement {

        public Right {
            effects = List.copyOf(effects);
            told = Map.copyOf(told);
        }

        public Right(StateChange change, List<Effect> effects) {
            this(change, effects, Map.of());
        }

        public Right(StateChange change) {
            this(change, List.of());
        }

        /** The same, and this is told. */
        public Right telling(Map<String, Object> more) {
            return new Right(change, effects, more);
        }

        /** Whether anything is to happen. */
        public boolean causes() {
            return !effects.isEmpty();
        }
    }

    /**
     * It is wrong.
     *
     * @param replayed whether it was the one that was used last
     * @param awaitsAnother whether it may be the first of two distant values, of which the second would be right
     * @param message what people are told, null for what is told of any wrong value
     */
    record Wrong(boolean replayed, boolean awaitsAnother, StateChange change, String message) implements Judgement {}

    /** It is right as far as it goes, and something else has to be answered, in a transaction of its own. */
    record NeedsMore(Question question, StateChange change) implements Judgement {}

    /**
     * Whoever was asked by another way has said no, for which a log-in has waited: it is refused, and says so.
     *
     * @param cancelled whether it was he who wanted to log in, and does not want to any more
     */
    record Declined(boolean cancelled, StateChange change) implements Judgement {}

    /**
     * Nobody knows, since whoever decides outside gave no answer that counts: it is refused as if it were wrong.
     *
     * @param trouble what the audit is told of that; no secret, and nothing that was said outside
     */
    record NoVerdict(String trouble) implements Judgement {

        @Override
        public StateChange change() {
            return StateChange.NONE;
        }
    }

    /** Nothing has come yet by the other way by which the answer is to come: nothing is wrong either. */
    record Unanswered() implements Judgement {

        @Override
        public StateChange change() {
            return StateChange.NONE;
        }
    }

    /**
     * It is right as far as it goes, and somebody is asked by another way: the log-in waits for him before it is decided.
     *
     * @param seconds for how long
     */
    record Awaits(int seconds) implements Judgement {

        @Override
        public StateChange change() {
            return StateChange.NONE;
        }
    }

    /** Nobody has answered by the other way yet. */
    Judgement UNANSWERED = new Unanswered();

    /** Right, and it changes nothing. */
    Judgement RIGHT = new Right(StateChange.NONE);

    /** Wrong, and there is no more to say of it. */
    Judgement WRONG = new Wrong(false, false, StateChange.NONE, null);

    static Judgement right(StateChange change) {
        return new Right(change);
    }

    static Judgement wrong(boolean replayed) {
        return new Wrong(replayed, false, StateChange.NONE, null);
    }

    static Judgement wrong(boolean replayed, StateChange change) {
        return new Wrong(replayed, false, change, null);
    }
}
