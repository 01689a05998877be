package org.symbolon.cli.janitor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.symbolon.cli.kernel.Progress;

/** Goes through all tokens of a server that are wanted, a page at a time, so that it does not matter how many there are. */
final class TokenWalk {

    private final TokenStock stock;
    private final WantedTokens wanted;
    private final int pageSize;
    private final Map<String, String> silences = new TreeMap<>();

    TokenWalk(TokenStock stock, WantedTokens wanted, int pageSize) {
        this.stock = stock;
        this.wanted = wanted;
        this.pageSize = pageSize;
    }

    /**
     * Hands each page's wanted tokens on, where there are any.
     *
     * @param progress hears how many tokens were looked at
     */
    void each(Consumer<List<StockedToken>> next, Progress progress) {
        long all = stock.count(wanted.shelf());
        long seen = 0;
        List<StockedToken> page = stock.after(wanted.shelf(), TokenStock.BEGIN, pageSize);
        while (!page.isEmpty()) {
            List<StockedToken> found = wanted.among(page, stock, silences);
            if (!found.isEmpty()) {
                next.accept(found);
            }
            seen += page.size();
            progress.at(seen, Math.max(seen, all));
            page = stock.after(wanted.shelf(), page.get(page.size() - 1).number(), pageSize);
        }
    }

    /** The resolvers that could not be asked, and why. */
    Map<String, String> silences() {
        return silences;
    }
}
