package org.symbolon.command.smsgateway.port;

import java.util.Map;
import java.util.TreeMap;
import org.symbolon.events.shared.Secret;

/**
 * What is pushed to a telephone. None of it is printed: it says whose telephone it is, and of which log-in it asks.
 *
 * @param token by which the telephone is reached
 * @param data what its app is told, by name
 */
public record PushMessage(Secret token, Map<String, Secret> data) {

    private static final String TITLE = "title";
    private static final String QUESTION = "question";

    public PushMessage {
        data = Map.copyOf(data);
    }

    public static PushMessage of(String token, Map<String, String> data) {
        Map<String, Secret> hidden = new TreeMap<>();
        data.forEach((name, value) -> hidden.put(name, Secret.of(value)));
        return new PushMessage(Secret.of(token), hidden);
    }

    /** The heading of what people see of it before they open the app. */
    public String title() {
        return text(TITLE);
    }

    /** What people see below it. */
    public String question() {
        return text(QUESTION);
    }

    private String text(String name) {
        return data.getOrDefault(name, Secret.EMPTY).reveal();
    }
}
