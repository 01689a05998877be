package org.symbolon.command.tokentype;

import java.time.Instant;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.shared.Randomness;

/**
 * What a type may go by beside the token and the evidence: the time, the settings and chance of the moment, and what policies say
 * of the type's own actions.
 */
public record Circumstances(Instant now, SystemSettings settings, Randomness randomness, TypeTerms terms) {

    /** Those where no policy says anything. */
    public Circumstances(Instant now, SystemSettings settings, Randomness randomness) {
        this(now, settings, randomness, TypeTerms.NONE);
    }
}
