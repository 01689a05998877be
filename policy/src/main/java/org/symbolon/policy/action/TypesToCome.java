package org.symbolon.policy.action;

import java.util.List;

/** Types of eduMFA that Symbolon does not bring yet, and what policies may say of them. Each goes from here when it comes. */
final class TypesToCome {

    static final List<String> ALL = words("""
            vasco
            """);

    /** Those that no policy lets users enrol for themselves. */
    static final List<String> NOT_FOR_USERS = words("vasco");

    private TypesToCome() {}

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
