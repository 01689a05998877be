package org.symbolon.command.token.port;

import java.util.List;
import org.symbolon.command.token.SearchedToken;

/** The tokens among which one is searched, a page at a time, so that there may be any number of them. */
@FunctionalInterface
public interface SearchedTokens {

    /** Less than any number. Whoever begins here is answered with all that had happened when he asked. */
    int BEGIN = Integer.MIN_VALUE;

    /** So many of those whose numbers are greater, in the order of their numbers; fewer only at the end. */
    List<SearchedToken> after(int number, int most);

    /** So many of all. */
    default List<SearchedToken> first(int most) {
        return after(BEGIN, most);
    }
}
