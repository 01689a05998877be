package org.symbolon.policy.enrolment;

import java.util.Optional;
import org.symbolon.events.shared.Secret;

/**
 * What policies say of a PIN that is set.
 *
 * @param pin the PIN to set: the given one or one that was made up; empty if there is none, or whoever gave it may not set it
 * @param readable whether it is kept so that it can be read again
 * @param due when it is to be changed
 */
public record PinTerms(Optional<Secret> pin, boolean readable, PinDue due) {

    /** Where nothing is to be set. */
    public static final PinTerms NONE = new PinTerms(Optional.empty(), false, PinDue.UNCHANGED);
}
