package org.symbolon.command.tokentype;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Answers of inquiries, asked once for a request and kept over its retries. */
public record Gathered(Map<Inquiry<?>, Object> answers) {

    public static final Gathered NOTHING = new Gathered(Map.of());

    public Gathered {
        answers = Map.copyOf(answers);
    }

    public static <A> Gathered of(Inquiry<A> inquiry, A answer) {
        return new Gathered(Map.of(inquiry, answer));
    }

    /** The same with one answer more. */
    public <A> Gathered and(Inquiry<A> inquiry, A answer) {
        Map<Inquiry<?>, Object> more = new HashMap<>(answers);
        more.put(inquiry, answer);
        return new Gathered(more);
    }

    /** Whether this very inquiry has been answered. */
    public boolean answers(Inquiry<?> inquiry) {
        return answers.containsKey(inquiry);
    }

    /** The answer to this very inquiry. */
    public <A> Optional<A> to(Inquiry<A> inquiry) {
        return Optional.ofNullable(answers.get(inquiry)).map(inquiry.answer()::cast);
    }

    /** Shows no answer. */
    @Override
    public String toString() {
        return "Gathered[" + answers.size() + "]";
    }
}
