package org.symbolon.cli.janitor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.symbolon.events.shared.TokenOwner;

/** What the user stores say of the owners of a page's tokens; each store is asked once a page. */
final class UserNames implements TokenStock.OwnerNames {

    private final TokenStock stock;
    private final Map<String, TokenStock.Said> said = new HashMap<>();

    UserNames(TokenStock stock) {
        this.stock = stock;
    }

    void lookUp(List<StockedToken> tokens) {
        said.clear();
        WantedTokens.byResolver(tokens)
                .forEach((resolver, owned) -> said.put(
                        resolver,
                        stock.ask(
                                resolver,
                                owned.stream()
                                        .map(token -> token.owner().userId())
                                        .collect(Collectors.toSet()))));
    }

    /** All that is known of a token's owner. */
    Map<String, String> attributes(StockedToken token) {
        TokenOwner owner = token.owner();
        if (owner == null || !said.containsKey(owner.resolver())) {
            return Map.of();
        }
        return said.get(owner.resolver()).users().getOrDefault(owner.userId(), Map.of());
    }

    @Override
    public String of(StockedToken token) {
        String login = attributes(token).getOrDefault("username", "");
        return login.isEmpty() ? "" : login + "@" + token.owner().realm();
    }
}
