package org.symbolon.query.feed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets the facts pass that a filter wants. A fact about a token has to do with the realms that the token was in when it happened, whatever
 * became of it since; so that a fact is always judged alike. It is for one who goes through the stream from the front to the back.
 */
public final class FactSieve {

    private static final int MOST_TOKENS = 20_000;

    private final FactFilter filter;
    private final FactStream stream;
    private final Map<String, Set<String>> realmsOfTokens = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
            return size() > MOST_TOKENS;
        }
    };

    public FactSieve(FactFilter filter, FactStream stream) {
        this.filter = filter;
        this.stream = stream;
    }

    /** Forgets what it has seen: what comes next may lie before it. */
    public void startAnew() {
        realmsOfTokens.clear();
    }

    /** Those that are wanted, of facts that follow each other. */
    public List<PublicFact> wanted(List<PublicFact> facts) {
        if (!filter.asksForRealms()) {
            return facts.stream().filter(fact -> filter.wantsKind(fact.name())).toList();
        }
        Map<String, Set<String>> before = realmsBefore(facts);
        List<PublicFact> wanted = new ArrayList<>();
        for (PublicFact fact : facts) {
            Set<String> concerned = concerned(fact, before);
            if (filter.wantsKind(fact.name()) && filter.wantsOneOf(concerned)) {
                wanted.add(fact);
            }
        }
        realmsOfTokens.putAll(before);
        return wanted;
    }

    private Map<String, Set<String>> realmsBefore(List<PublicFact> facts) {
        Map<String, Set<String>> known = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (PublicFact fact : facts) {
            for (String serial : fact.serials()) {
                Set<String> realms = realmsOfTokens.get(serial);
                if (realms == null) {
                    unknown.add(serial);
                } else {
                    known.put(serial, realms);
                }
            }
        }
        if (!unknown.isEmpty()) {
            Map<String, Set<String>> found =
                    stream.realmsAt(unknown, facts.get(0).position() - 1);
            unknown.forEach(serial -> known.put(serial, found.getOrDefault(serial, Set.of())));
        }
        return known;
    }

    /** What moves a token has to do with the realms of before and after. */
    private static Set<String> concerned(PublicFact fact, Map<String, Set<String>> realmsOfTokens) {
        Set<String> concerned = new HashSet<>(fact.realms());
        for (String serial : fact.serials()) {
            concerned.addAll(realmsOfTokens.getOrDefault(serial, Set.of()));
            realmsAfter(fact).ifPresent(realms -> realmsOfTokens.put(serial, realms));
        }
        return concerned;
    }

    /** The events that say in which realms a token is from then on. */
    public static Set<String> moves() {
        return Set.of("TokenEnrolled", "TokenReenrolled", "TokenAssigned", "TokenRealmsChanged");
    }

    /** In which realms the token of a fact is from then on, if the fact says it. */
    public static Optional<Set<String>> realmsAfter(PublicFact fact) {
        return moves().contains(fact.name())
                ? Optional.of(Collections.unmodifiableSet(fact.realms()))
                : Optional.empty();
    }
}
