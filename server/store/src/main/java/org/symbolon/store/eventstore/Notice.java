package org.symbolon.store.eventstore;

/** What a node tells all others with the transaction that makes it true, and what they do when they hear it. */
public interface Notice {

    /** A name that is an identifier of PostgreSQL. */
    String channel();

    void hear(String said);

    /** Makes up for what was perhaps not heard, after each gap in listening. */
    void missed();
}
