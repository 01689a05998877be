package org.symbolon.projections.token;

import org.symbolon.events.shared.Sealed;

/** What stands in the two columns of a sealed text: the text and its data key, empty where there is no secret. */
final class SealedColumns {

    private SealedColumns() {}

    static String box(Sealed secret) {
        return secret == null ? "" : secret.box();
    }

    static String key(Sealed secret) {
        return secret == null ? "" : secret.key();
    }
}
