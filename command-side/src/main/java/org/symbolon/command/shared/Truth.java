package org.symbolon.command.shared;

import java.util.Set;

/** The texts that count as true in parameters and settings; all others are false. */
public final class Truth {

    private static final Set<String> TRUE = Set.of("1", "True", "true", "TRUE");

    private Truth() {}

    public static boolean of(String text) {
        return text != null && TRUE.contains(text);
    }
}
