package org.symbolon.cli.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.symbolon.cli.configuration.ConfigurationTools.Item;
import org.symbolon.cli.kernel.Caller;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.TextFile;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * One YAML file: kinds of things, of each kind things by their names, of each thing its fields. It is read as a tree and no further, so
 * that nothing in it can name a class, and every complaint says where.
 */
final class ConfigurationFile {

    private static final int MOST_BYTES = 2 << 20;
    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 100;

    /** What the things of this kind have is a value and little more, so that it may stand alone. */
    private static final String SETTINGS = "config";

    private static final String VALUE = "value";

    /** Fields that are maps themselves, in which {@code file} and {@code env} are entries like others. */
    private static final Set<String> MAPS = Set.of("data", "options", "headers", "conditions", "action", "priority");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Caller caller;
    private final Path file;
    private final WantedItems items;
    private final YamlValues values;

    ConfigurationFile(Caller caller, Path file, WantedItems items) {
        this.caller = caller;
        this.file = file;
        this.items = items;
        this.values = new YamlValues(caller, file);
    }

    void read() {
        documents(this::kinds);
    }

    /** The entries of a file that is a map. */
    Map<String, Object> readEntries() {
        Map<String, Object> entries = new LinkedHashMap<>();
        documents(document -> entries.putAll(values.map(document)));
        return entries;
    }

    /** A map where it is YAML; the text where it is JSON or a literal of Python. */
    Object readExport() {
        String text = text().strip();
        return text.startsWith("{") || text.startsWith("[") ? text : readPlainEntries();
    }

    private Map<String, Object> readPlainEntries() {
        Map<String, Object> entries = new LinkedHashMap<>();
        documents(document -> entries.putAll(values.plain(document)));
        return entries;
    }

    private void documents(Consumer<Node> reader) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(MOST_BYTES);
        try {
            Composer composer =
                    new Composer(new ParserImpl(new StreamReader(text()), options), new PlainScalars(), options);
            while (composer.checkNode()) {
                reader.accept(composer.getNode());
            }
        } catch (MarkedYAMLException malformed) {
            Mark mark = malformed.getProblemMark();
            throw new CommandFailedException("%s: %s"
                    .formatted(
                            mark == null ? file : values.place(mark),
                            malformed.getProblem() == null ? "this is no YAML" : malformed.getProblem()));
        } catch (YAMLException malformed) {
            throw new CommandFailedException("%s: %s".formatted(file, malformed.getMessage()));
        }
    }

    private String text() {
        try {
            String text = caller.text(file, MOST_BYTES);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (IOException e) {
            throw TextFile.fault(file, MOST_BYTES, e);
        }
    }

    private void kinds(Node document) {
        if (isNothing(document)) {
            return;
        }
        Map<String, NodeTuple> kinds = values.entries(document, "a file maps kinds of things to things");
        kinds.forEach((kind, tuple) -> {
            items.kind(kind);
            if (!isNothing(tuple.getValueNode())) {
                values.entries(tuple.getValueNode(), "'%s' must map names to fields".formatted(kind))
                        .forEach((name, item) -> item(kind, name, item));
            }
        });
    }

    private static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private void item(String kind, String name, NodeTuple tuple) {
        Node node = tuple.getValueNode();
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, String> places = new HashMap<>();
        places.put("", values.place(tuple.getKeyNode().getStartMark()));
        if (kind.equals(SETTINGS) && (node instanceof ScalarNode || values.isReference(node))) {
            put(VALUE, node, fields, places);
        } else if (!isNothing(node)) {
            values.entries(node, "%s '%s' must be a map of its fields".formatted(kind, name))
                    .forEach((field, value) -> put(field, value.getValueNode(), fields, places));
        }
        items.item(new Item(kind, name, fields, places));
    }

    private void put(String field, Node node, Map<String, Object> fields, Map<String, String> places) {
        places.put(field, values.place(node.getStartMark()));
        Object value = MAPS.contains(field) && node instanceof MappingNode ? values.map(node) : values.of(node);
        if (value != null) {
            fields.put(field, value);
        }
    }
}
