package org.symbolon.cli.janitor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which tokens a janitor looks for.
 *
 * @param shelf what the server looks for itself
 * @param tests what each of them must fit
 * @param orphaned whether its owner must be one whom his user store does not know any more; empty for any
 * @param orphanIfUnknown whether a token counts as orphaned where no store could be asked
 */
record WantedTokens(
        TokenShelf shelf, List<Predicate<StockedToken>> tests, Optional<Boolean> orphaned, boolean orphanIfUnknown) {

    /**
     * Those of them that are wanted.
     *
     * @param silences gets the resolvers that could not be asked, and why
     */
    List<StockedToken> among(List<StockedToken> tokens, TokenStock stock, Map<String, String> silences) {
        List<StockedToken> fitting = tokens.stream()
                .filter(token -> tests.stream().allMatch(test -> test.test(token)))
                .toList();
        if (orphaned.isEmpty()) {
            return fitting;
        }
        Set<String> orphans = orphans(fitting, stock, silences);
        return fitting.stream()
                .filter(token -> orphaned.get() == orphans.contains(token.serial()))
                .toList();
    }

    private Set<String> orphans(List<StockedToken> tokens, TokenStock stock, Map<String, String> silences) {
        Set<String> orphans = new HashSet<>();
        byResolver(tokens).forEach((resolver, owned) -> {
            TokenStock.Said said = stock.ask(
                    resolver,
                    owned.stream().map(token -> token.owner().userId()).collect(Collectors.toSet()));
            if (said.isSilence()) {
                silences.put(resolver, said.silence());
            }
            owned.stream()
                    .filter(token -> said.isSilence()
                            ? orphanIfUnknown
                            : !said.users().containsKey(token.owner().userId()))
                    .forEach(token -> orphans.add(token.serial()));
        });
        return orphans;
    }

    static Map<String, List<StockedToken>> byResolver(List<StockedToken> tokens) {
        return tokens.stream()
                .filter(token -> token.owner() != null)
                .collect(Collectors.groupingBy(token -> token.owner().resolver()));
    }

    /** Whether a token, which may have changed since it was found, is still one of these, its place on the shelf included. */
    boolean includes(StockedToken token, TokenStock stock) {
        return isOnShelf(token)
                && !among(List.of(token), stock, new HashMap<>()).isEmpty();
    }

    private boolean isOnShelf(StockedToken token) {
        return shelf.type().filter(type -> !type.equalsIgnoreCase(token.type())).isEmpty()
                && shelf.assigned()
                        .filter(assigned -> assigned != (token.owner() != null))
                        .isEmpty()
                && shelf.active().filter(active -> active != token.isActive()).isEmpty()
                && shelf.realm()
                        .filter(realm -> token.realms().stream().noneMatch(realm::equalsIgnoreCase))
                        .isEmpty()
                && shelf.resolver()
                        .filter(resolver -> token.owner() == null
                                || !resolver.equals(token.owner().resolver()))
                        .isEmpty()
                && shelf.owner().filter(owner -> !owner.equals(token.owner())).isEmpty();
    }
}
