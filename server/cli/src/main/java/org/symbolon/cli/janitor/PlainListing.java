package org.symbolon.cli.janitor;

import java.io.PrintWriter;
import java.util.List;

/** Lists tokens with what they are, a line each. */
final class PlainListing implements TokenListing {

    /** How a line is written. */
    enum Form {
        TEXT,
        CSV,
        JSON
    }

    private final PrintWriter out;
    private final Form form;
    private boolean begun;

    PlainListing(PrintWriter out, Form form) {
        this.out = out;
        this.form = form;
    }

    @Override
    public void take(List<StockedToken> tokens) {
        begin();
        tokens.forEach(token -> out.println(line(token)));
    }

    private void begin() {
        if (!begun && form == Form.TEXT) {
            out.println(columns("SERIAL", "TYPE", "ACTIVE", "OWNER", "DESCRIPTION", "INFO"));
        }
        begun = true;
    }

    @Override
    public void end() {
        begin();
    }

    private String line(StockedToken token) {
        return switch (form) {
            case TEXT ->
                columns(
                        token.serial(),
                        token.type(),
                        token.isActive() ? "yes" : "no",
                        token.owner() == null
                                ? "-"
                                : token.owner().userId() + " in "
                                        + token.owner().resolver(),
                        token.description(),
                        JsonLine.of(token.info()));
            case CSV ->
                CsvLine.of(List.of(token.serial(), token.type(), token.description(), JsonLine.of(token.info())));
            case JSON -> JsonLine.of(token.shown());
        };
    }

    /** Of fixed widths, since the lines that follow are not known. */
    private static String columns(String serial, String type, String active, String owner, String about, String info) {
        return "%-18s  %-12s  %-6s  %-24s  %-20s  %s"
                .formatted(serial, type, active, owner, about.replaceAll("\\R", " "), info);
    }
}
