package org.symbolon.cli.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.cli.kernel.Caller;
import org.symbolon.cli.kernel.CommandFailedException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Makes plain values of nodes: texts, whole numbers, booleans, lists and maps. A map with nothing but {@code file} or {@code env} stands
 * for what is there.
 */
final class YamlValues {

    private static final int MOST = 200_000;

    private final Caller caller;
    private final Path file;
    private boolean plain;
    private final Set<Node> above = Collections.newSetFromMap(new IdentityHashMap<>());
    private int made;

    YamlValues(Caller caller, Path file) {
        this.caller = caller;
        this.file = file;
    }

    String place(Mark mark) {
        return file + ":" + (mark.getLine() + 1);
    }

    private CommandFailedException fault(Node node, String text) {
        return new CommandFailedException(place(node.getStartMark()) + ": " + text);
    }

    /** The entries of a map, none of which is there twice. */
    Map<String, NodeTuple> entries(Node node, String otherwise) {
        if (!(node instanceof MappingNode map) || !node.getTag().equals(Tag.MAP)) {
            throw fault(node, otherwise);
        }
        Map<String, NodeTuple> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw fault(tuple.getKeyNode(), "a key must be a text");
            }
            if (entries.putIfAbsent(key.getValue(), tuple) != null) {
                throw fault(key, "the key '%s' is there twice".formatted(key.getValue()));
            }
        }
        return entries;
    }

    /** Null for nothing. */
    Object of(Node node) {
        if (++made > MOST) {
            throw fault(node, "there is too much in this file");
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        if (!above.add(node)) {
            throw fault(node, "an alias must not stand within what it is an alias of");
        }
        try {
            if (isReference(node)) {
                return referred((MappingNode) node);
            }
            return node instanceof SequenceNode list ? list(list) : entriesOf(node);
        } finally {
            above.remove(node);
        }
    }

    /** As {@link #of} for a map that is one, whatever its keys are. */
    Map<String, Object> map(Node node) {
        above.add(node);
        try {
            return entriesOf(node);
        } finally {
            above.remove(node);
        }
    }

    /** As {@link #map} for one of others, to whom a map with {@code file} or {@code env} is a map like any other. */
    Map<String, Object> plain(Node node) {
        plain = true;
        return map(node);
    }

    private Map<String, Object> entriesOf(Node node) {
        Map<String, Object> map = new LinkedHashMap<>();
        entries(node, "this must be a map").forEach((key, tuple) -> map.put(key, of(tuple.getValueNode())));
        return map;
    }

    private List<Object> list(SequenceNode node) {
        if (!node.getTag().equals(Tag.SEQ)) {
            throw fault(node, "the tag %s is not known".formatted(node.getTag().getValue()));
        }
        List<Object> list = new ArrayList<>();
        node.getValue().forEach(element -> list.add(of(element)));
        return list;
    }

    private Object scalar(ScalarNode node) {
        Tag tag = node.getTag();
        String text = node.getValue();
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        if (tag.equals(Tag.INT)) {
            return text.length() < PlainScalars.LONGEST_NUMBER ? (Object) Integer.valueOf(text) : text;
        }
        if (tag.equals(Tag.STR)) {
            return text;
        }
        throw fault(node, "the tag %s is not known".formatted(tag.getValue()));
    }

    /** Whether it stands for a text in a file or in the environment. */
    boolean isReference(Node node) {
        return !plain
                && node instanceof MappingNode map
                && map.getValue().size() == 1
                && map.getValue().get(0).getKeyNode() instanceof ScalarNode key
                && TextElsewhere.WAYS.contains(key.getValue())
                && map.getValue().get(0).getValueNode() instanceof ScalarNode;
    }

    private Object referred(MappingNode node) {
        NodeTuple tuple = node.getValue().get(0);
        String way = ((ScalarNode) tuple.getKeyNode()).getValue();
        String name = ((ScalarNode) tuple.getValueNode()).getValue();
        return new TextElsewhere(caller, file, place(node.getStartMark())).read(way, name);
    }
}
