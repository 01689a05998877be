package org.symbolon.query.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.symbolon.events.EventFamilies;

/**
 * Which facts somebody wants.
 *
 * @param kinds names of events, or their begins with a star behind them; all where there are none
 * @param realms that a fact must have to do with; any, and none, where there are none
 */
public record FactFilter(List<String> kinds, Set<String> realms) {

    private static final String STAR = "*";

    /** As people write it: with commas between. */
    public static FactFilter of(String kinds, String realms) {
        return new FactFilter(
                parts(kinds),
                parts(realms).stream()
                        .map(realm -> realm.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Those of the kinds that no event has. */
    public List<String> unknownKinds() {
        return kinds.stream()
                .filter(kind -> EventFamilies.byName().keySet().stream().noneMatch(name -> matches(kind, name)))
                .filter(kind -> !matches(kind, PublicFacts.UNREADABLE))
                .toList();
    }

    public boolean wantsKind(String name) {
        return kinds.isEmpty() || kinds.stream().anyMatch(kind -> matches(kind, name));
    }

    private static boolean matches(String kind, String name) {
        return kind.endsWith(STAR) ? name.startsWith(kind.substring(0, kind.length() - 1)) : kind.equals(name);
    }

    /** Whether it must be known which realms a fact has to do with. */
    public boolean asksForRealms() {
        return !realms.isEmpty();
    }

    boolean wantsOneOf(Set<String> concerned) {
        return realms.isEmpty()
                || concerned.stream().anyMatch(realm -> realms.contains(realm.toLowerCase(Locale.ROOT)));
    }
}
