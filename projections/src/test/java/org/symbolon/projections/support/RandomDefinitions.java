package org.symbolon.projections.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.symbolon.events.serviceid.ServiceidCreated;
import org.symbolon.events.serviceid.ServiceidDeleted;
import org.symbolon.events.serviceid.ServiceidDescribed;
import org.symbolon.events.tokengroup.TokengroupCreated;
import org.symbolon.events.tokengroup.TokengroupDeleted;
import org.symbolon.events.tokengroup.TokengroupDescribed;

/** Makes events of what administrators define besides users and tokens: it comes, is changed, goes and comes back. */
final class RandomDefinitions {

    static final List<String> GROUPS = List.of("group1", "group2", "group3");
    private static final List<String> NAMES = List.of("one", "two", "Two");

    private final Random random;
    private final List<Kind> kinds = List.of(
            new Kind(
                    GROUPS,
                    (name, number) -> new TokengroupCreated(name, number, text()),
                    (name, number) -> new TokengroupDescribed(name, number, text()),
                    TokengroupDeleted::new),
            new Kind(
                    NAMES,
                    (name, number) -> new ServiceidCreated(name, number, text()),
                    (name, number) -> new ServiceidDescribed(name, number, text()),
                    ServiceidDeleted::new));
    private int lastNumber;

    RandomDefinitions(Random random) {
        this.random = random;
    }

    private interface Fact {
        Object of(String name, int number);
    }

    /** What happens to definitions of one kind, and the numbers of those that are there. */
    private record Kind(List<String> names, Fact created, Fact changed, Fact deleted, Map<String, Integer> living) {

        Kind(List<String> names, Fact created, Fact changed, Fact deleted) {
            this(names, created, changed, deleted, new LinkedHashMap<>());
        }
    }

    Object next() {
        Kind kind = kinds.get(random.nextInt(kinds.size()));
        String name = kind.names().get(random.nextInt(kind.names().size()));
        Integer number = kind.living().get(name);
        if (number == null) {
            kind.living().put(name, ++lastNumber);
            return kind.created().of(name, lastNumber);
        }
        if (random.nextInt(5) == 0) {
            kind.living().remove(name);
            return kind.deleted().of(name, number);
        }
        return kind.changed().of(name, number);
    }

    private String text() {
        return random.nextInt(4) == 0 ? null : "text " + random.nextInt(100);
    }
}
