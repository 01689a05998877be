package org.symbolon.api.definition;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.secret.Censored;

/** How free entries are shown: a text that stands for each secret, and the others as they are. */
public final class EntriesJson {

    private EntriesJson() {}

    public static Map<String, String> of(Map<String, Optional<String>> entries) {
        Map<String, String> shown = new HashMap<>();
        entries.forEach((key, value) -> shown.put(key, value.orElse(Censored.TEXT)));
        return shown;
    }
}
