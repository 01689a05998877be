package org.symbolon.query.token;

import java.util.Map;
import org.symbolon.events.shared.Sealed;

/** What the values of a token are computed of, the seed still sealed. */
public record SealedToken(
        int number,
        String serial,
        String type,
        Sealed seed,
        int otpLength,
        long counter,
        int countWindow,
        int syncWindow,
        Map<String, String> info) {}
