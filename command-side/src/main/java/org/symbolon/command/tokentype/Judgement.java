package org.symbolon.command.tokentype;

import java.util.List;
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
     */
    record Right(StateChange change, List<Effect> effects) implements Judgement {

        public Right {
            effects = List.copyOf(effects);
        }

        public Right(StateChange change) {
            this(change, List.of());
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
