package org.symbolon.api.management;

/** All that was measured, as those read it who collect it. */
@FunctionalInterface
public interface Exposition {

    /** In Prometheus' text format 0.0.4. */
    String text();
}
