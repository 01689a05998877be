package org.symbolon.api.configuration;

import java.util.List;

/** One thing that is made, changed or deleted, and how. */
public record ItemChange(Action action, String kind, String name, List<FieldChange> fields) {

    /** What becomes of it. */
    public enum Action {
        MAKE,
        CHANGE,
        DELETE
    }
}
