package org.symbolon.store.readmodel;

import java.util.List;

/** What is known of a read model without looking into it: its name, how it is kept up to date, its tables. */
public record ReadModel(String name, Kind kind, List<String> tables) {

    /** How a read model is kept up to date. */
    public enum Kind {
        /** In the transaction that appends the event. */
        INLINE,
        /** Some of it in that transaction, and what every authentication changes a moment later. */
        MIXED,
        /** A moment later, by reading the stream. */
        TRAILING
    }

    static ReadModel inline(String name, String... tables) {
        return new ReadModel(name, Kind.INLINE, List.of(tables));
    }

    static ReadModel trailing(String name, String... tables) {
        return new ReadModel(name, Kind.TRAILING, List.of(tables));
    }
}
