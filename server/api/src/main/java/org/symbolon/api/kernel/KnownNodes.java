package org.symbolon.api.kernel;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The nodes that administrators may name: those of the setting, and this one. */
@Component
public final class KnownNodes {

    private final List<String> names;

    KnownNodes(@Value("${symbolon.nodes:}") List<String> nodes, @Value("${symbolon.node}") String node) {
        this.names = Stream.concat(nodes.stream(), Stream.of(node)).distinct().toList();
    }

    public List<String> names() {
        return names;
    }
}
