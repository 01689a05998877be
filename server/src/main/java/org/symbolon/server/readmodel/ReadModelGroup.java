package org.symbolon.server.readmodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Read models that can only be rebuilt together, because the rows of one refer to those of another. Each model is named
 * by its feature.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable
public enum ReadModelGroup {
    ADMINISTRATORS(List.of("admin"), List.of("admin")),
    TOKENS(
            List.of("config", "realm", "resolver", "token"),
            List.of(
                    "config",
                    "resolver",
                    "resolverconfig",
                    "realm",
                    "resolverrealm",
                    "token",
                    "tokeninfo",
                    "tokenowner",
                    "tokenrealm")),
    AUDIT(List.of("audit"), List.of("mfa_audit", "audit_head"));

    private final List<String> models;
    private final List<String> tables;

    ReadModelGroup(List<String> models, List<String> tables) {
        this.models = models;
        this.tables = tables;
    }

    /** The names by which people ask for them. */
    public List<String> models() {
        return models;
    }

    public List<String> tables() {
        return tables;
    }

    /**
     * The groups that hold these models, all of them when none is named.
     *
     * @throws IllegalArgumentException if a name is no model's
     */
    public static Set<ReadModelGroup> of(Collection<String> names) {
        Set<ReadModelGroup> groups = EnumSet.noneOf(ReadModelGroup.class);
        List<String> unknown = new ArrayList<>(names);
        for (ReadModelGroup group : values()) {
            if (unknown.removeAll(group.models) || names.isEmpty()) {
                groups.add(group);
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("There is no read model " + String.join(", ", unknown));
        }
        return groups;
    }
}
