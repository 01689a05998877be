package org.symbolon.command.auth.port;

import java.util.List;

/** Finds tokens by what their types keep of them. */
@FunctionalInterface
public interface TokensByEntry {

    /** The serials of the active tokens of a type of which an entry of the state says exactly this; of many, no more than two. */
    List<String> serials(String type, String entry, String value);
}
