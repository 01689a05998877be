package org.symbolon.api.kernel;

import org.symbolon.command.error.Refusal;

/** Puts refusals of the command side into the words of the wire. */
public final class Refusals {

    private Refusals() {}

    public static ApiException onTheWire(Refusal refusal) {
        return switch (refusal.code()) {
            case 601 -> ApiException.notFound(refusal.getMessage());
            case 403 -> ApiException.authentication(403, refusal.getMessage());
            case Refusal.TOO_MANY -> ApiException.tooMany(refusal.getMessage());
            case 303 -> ApiException.policy(refusal.getMessage());
            default -> ApiException.of(refusal.code(), refusal.getMessage());
        };
    }
}
