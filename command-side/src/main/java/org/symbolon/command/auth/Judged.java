package org.symbolon.command.auth;

import java.util.List;

/** A decision, and the tokens that were tried for it. */
record Judged(Decision decision, List<TriedToken> tried) {

    static Judged without(Decision decision) {
        return new Judged(decision, List.of());
    }

    Judged as(Decision changed) {
        return new Judged(changed, tried);
    }
}
