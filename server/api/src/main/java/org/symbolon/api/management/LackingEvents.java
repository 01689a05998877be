package org.symbolon.api.management;

import java.util.OptionalLong;

/** Knows how many events the read models lack since those cannot be read, without asking the database. */
@FunctionalInterface
public interface LackingEvents {

    /** How many there were at the last look; empty if that is not known. */
    OptionalLong number();
}
