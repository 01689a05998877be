package org.symbolon.api.tokenfile;

import org.symbolon.policy.action.TokenTypeNames;

/** How the types are called of which this server can keep no tokens. */
final class LeftOutTypes {

    private LeftOutTypes() {}

    /** Its own name only if it is that of a type: a column that has slipped may hold anything, a key too. */
    static String nameOf(String type) {
        return TokenTypeNames.ALL.contains(type) ? "of type " + type : "of an unknown type";
    }
}
