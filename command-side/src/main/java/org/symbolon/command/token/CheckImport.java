package org.symbolon.command.token;

import java.util.List;

/** Find out whether the tokens of a file would be refused, and change nothing. */
public record CheckImport(List<ImportedToken> tokens) {

    /** Says how many, for they may be thousands. */
    @Override
    public String toString() {
        return "CheckImport[" + tokens.size() + "]";
    }
}
