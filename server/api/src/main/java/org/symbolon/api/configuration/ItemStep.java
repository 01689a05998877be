package org.symbolon.api.configuration;

import java.util.function.Consumer;

/**
 * A command that a change needs.
 *
 * @param check refuses a result that is none
 */
public record ItemStep(Object command, Consumer<Object> check) {

    static ItemStep of(Object command) {
        return new ItemStep(command, result -> {});
    }
}
