package org.symbolon.projections.client;

import java.util.Objects;
import org.axonframework.messaging.MetaData;
import org.symbolon.projections.shared.StorableText;

/** Which program asked which node, and from where. */
record Sighting(String address, String program, String node) {

    private static final int COLUMN = 255;

    /** A program that does not tell its name is one, too. */
    static Sighting of(MetaData origin) {
        return new Sighting(text(origin, "client", ""), text(origin, "userAgent", "unknown"), text(origin, "node", ""));
    }

    private static String text(MetaData origin, String key, String absent) {
        return StorableText.cut(Objects.toString(origin.get(key), absent), COLUMN);
    }

    /** The same of another program. */
    Sighting of(String other) {
        return new Sighting(address, other, node);
    }
}
