package org.symbolon.projections.shared;

import java.util.Objects;
import java.util.stream.Stream;

/** Turns rows into columns of texts, so that one statement writes any number of rows by unnesting them. */
public final class TextColumns {

    private TextColumns() {}

    /**
     * The columns, each the parameter of one array; null stays null.
     *
     * @param width how many values each of the rows has
     */
    public static Object[] of(Stream<Object[]> rows, int width) {
        Object[][] all = rows.toArray(Object[][]::new);
        String[][] columns = new String[width][all.length];
        for (int row = 0; row < all.length; row++) {
            for (int column = 0; column < width; column++) {
                columns[column][row] = Objects.toString(all[row][column], null);
            }
        }
        return columns;
    }
}
