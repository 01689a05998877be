package org.symbolon.command.shared;

/**
 * What an import of many things has come to.
 *
 * @param made those that were not there
 * @param changed those that were there otherwise
 * @param unchanged those that were there already as the file says, and were left alone
 */
public record Imported(int made, int changed, int unchanged) {

    public static final Imported NOTHING = new Imported(0, 0, 0);

    /** How many are there now as the file says. */
    public int total() {
        return made + changed + unchanged;
    }

    /** Both of them. */
    public Imported and(Imported other) {
        return new Imported(made + other.made, changed + other.changed, unchanged + other.unchanged);
    }

    /** With one more that was not there. */
    public Imported oneMade() {
        return new Imported(made + 1, changed, unchanged);
    }

    /** With one more that was there otherwise. */
    public Imported oneChanged() {
        return new Imported(made, changed + 1, unchanged);
    }

    /** With one more that was left alone. */
    public Imported oneUnchanged() {
        return new Imported(made, changed, unchanged + 1);
    }
}
