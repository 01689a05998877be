package org.symbolon.api.configuration;

import java.util.List;

/**
 * What has to be done so that the server is as files say.
 *
 * @param changes for people, in the order in which they are made
 * @param onlyHere what the files do not name and the server has, as {@code kind name}; it stays
 * @param keptEntries entries that the server has beside those of the files, as {@code kind name: entry}; they stay, for the API cannot
 *     take them away
 */
public record ConfigurationPlan(List<PlannedChange> changes, List<String> onlyHere, List<String> keptEntries) {

    /** A change, and the commands that make it. */
    public record PlannedChange(ItemChange change, List<ItemStep> steps) {}
}
