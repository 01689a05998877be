package org.symbolon.app.datamodel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** eduMFA's documented model, as the file of that name has it. */
record DocumentedModel(Map<String, Table> tables) {

    private static final String FILE = "/documented-model.txt";
    private static final Map<String, String> TYPES = Map.of(
            "Int", "integer",
            "BigInt", "bigint",
            "Bool", "boolean",
            "DT", "timestamp",
            "Text", "text",
            "Interval", "interval(6)");

    record Table(Map<String, ModelColumn> columns, Set<String> methods) {}

    static DocumentedModel read() {
        Map<String, Table> tables = new LinkedHashMap<>();
        Table current = null;
        for (String line : lines()) {
            if (line.startsWith("table ")) {
                current = new Table(new LinkedHashMap<>(), new LinkedHashSet<>());
                tables.put(line.substring("table ".length()), current);
            } else if (line.startsWith("method ")) {
                current.methods().add(line.substring("method ".length()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                ModelColumn column = column(line.split("\\|", -1));
                current.columns().put(column.name(), column);
            }
        }
        return new DocumentedModel(tables);
    }

    private static Iterable<String> lines() {
        try (InputStream input = DocumentedModel.class.getResourceAsStream(FILE)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ModelColumn column(String[] cells) {
        String preset = cells[3].strip();
        return new ModelColumn(
                cells[0].strip(),
                type(cells[1].strip()),
                cells[2].strip(),
                preset.equals("seq") ? "" : preset,
                ModelColumn.keys(cells[4]));
    }

    private static String type(String documented) {
        return documented.startsWith("U(") ? "varchar" + documented.substring(1) : TYPES.get(documented);
    }
}
