package org.symbolon.api.kernel;

import java.util.Map;
import org.symbolon.command.shared.Imported;

/** What an import has come to, as it stands in the detail of its answer where some of it was there already. */
public final class ImportJson {

    public static final Shape SHAPE = Shape.fields(
                    "What became of those that were imported, if some were there already.")
            .with("new", Shape.number("Those that were not there."))
            .with("changed", Shape.number("Those that were there otherwise."))
            .with("unchanged", Shape.number("Those that were there already as the file says, and were left alone."));

    private ImportJson() {}

    /** Empty where all of it is new, which the value says. */
    public static Map<String, Integer> of(Imported imported) {
        if (imported.changed() + imported.unchanged() == 0) {
            return Map.of();
        }
        return Map.of("new", imported.made(), "changed", imported.changed(), "unchanged", imported.unchanged());
    }
}
