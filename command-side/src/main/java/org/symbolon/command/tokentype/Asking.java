package org.symbolon.command.tokentype;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The moment at which a token is asked.
 *
 * @param message what people are to be told, by what was decided about this log-in or, if nothing was, by the type
 * @param transactionId of the challenge, and of those of the other tokens that are asked with it
 * @param shared what tokens of one type have in common in this transaction
 * @param fields parameters of the request, of those that the type has described as evidence
 */
public record Asking(
        String message,
        String transactionId,
        Map<String, Object> shared,
        Circumstances circumstances,
        Map<String, String> fields) {

    /** One of which the request says no more. */
    public Asking(String message, String transactionId, Map<String, Object> shared, Circumstances circumstances) {
        this(message, transactionId, shared, circumstances, Map.of());
    }

    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Something that all tokens of a type have in common in this transaction: the first that asks for it makes it. */
    public <T> T shared(Class<T> kind, String name, Supplier<T> made) {
        return kind.cast(shared.computeIfAbsent(name, key -> made.get()));
    }
}
