package org.symbolon.api.kernel;

import java.util.List;
import java.util.Optional;

/** The header fields of a request, by a name that ignores case; so that tests need no servlet. */
@FunctionalInterface
public interface RequestHeaders {

    RequestHeaders NONE = name -> List.of();

    /** The values of all lines of the name, in their order. */
    List<String> all(String name);

    /** The same for when the request is answered and its connection is used by another. */
    default RequestHeaders kept() {
        return this;
    }

    default Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** All lines as the one that they stand for (RFC 9110, 5.3); empty if there is none. */
    default Optional<String> joined(String name) {
        List<String> lines = all(name);
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lines));
    }
}
