package org.symbolon.command.eventhandler;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.HandlerOptions;
import org.symbolon.command.eventhandler.module.HandlerCondition;
import org.symbolon.command.eventhandler.module.HandlerCondition.Group;
import org.symbolon.command.eventhandler.module.HandlerModule;
import org.symbolon.command.eventhandler.module.HandlerModules;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;

/** A handler that has its turn: it says whether its conditions hold of a request, and what it wants done. It does nothing. */
public final class Listener {

    private static final String HIDDEN = "***";

    /** Of an address with a log-in in it. */
    private static final Pattern PASSWORD = Pattern.compile("//[^/@\\s]+@");

    private final int id;
    private final HandlerDefinition definition;
    private final Map<String, ConfigEntry> options;
    private final Map<String, Predicate<HandledRequest>> conditions = new LinkedHashMap<>();

    /**
     * Makes it, once for many requests.
     *
     * @param options of its action; secrets are sealed
     */
    public Listener(int id, HandlerDefinition definition, Map<String, ConfigEntry> options) {
        this.id = id;
        this.definition = definition;
        this.options = Map.copyOf(options);
        definition.conditions().entrySet().stream()
                .sorted(Comparator.comparing(Listener::group).thenComparing(Map.Entry::getKey))
                .forEach(wanted -> conditions.put(wanted.getKey(), condition(wanted.getKey(), wanted.getValue())));
    }

    /** What costs nothing to know is asked first. */
    private static Group group(Map.Entry<String, String> wanted) {
        return HandlerCondition.find(wanted.getKey())
                .map(HandlerCondition::group)
                .orElse(Group.GENERAL);
    }

    /** What no version knows any more holds of nothing. */
    private static Predicate<HandledRequest> condition(String name, String wanted) {
        return HandlerCondition.find(name).map(known -> known.wanting(wanted)).orElse(request -> false);
    }

    public int id() {
        return id;
    }

    public HandlerDefinition definition() {
        return definition;
    }

    /** Whether all its conditions hold; none is asked behind one that does not. */
    public boolean concerns(HandledRequest request) {
        for (Predicate<HandledRequest> condition : conditions.values()) {
            if (!condition.test(request)) {
                return false;
            }
        }
        return true;
    }

    /** Which of its conditions hold, by their names. */
    public Map<String, Boolean> findings(HandledRequest request) {
        Map<String, Boolean> findings = new LinkedHashMap<>();
        conditions.forEach((name, condition) -> findings.put(name, condition.test(request)));
        return findings;
    }

    /**
     * What it wants done.
     *
     * @param vault opens its secrets
     * @throws Refusal if it cannot be done at all
     */
    public List<Deed> deeds(HandledRequest request, SecretVault vault) {
        HandlerModule module = HandlerModules.find(definition.module())
                .orElseThrow(() -> Refusal.parameter("Unknown handler module: '" + definition.module() + "'"));
        return module.about(definition.action(), request, opened(vault));
    }

    private HandlerOptions opened(SecretVault vault) {
        Map<String, Secret> opened = new HashMap<>();
        options.forEach((key, entry) -> opened.put(
                key,
                entry.isSecret()
                        ? vault.unseal(EventHandler.optionBinding(id, key), entry.secret())
                        : Secret.of(entry.value())));
        return new HandlerOptions(opened);
    }

    /** Its options as the audit shows them: as Python prints them, without secrets. */
    public String printedOptions() {
        StringBuilder printed = new StringBuilder("{");
        new TreeMap<>(options).forEach((key, entry) -> {
            printed.append(printed.length() > 1 ? ", " : "");
            printed.append(quoted(key)).append(": ").append(quoted(entry.isSecret() ? HIDDEN : entry.value()));
        });
        return printed.append('}').toString();
    }

    private static String quoted(String text) {
        String told = PASSWORD.matcher(text).replaceAll("//" + HIDDEN + "@");
        return "'" + told.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** What events that it causes name as who did it, by which they lead back to it. */
    public String actor() {
        return "event handler " + id + " " + definition.name();
    }
}
