package org.symbolon.app.datamodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The page docs/data-model.md, a section for each table. */
record ModelPage(Map<String, Section> sections) {

    /** A class or a test: capital letter, and more than capitals. */
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*[a-z]\\w*(?:#\\w+)?)`");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern HEADING = Pattern.compile("## `?(\\w+)`?");

    /** What is said of one table: the text before its tables, its columns and its methods. */
    record Section(StringBuilder text, Map<String, Column> columns, List<Method> methods) {}

    record Column(ModelColumn column, String filledBy, String differs) {}

    record Method(Set<String> names, String here, String doneBy, String tests) {}

    static ModelPage read(Path file) {
        Map<String, Section> sections = new LinkedHashMap<>();
        Section current = null;
        try {
            for (String line : Files.readAllLines(file)) {
                if (HEADING.matcher(line).matches()) {
                    current = new Section(new StringBuilder(), new LinkedHashMap<>(), new ArrayList<>());
                    sections.put(HEADING.matcher(line).replaceAll("$1"), current);
                } else if (current != null) {
                    add(line, current);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new ModelPage(sections);
    }

    private static void add(String line, Section section) {
        if (!line.startsWith("| `")) {
            section.text().append(line.startsWith("|") ? "" : line + "\n");
            return;
        }
        String[] cells = line.substring(1, line.length() - 1).split("\\|", -1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip();
        }
        if (cells.length == 4) {
            section.methods().add(new Method(codes(cells[0]), cells[1], cells[2], cells[3]));
            return;
        }
        String name = cells[0].replace("`", "");
        ModelColumn column =
                new ModelColumn(name, cells[1], cells[2], cells[3].replace("`", ""), ModelColumn.keys(cells[4]));
        section.columns().put(name, new Column(column, cells[5], cells[6]));
    }

    private static Set<String> codes(String text) {
        return found(CODE, text);
    }

    /** The classes and tests that a text names. */
    static Set<String> names(CharSequence text) {
        return found(NAME, text);
    }

    private static Set<String> found(Pattern pattern, CharSequence text) {
        Set<String> found = new LinkedHashSet<>();
        pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .forEach(found::add);
        return found;
    }
}
