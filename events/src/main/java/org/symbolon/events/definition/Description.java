package org.symbolon.events.definition;

/**
 * The settings of what has nothing but a description.
 *
 * @param text null if its last change named none
 */
public record Description(String text) {

    /** What somebody describes: a new thing without a description has an empty one, another one loses it. */
    public static Description after(Description before, String given) {
        return new Description(before == null && given == null ? "" : given);
    }
}
