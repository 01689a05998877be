package org.symbolon.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.symbolon.events.auth.Ruled;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.matching.PolicyAnswer;
import org.symbolon.policy.matching.PolicyRefusal;
import org.symbolon.policy.matching.Said;

/** The policies as one log-in meets them, and whom it is about. */
record LoginInquiry(AskedPolicies asked, Subject subject) {

    boolean hasScope(Scope scope) {
        return asked.hasScope(scope);
    }

    boolean speakOf(Action action) {
        return asked.speakOf(action);
    }

    /** What takes effect at once, by being read. */
    PolicyAnswer ask(Action action) {
        return asked.ask(action, subject);
    }

    /** What is looked at before it is known whether it will take effect. */
    PolicyAnswer peek(Action action) {
        return asked.peek(action, subject);
    }

    /** The names of the policies that say this, whatever they say. */
    List<String> names(Action action) {
        return speakOf(action) ? peek(action).names() : List.of();
    }

    Said said(Action action) {
        return asked.said(action, subject);
    }

    Said said(Action action, Subject about) {
        return asked.said(action, about);
    }

    /** Whether they say it, for when it matters. */
    Ruled<Boolean> ruling(Action action) {
        return ruling(action, answer -> answer.isSet() ? Optional.of(true) : Optional.empty());
    }

    /** What they say, for when it matters. */
    <T> Ruled<T> ruling(Action action, Function<PolicyAnswer, Optional<T>> reading) {
        return ruling(action, subject, reading);
    }

    <T> Ruled<T> ruling(Action action, Subject about, Function<PolicyAnswer, Optional<T>> reading) {
        List<String> names = new ArrayList<>();
        try {
            return read(action, about, reading, names);
        } catch (PolicyRefusal fault) {
            return Ruled.faulty(fault.getMessage(), names);
        }
    }

    /**
     * What they say, for when it matters, though it must be possible to follow them in any case.
     *
     * @throws PolicyRefusal 303 if it is not
     */
    <T> Ruled<T> soundRuling(Action action, Function<PolicyAnswer, Optional<T>> reading) {
        return read(action, subject, reading, new ArrayList<>());
    }

    private <T> Ruled<T> read(
            Action action, Subject about, Function<PolicyAnswer, Optional<T>> reading, List<String> names) {
        if (!speakOf(action)) {
            return Ruled.nothing();
        }
        return reading.apply(asked.ask(action, about, names::add))
                .map(value -> Ruled.of(value, names))
                .orElseGet(Ruled::nothing);
    }
}
