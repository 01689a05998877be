package org.symbolon.api.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.events.shared.Secret;

/**
 * Reads configurations that are sent as parameters: each is an entry, and {@code type.KEY} and {@code desc.KEY} say more of
 * the entry {@code KEY}.
 */
public final class ConfigParameters {

    private static final String TYPE_OF = "type.";
    private static final String DESCRIPTION_OF = "desc.";

    /** How entries are sent. */
    public static final Shape SHAPE = Shape.fields("")
            .with("<key>", Shape.text("An entry of the configuration; which there are depends on the type."))
            .with("type.<key>", Shape.text("`password` has the entry of this key sealed."))
            .with("desc.<key>", Shape.text("What the entry of this key is for."));

    private ConfigParameters() {}

    /** All parameters as texts, an object as its JSON, but for those that are no entries. */
    public static Map<String, String> texts(Parameters parameters, Set<String> noEntries) {
        Map<String, String> texts = new HashMap<>();
        for (String name : parameters.names()) {
            if (!noEntries.contains(name)) {
                parameters.written(name).ifPresent(text -> texts.put(name, text));
            }
        }
        return texts;
    }

    /** The entries with their types and descriptions. */
    public static GivenEntries given(Parameters parameters, Set<String> noEntries) {
        Map<String, Secret> values = new HashMap<>();
        Map<String, String> types = new HashMap<>();
        Map<String, String> descriptions = new HashMap<>();
        texts(parameters, noEntries).forEach((key, value) -> {
            if (key.startsWith(TYPE_OF)) {
                types.put(key.substring(TYPE_OF.length()), value);
            } else if (key.startsWith(DESCRIPTION_OF)) {
                descriptions.put(key.substring(DESCRIPTION_OF.length()), value);
            } else {
                values.put(key, Secret.of(value));
            }
        });
        return new GivenEntries(values, types, descriptions);
    }
}
