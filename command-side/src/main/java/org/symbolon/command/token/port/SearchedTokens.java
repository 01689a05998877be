package org.symbolon.command.token.port;

import java.util.List;
import org.symbolon.command.token.SearchedToken;

/** The tokens among which one is searched, a page at a time, so that there may be any number of them. */
@FunctionalInterface
public interface SearchedTokens {

    /** So many of those whose numbers are greater, in the order of their numbers; fewer only at the end. */
    List<SearchedToken> after(int number, int most);
}
