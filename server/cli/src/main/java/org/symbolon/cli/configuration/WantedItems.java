package org.symbolon.cli.configuration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.symbolon.cli.configuration.ConfigurationTools.Item;
import org.symbolon.cli.configuration.ConfigurationTools.Wanted;
import org.symbolon.cli.kernel.CommandFailedException;

/** Gathers what several files say. */
final class WantedItems {

    private static final int MOST = 50_000;

    private final List<Item> items = new ArrayList<>();
    private final Set<String> kinds = new LinkedHashSet<>();

    void kind(String kind) {
        kinds.add(kind);
    }

    void item(Item item) {
        if (items.size() == MOST) {
            throw new CommandFailedException("there are more than %d things in these files".formatted(MOST));
        }
        items.add(item);
    }

    Wanted all() {
        return new Wanted(List.copyOf(items), Set.copyOf(kinds));
    }
}
