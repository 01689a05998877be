package org.symbolon.server.policy.action;

import java.util.HashSet;
import java.util.Set;

/**
 * The actions that something enforces. Whoever enforces one puts its line here, and marks the test that shows what it does
 * with {@code @ShowsEffect}. Of those that differ in the type of token only, one line stands for all.
 */
final class ActionsInEffect {

    private static final Set<String> IN_EFFECT = new HashSet<>();

    static {
        // admin and user

        // admin

        // user

        // authentication

        // authorization

        // enrollment

        // webui

        // register

    }

    private ActionsInEffect() {}

    static boolean contains(Action action) {
        return IN_EFFECT.contains(key(action));
    }

    static void both(SharedAction action) {
        one(action.in(Scope.ADMIN));
        one(action.in(Scope.USER));
    }

    static void one(Action action) {
        IN_EFFECT.add(key(action));
    }

    private static String key(Action action) {
        return action.scope().wire() + "/" + action.family();
    }
}
