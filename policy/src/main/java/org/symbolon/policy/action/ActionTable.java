package org.symbolon.policy.action;

import java.util.ArrayList;
import java.util.List;

/** Collects the constants of a scope in the order in which they stand in their class. */
final class ActionTable {

    private final Scope scope;
    private final List<Action> actions = new ArrayList<>();

    ActionTable(Scope scope) {
        this.scope = scope;
    }

    ActionBuilder flag(String name) {
        return builder(name, Kind.FLAG);
    }

    ActionBuilder number(String name) {
        return builder(name, Kind.NUMBER);
    }

    ActionBuilder string(String name) {
        return builder(name, Kind.STRING);
    }

    ActionBuilder words(String name) {
        return builder(name, Kind.WORDS);
    }

    ActionBuilder text(String name) {
        return builder(name, Kind.TEXT);
    }

    private ActionBuilder builder(String name, Kind kind) {
        return new ActionBuilder(scope, name, kind, actions::add);
    }

    List<Action> actions() {
        return List.copyOf(actions);
    }
}
