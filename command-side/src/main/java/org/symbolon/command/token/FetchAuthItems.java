package org.symbolon.command.token;

import java.util.List;
import java.util.Map;
import org.symbolon.events.shared.Secret;

/**
 * Hand out what machines check log-ins with.
 *
 * @param challenge what the machine has to say to the tokens, empty for nothing
 */
public record FetchAuthItems(List<Use> uses, Secret challenge) {

    /** A token and the application that is to use it. */
    public record Use(String serial, String application, Map<String, String> options) {}
}
