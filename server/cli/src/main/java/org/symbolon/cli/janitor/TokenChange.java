package org.symbolon.cli.janitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is done to each token.
 *
 * @param description that it is given, empty to leave it
 * @param info entries that are written; a null value removes the entry
 * @param realms that it is put into
 */
public record TokenChange(Kind kind, Optional<String> description, Map<String, String> info, List<String> realms) {

    /** The kinds of changes. */
    public enum Kind {
        DISABLE,
        ENABLE,
        DELETE,
        UNASSIGN,
        RESET,
        MARK,
        UNMARK,
        TOKENREALMS
    }

    static TokenChange of(Kind kind) {
        return new TokenChange(kind, Optional.empty(), Map.of(), List.of());
    }

    /** Whether the token is not yet as the change would leave it. Where it is, nothing is done, so that nothing is done twice. */
    boolean isNeededBy(StockedToken token) {
        return switch (kind) {
            case DISABLE -> token.isActive();
            case ENABLE -> !token.isActive();
            case DELETE -> true;
            case UNASSIGN -> token.owner() != null;
            case RESET -> token.hasFailures();
            case MARK, UNMARK -> !isMarked(token);
            case TOKENREALMS -> !Set.copyOf(realms).equals(Set.copyOf(token.realms()));
        };
    }

    private boolean isMarked(StockedToken token) {
        return description.filter(wanted -> !wanted.equals(token.description())).isEmpty()
                && info.entrySet().stream()
                        .allMatch(entry -> entry.getValue() == null
                                ? !token.info().containsKey(entry.getKey())
                                : entry.getValue().equals(token.info().get(entry.getKey())));
    }

    /** What it is called in the audit. */
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** What more the audit is told. */
    public String details() {
        List<String> details = new ArrayList<>();
        description.ifPresent(text -> details.add("description=" + text));
        info.forEach((key, value) -> details.add(value == null ? key : key + "=" + value));
        details.addAll(realms);
        return String.join(", ", details);
    }
}
