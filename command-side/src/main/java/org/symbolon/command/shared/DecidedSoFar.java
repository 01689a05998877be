package org.symbolon.command.shared;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * What commands that are done together have decided about realms and resolvers so far. Read models show it behind the last of them
 * only, and yet a realm may have a resolver that was made just before it, and a resolver may go that its realm has just given up.
 */
public final class DecidedSoFar {

    private static final String KEY = DecidedSoFar.class.getName();

    private final Map<String, String> resolvers = new HashMap<>();

    /** What realms consist of; those that are gone of nothing. */
    private final Map<String, Optional<List<String>>> realms = new TreeMap<>();

    private DecidedSoFar() {}

    /** A resolver was made, or changed. */
    public static void noteResolver(String name) {
        noted().ifPresent(so -> so.resolvers.put(lowerCase(name), name));
    }

    /** A realm was made, or has other resolvers now. */
    public static void noteRealm(String name, List<String> members) {
        noted().ifPresent(so -> so.realms.put(name, Optional.of(List.copyOf(members))));
    }

    public static void noteRealmGone(String name) {
        noted().ifPresent(so -> so.realms.put(name, Optional.empty()));
    }

    /** A resolver as it was noted, whatever the case of the name given. */
    public static Optional<String> resolver(String name) {
        return noted().map(so -> so.resolvers.get(lowerCase(name)));
    }

    /** Which realms there are, by those that read models show. */
    public static Set<String> realms(Set<String> shown) {
        Set<String> names = new TreeSet<>(shown);
        noted().ifPresent(so -> so.realms.forEach((name, members) -> {
            if (members.isPresent()) {
                names.add(name);
            } else {
                names.remove(name);
            }
        }));
        return names;
    }

    /** In which realms a resolver is, by those that read models show. */
    public static List<String> realmsOf(String resolver, List<String> shown) {
        Map<String, Optional<List<String>>> noted = noted().map(so -> so.realms).orElse(Map.of());
        Stream<String> unchanged = shown.stream().filter(realm -> !noted.containsKey(realm));
        Stream<String> changed = noted.entrySet().stream()
                .filter(realm -> realm.getValue().orElse(List.of()).contains(resolver))
                .map(Map.Entry::getKey);
        return Stream.concat(unchanged, changed).toList();
    }

    /** Nothing is noted where nothing can follow in the same unit of work. */
    private static Optional<DecidedSoFar> noted() {
        return CurrentUnitOfWork.isStarted() && !CurrentUnitOfWork.get().isRoot()
                ? Optional.of(CurrentUnitOfWork.get().root().getOrComputeResource(KEY, key -> new DecidedSoFar()))
                : Optional.empty();
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
