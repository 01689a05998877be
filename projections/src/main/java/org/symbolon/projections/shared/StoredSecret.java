package org.symbolon.projections.shared;

import org.symbolon.events.shared.Sealed;

/** How a password lies in its column and in data_key beside it; where there is none, the column is empty. */
public final class StoredSecret {

    private StoredSecret() {}

    public static String box(Sealed secret) {
        return secret == null ? "" : secret.box();
    }

    public static String key(Sealed secret) {
        return secret == null ? null : secret.key();
    }
}
