package org.symbolon.cli.janitor;

import java.util.List;
import java.util.Optional;
import org.symbolon.events.shared.TokenOwner;

/**
 * What the server itself looks for, before the janitor looks closer.
 *
 * @param infoKeys entries that the info must have
 * @param missingInfoKey an entry that it must not have
 */
public record TokenShelf(
        Optional<String> type,
        Optional<Boolean> assigned,
        Optional<Boolean> active,
        Optional<String> realm,
        Optional<String> resolver,
        Optional<TokenOwner> owner,
        List<String> infoKeys,
        Optional<String> missingInfoKey) {}
