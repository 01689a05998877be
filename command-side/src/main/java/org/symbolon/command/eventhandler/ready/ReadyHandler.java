package org.symbolon.command.eventhandler.ready;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.command.eventhandler.fact.TokenHappening;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;

/** Event handlers that most people want, with texts that come with the server: mails to those whose tokens something happens to. */
@SuppressWarnings("ImmutableEnumChecker") // the list is unmodifiable
public enum ReadyHandler {
    ENROLLED(
            "token-enrolled",
            "a token was set up for somebody, or given to him",
            TokenHappening.ENROLLED,
            TokenHappening.ASSIGNED),
    REMOVED(
            "token-removed",
            "a token was deleted, or taken from somebody",
            TokenHappening.DELETED,
            TokenHappening.UNASSIGNED),
    PIN_CHANGED("token-pin-changed", "a token got another PIN", TokenHappening.PIN_CHANGED),
    LOCKED("token-locked", "a token was locked by failed log-ins", TokenHappening.LOCKED),
    DISABLED("token-disabled", "a token was disabled or revoked", TokenHappening.DISABLED, TokenHappening.REVOKED);

    /** The option that says what a handler was like when it was installed. */
    static final String INSTALLED = "installed";

    private static final String MODULE = "UserNotification";
    private static final String ACTION = "sendmail";
    private static final String TEMPLATE = "template";

    /** Of stock there is nobody to tell, and no row of the audit worth while. */
    private static final Map<String, String> OWNED = Map.of("token_has_owner", "True");

    private final String word;
    private final String occasion;
    private final List<String> events;

    ReadyHandler(String word, String occasion, TokenHappening... happenings) {
        this.word = word;
        this.occasion = occasion;
        this.events = Stream.of(happenings).map(TokenHappening::event).toList();
    }

    public static Optional<ReadyHandler> find(String name) {
        return Stream.of(values()).filter(ready -> ready.word.equals(name)).findFirst();
    }

    /** What it is called, as its family of texts is. */
    public String word() {
        return word;
    }

    /** When its owner is told. */
    public String occasion() {
        return occasion;
    }

    public List<String> events() {
        return events;
    }

    /** What is installed: the same for whoever installs it. */
    public HandlerDefinition definition() {
        return new HandlerDefinition("notification " + word, true, events, MODULE, ACTION, "post", 0, OWNED);
    }

    /** How it acts where it is installed so. */
    public Map<String, Secret> options(ReadySettings settings) {
        Map<String, String> options = new HashMap<>(settings.options());
        options.put(TEMPLATE, word);
        options.put("To", "tokenowner");
        options.put(INSTALLED, Fingerprint.of(definition(), options));
        Map<String, Secret> kept = new HashMap<>();
        options.forEach((key, value) -> kept.put(key, Secret.of(value)));
        return kept;
    }

    /** Whether a handler is this one, whatever somebody has made of it. */
    public boolean is(HandlerDefinition definition, Map<String, ConfigEntry> options) {
        return definition.module().equals(MODULE)
                && definition.action().equals(ACTION)
                && word.equals(value(options, TEMPLATE));
    }

    /** Whether nobody has changed a handler since it was installed. */
    public static boolean isUntouched(HandlerDefinition definition, Map<String, ConfigEntry> options) {
        Map<String, String> texts = new HashMap<>();
        options.forEach((key, entry) -> texts.put(key, value(options, key)));
        String installed = texts.remove(INSTALLED);
        return Fingerprint.of(definition, texts).equals(installed);
    }

    private static String value(Map<String, ConfigEntry> options, String key) {
        ConfigEntry entry = options.get(key);
        return entry == null || entry.isSecret() ? "" : entry.value();
    }
}
