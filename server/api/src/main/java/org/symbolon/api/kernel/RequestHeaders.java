package org.symbolon.api.kernel;

import java.util.Optional;

/** The header fields of a request, by a name that ignores case; so that tests need no servlet. */
@FunctionalInterface
public interface RequestHeaders {

    RequestHeaders NONE = name -> Optional.empty();

    Optional<String> first(String name);
}
