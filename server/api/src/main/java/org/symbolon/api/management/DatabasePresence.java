package org.symbolon.api.management;

/** Knows whether the database is there, without asking it. */
@FunctionalInterface
public interface DatabasePresence {

    boolean isAway();
}
