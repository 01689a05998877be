package org.symbolon.command.auth.port;

import java.util.List;
import org.symbolon.command.token.port.SearchedTokens;

/** The tokens that somebody of a realm could claim. */
@FunctionalInterface
public interface UnownedTokenSearch {

    /** Those of these types that are in use, in the realm and nobody's. */
    SearchedTokens inRealm(String realm, List<String> types);
}
