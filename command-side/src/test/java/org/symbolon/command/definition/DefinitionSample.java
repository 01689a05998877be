package org.symbolon.command.definition;

import java.util.List;
import java.util.function.Function;

/**
 * A definition of some kind, called {@code one} and numbered 3, and what becomes of it.
 *
 * @param made how it came into being
 * @param saveAs a command that saves one of this name
 * @param changed what comes of saving it
 * @param madeAnew what comes of saving one that is not there: it gets the number 7
 * @param keys what its secrets are sealed under
 * @param title what refusals call it, null where one that is not there is deleted in silence
 * @param parameter the parameter with its name
 * @param longest how many characters its name can have
 */
public record DefinitionSample(
        Object made,
        Function<String, Object> saveAs,
        Object changed,
        Object madeAnew,
        Object delete,
        Object deleted,
        List<String> keys,
        String title,
        String parameter,
        int longest) {

    Object save() {
        return saveAs.apply("one");
    }
}
