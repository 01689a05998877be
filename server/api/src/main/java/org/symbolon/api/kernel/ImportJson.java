package org.symbolon.api.kernel;

import java.util.Map;
import org.symbolon.command.shared.Imported;

/** What an import has come to, as it stands in the detail of its answer. */
public final class ImportJson {

    public static final Shape SHAPE = Shape.fields("What became of those that were imported.")
            .with("new", Shape.number("Those that were not there."))
            .with("changed", Shape.number("Those that were there otherwise."))
            .with("unchanged", Shape.number("Those that were there already as the file says, and were left alone."));

    private ImportJson() {}

    public static Map<String, Integer> of(Imported imported) {
        return Map.of("new", imported.made(), "changed", imported.changed(), "unchanged", imported.unchanged());
    }
}
