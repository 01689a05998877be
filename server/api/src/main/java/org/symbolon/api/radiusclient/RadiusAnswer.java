package org.symbolon.api.radiusclient;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.symbolon.api.kernel.ForeignAnswer;
import org.symbolon.api.kernel.Reply;
import org.symbolon.command.radiusclient.port.RadiusVerdict;

/**
 * What a RADIUS client is answered, beside what a client over HTTP would be told. What event handlers make of the latter can change the
 * text and keep somebody out. Who is let in, what he is asked and which attributes he has is decided, and no handler has a say in it.
 */
final class RadiusAnswer implements ForeignAnswer {

    private static final int FIRST_REFUSAL = 400;

    private final RadiusVerdict verdict;
    private final Supplier<Reply> telling;
    private Reply told;

    /**
     * One that no handler has seen yet.
     *
     * @param telling what a client over HTTP would be told
     */
    RadiusAnswer(RadiusVerdict verdict, Supplier<Reply> telling) {
        this.verdict = verdict;
        this.telling = telling;
    }

    RadiusVerdict verdict() {
        return verdict;
    }

    @Override
    public Reply told() {
        if (told == null) {
            told = telling.get();
        }
        return told;
    }

    @Override
    public ForeignAnswer after(Reply handled) {
        return handled.body() instanceof Reply.Whole whole
                ? new RadiusAnswer(bounded(handled.status(), whole.json()), telling)
                : this;
    }

    private RadiusVerdict bounded(int status, Map<String, ?> json) {
        String line = line(json);
        if (verdict instanceof RadiusVerdict.Accepted accepted && isLetIn(status, json)) {
            return new RadiusVerdict.Accepted(line, accepted.attributes());
        }
        if (verdict instanceof RadiusVerdict.Challenged challenged && !isRejected(status, json)) {
            return new RadiusVerdict.Challenged(line, challenged.state());
        }
        return verdict instanceof RadiusVerdict.Unanswered ? verdict : new RadiusVerdict.Rejected(line);
    }

    private static boolean isLetIn(int status, Map<String, ?> json) {
        return status < FIRST_REFUSAL
                && Boolean.TRUE.equals(at(json, "result", "value").orElse(false));
    }

    private static boolean isRejected(int status, Map<String, ?> json) {
        return status >= FIRST_REFUSAL
                || at(json, "result", "authentication").filter("REJECT"::equals).isPresent();
    }

    /** What was decided to be shown, unless a handler wants something else shown. */
    private String line(Map<String, ?> json) {
        Optional<Object> before = Optional.ofNullable(told().envelope().detail().get("message"));
        Optional<Object> now = at(json, "detail", "message");
        return now.equals(before)
                ? verdict.message()
                : now.filter(String.class::isInstance).map(String.class::cast).orElse("");
    }

    private static Optional<Object> at(Map<String, ?> json, String first, String second) {
        return json.get(first) instanceof Map<?, ?> inner ? Optional.ofNullable(inner.get(second)) : Optional.empty();
    }

    /** Shows what was decided, without the text, which may tell a name. */
    @Override
    public String toString() {
        return "RadiusAnswer[" + verdict.getClass().getSimpleName() + "]";
    }
}
