package org.symbolon.cli.configuration;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what is configured with what files say, and makes it so. */
public interface ConfigurationTools {

    /**
     * Something that files configure.
     *
     * @param fields texts, whole numbers, booleans, lists, maps, and a secret for whatever stands elsewhere
     * @param places where each field stands, and under the empty name the thing itself
     */
    record Item(String kind, String name, Map<String, Object> fields, Map<String, String> places) {}

    /**
     * What files say.
     *
     * @param kinds of which they say something, be it that there are none
     */
    record Wanted(List<Item> items, Set<String> kinds) {}

    /** What becomes of something. */
    enum Action {
        MAKE,
        CHANGE,
        DELETE
    }

    /**
     * One of its fields.
     *
     * @param before null where there was none; a secret is masked
     * @param after null where there is none any more; a secret is masked
     */
    record Line(String field, String before, String after) {}

    /** What happens to one thing. */
    record Change(Action action, String kind, String name, List<Line> lines) {}

    /**
     * What happens to all of them.
     *
     * @param onlyHere what the files do not name and the server has; it stays
     * @param keptEntries entries that the server has beside those of the files; they stay
     */
    record Plan(List<Change> changes, List<String> onlyHere, List<String> keptEntries) {}

    /**
     * Everything that is configured: fields by kinds and names.
     *
     * @param openSecrets whether secrets are told; otherwise a text stands for each
     */
    Map<String, Map<String, Map<String, Object>>> export(boolean openSecrets);

    /**
     * What would have to be done.
     *
     * @param prune whether things of these kinds that the files do not name are deleted
     */
    Plan plan(Wanted wanted, boolean prune);

    /** Does it, all or nothing, and answers what was done. */
    Plan apply(Wanted wanted, boolean prune, String who);

    /** Deletes one thing; refuses where it is not there, or something needs it. */
    void delete(String kind, String name, String who);

    /**
     * Makes the configuration as an export of eduMFA or privacyIDEA says, all or nothing; what it does not name stays.
     *
     * @param export a map, or the text of one: JSON, or a literal of Python
     * @param place where it stands, for people
     * @param kinds only these, none for all
     * @param dryRun whether it is only told what would be done
     */
    Plan adopt(Object export, String place, Set<String> kinds, boolean dryRun, String who);
}
