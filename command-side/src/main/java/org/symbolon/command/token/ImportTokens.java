package org.symbolon.command.token;

import java.util.List;

/** Enrol the tokens of a file, those anew that are there otherwise: all of them, or none. */
public record ImportTokens(List<ImportedToken> tokens) {

    /** Says how many, for they may be thousands. */
    @Override
    public String toString() {
        return "ImportTokens[" + tokens.size() + "]";
    }
}
