package org.symbolon.projections.client;

import java.util.Comparator;
import java.util.Objects;
import org.axonframework.messaging.MetaData;
import org.symbolon.projections.shared.StorableText;

/** Which program asked which node, and from where. */
record Sighting(String address, String program, String node) implements Comparable<Sighting> {

    private static final int COLUMN = 255;
    private static final Comparator<Sighting> ORDER = Comparator.comparing(Sighting::address)
            .thenComparing(Sighting::program)
            .thenComparing(Sighting::node);

    /** A program that does not tell its name is one, too. */
    static Sighting of(MetaData origin) {
        return new Sighting(text(origin, "client", ""), text(origin, "userAgent", "unknown"), text(origin, "node", ""));
    }

    private static String text(MetaData origin, String key, String absent) {
        return StorableText.cut(Objects.toString(origin.get(key), absent), COLUMN);
    }

    @Override
    public int compareTo(Sighting other) {
        return ORDER.compare(this, other);
    }
}
