package org.symbolon.command.token;

import java.util.List;

/**
 * A token of a file.
 *
 * @param enrolment how it is enrolled; always with a serial
 * @param realms that it is to be in beside its owner's
 * @param counter where the counter of its device is
 */
public record ImportedToken(EnrollToken enrolment, List<String> realms, long counter) {

    String serial() {
        return enrolment.parameters().getOrDefault("serial", "");
    }
}
