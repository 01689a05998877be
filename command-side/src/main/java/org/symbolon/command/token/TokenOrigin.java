package org.symbolon.command.token;

import java.util.List;

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
}
