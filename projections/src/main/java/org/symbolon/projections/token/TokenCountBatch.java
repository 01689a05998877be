package org.symbolon.projections.token;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.projections.token.CountedToken.Likeness;
import org.symbolon.projections.token.CountedToken.User;

/**
 * What a batch of events changes of the counts of tokens: worked out in memory, in the order of the events, from the tokens
 * and users that the batch names. It leaves the rows that it would leave if every event were written by itself. Only the
 * realms are looked up, as they are at the end of the batch: no figure of the past depends on them.
 */
final class TokenCountBatch {

    private final List<Change> changes = new ArrayList<>();
    private final SortedMap<LocalDateTime, FigureChange> figures = new TreeMap<>();
    private final Map<Likeness, Long> counts = new LinkedHashMap<>();
    private Map<Integer, CountedToken> tokens = new HashMap<>();
    private Map<User, Integer> activeTokens = new HashMap<>();

    /** What an event does to a token; a token that is not there is null. The user is one whom the event names, or null. */
    private record Change(int tokenId, LocalDateTime time, User user, UnaryOperator<CountedToken> effect) {}

    void add(int tokenId, Instant time, User user, UnaryOperator<CountedToken> effect) {
        LocalDateTime stored = LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
        changes.add(new Change(tokenId, stored, user, effect));
    }

    /** As {@link #add} for what does nothing to a token that is not there. */
    void change(int tokenId, Instant time, UnaryOperator<CountedToken> effect) {
        add(tokenId, time, null, token -> token == null ? null : effect.apply(token));
    }

    void write(TokenCountTables tables) {
        Set<Integer> ids = changes.stream().map(Change::tokenId).collect(Collectors.toSet());
        Map<Integer, CountedToken> former = tables.tokens(ids);
        tokens = new HashMap<>(former);
        activeTokens = tables.activeTokens(users(former));
        changes.forEach(this::apply);
        tokens.values().removeIf(Objects::isNull);
        Map<Integer, List<Integer>> realms = tables.realms(tokens.keySet());
        tokens.replaceAll((id, token) -> token.withRealms(realms.getOrDefault(id, List.of())));
        ids.removeIf(id -> Objects.equals(former.get(id), tokens.get(id)));
        tokens.keySet().retainAll(ids);
        ids.forEach(id -> count(former.get(id), tokens.get(id)));
        counts.values().removeIf(change -> change == 0);
        tables.replaceTokens(ids, tokens);
        tables.addCounts(counts);
        tables.addFigures(figures);
    }

    private List<User> users(Map<Integer, CountedToken> former) {
        return Stream.concat(
                        changes.stream().map(Change::user),
                        former.values().stream().map(CountedToken::user))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private void apply(Change change) {
        CountedToken before = tokens.get(change.tokenId());
        CountedToken after = change.effect().apply(before);
        FigureChange difference = figuresOf(after).minus(figuresOf(before)).plusUsers(lost(before) + gained(after));
        tokens.put(change.tokenId(), after);
        if (!difference.equals(FigureChange.NONE)) {
            figures.merge(change.time(), difference, FigureChange::plus);
        }
    }

    private static FigureChange figuresOf(CountedToken token) {
        return token == null ? FigureChange.NONE : token.figures();
    }

    private int lost(CountedToken token) {
        boolean wasLast = token != null && token.equips() && activeTokens.merge(token.user(), -1, Integer::sum) == 0;
        return wasLast ? -1 : 0;
    }

    private int gained(CountedToken token) {
        boolean isFirst = token != null && token.equips() && activeTokens.merge(token.user(), 1, Integer::sum) == 1;
        return isFirst ? 1 : 0;
    }

    private void count(CountedToken before, CountedToken after) {
        if (before != null) {
            counts.merge(before.likeness(), -1L, Long::sum);
        }
        if (after != null) {
            counts.merge(after.likeness(), 1L, Long::sum);
        }
    }
}
