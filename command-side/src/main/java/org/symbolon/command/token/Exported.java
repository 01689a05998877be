package org.symbolon.command.token;

import java.util.List;

/** Tokens whose secrets are open. */
public record Exported(List<ExportedToken> tokens) {

    /** Says how many, for they may be many. */
    @Override
    public String toString() {
        return "Exported[" + tokens.size() + "]";
    }
}
