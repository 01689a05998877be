package org.symbolon.command.tokentype;

import java.time.Instant;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;

/**
 * What a type may go by beside the token and the evidence: the time, the settings and chance of the moment, and what policies say
 * of the type's own actions.
 *
 * @param holder whom the token belongs to, where the type says that it wants to know
 */
public record Circumstances(
        Instant now, SystemSettings settings, Randomness randomness, TypeTerms terms, Holder holder) {

    /** Those where it does not matter whom the token belongs to. */
    public Circumstances(Instant now, SystemSettings settings, Randomness randomness, TypeTerms terms) {
        this(now, settings, randomness, terms, Holder.NOBODY);
    }

    /** Those where no policy says anything. */
    public Circumstances(Instant now, SystemSettings settings, Randomness randomness) {
        this(now, settings, randomness, TypeTerms.NONE);
    }
}
