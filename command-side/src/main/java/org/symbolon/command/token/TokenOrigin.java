package org.symbolon.command.token;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a new token comes from, which its enrolment does not say: made here by whoever asks, or a device of a file.
 *
 * @param tokenKind what its info says that it is
 * @param realms that it is to be in beside its owner's
 */
record TokenOrigin(String tokenKind, List<String> realms) {

    static final TokenOrigin HERE = new TokenOrigin("software", List.of());

    /** A device that came with a file. */
    static TokenOrigin file(List<String> realms) {
        return new TokenOrigin("hardware", realms);
    }

    /** The realms that a token is to be in which is enrolled so. */
    List<String> realmsFor(EnrollToken command) {
        Set<String> all = new LinkedHashSet<>();
        if (command.owner() != null) {
            all.add(command.owner().realm());
        } else if (command.realm() != null) {
            all.add(command.realm());
        }
        all.addAll(realms);
        return List.copyOf(all);
    }
}
