package org.symbolon.cli.janitor;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes values as JSON on one line, so that a list can be read line by line. */
final class JsonLine {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private JsonLine() {}

    static String of(Object value) {
        return JSON.writeValueAsString(value);
    }
}
