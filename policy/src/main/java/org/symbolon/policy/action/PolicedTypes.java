package org.symbolon.policy.action;

import java.util.List;
import java.util.ServiceLoader;

/**
 * The types of token there are. The table of actions is made of them once and never changes, so that they are no argument of it but
 * a service that is looked up.
 */
public interface PolicedTypes {

    List<PolicedType> all();

    /** The type of a token of which nobody says a type. */
    String preset();

    /** Those of this server. */
    static PolicedTypes known() {
        return ServiceLoader.load(PolicedTypes.class, PolicedTypes.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody says which types of token there are"));
    }
}
