package org.symbolon.cli.thing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.cli.configuration.ConfigurationTools;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.cli.kernel.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the things of a kind. */
@Command(name = "list", description = "List them.")
final class ThingListCommand implements Runnable, ByServer {
    private final Backend backend;
    private final String kind;
    private final List<String> columns;

    @Spec
    private CommandSpec specification;

    @Mixin
    private SharedOptions options;

    ThingListCommand(Backend backend, String kind, String... columns) {
        this.backend = backend;
        this.kind = kind;
        this.columns = List.of(columns);
    }

    @Override
    public void run() {
        Map<String, Map<String, Object>> things = backend.reading()
                .ask(options, ConfigurationTools.class, tools -> new ConfiguredThings(tools, kind, backend.account())
                        .all());
        TextTable table = new TextTable(Stream.concat(Stream.of("name"), columns.stream())
                .map(column -> column.toUpperCase(Locale.ROOT))
                .toArray(String[]::new));
        things.forEach((name, fields) ->
                table.add(Stream.concat(Stream.of(name), columns.stream().map(column -> shown(column, fields)))
                        .toArray(String[]::new)));
        table.print(specification.commandLine().getOut());
    }

    /** What is not said of it is as with most: in use, and not the default. */
    private static String shown(String column, Map<String, Object> fields) {
        Object value = fields.get(column);
        return switch (column) {
            case "active" -> Boolean.FALSE.equals(value) ? "no" : "yes";
            case "default" -> Boolean.TRUE.equals(value) ? "default" : "";
            default -> text(value);
        };
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(ThingListCommand::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> Boolean.TRUE.equals(entry.getValue())
                            ? entry.getKey().toString()
                            : entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining(", "));
        }
        return value == null ? "" : value.toString();
    }
}
