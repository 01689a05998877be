package org.symbolon.projections.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.symbolon.events.policy.PolicySet;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.projections.eventhandler.EventHandlerView;

/**
 * All settings, realms, resolvers, policies and event handlers at one moment, so that a request needs no SQL to know them
 * and sees one state of them from its begin to its end.
 */
public final class ConfigurationView {

    /** Nothing is configured. */
    public static final ConfigurationView EMPTY =
            new ConfigurationView(Map.of(), List.of(), List.of(), PolicySet.EMPTY, List.of(), false);

    private final SortedMap<String, ConfigEntry> settings;
    private final SortedMap<String, RealmView> realms;
    private final SortedMap<String, ResolverView> resolvers;
    private final Map<String, ResolverView> resolversInLowerCase;
    private final RealmView defaultRealm;
    private final PolicySet policies;
    private final List<EventHandlerView> eventHandlers;
    private final Map<String, List<EventHandlerView>> listening;
    private final boolean usersHaveAttributes;

    ConfigurationView(
            Map<String, ConfigEntry> settings,
            List<RealmView> realms,
            List<ResolverView> resolvers,
            PolicySet policies,
            List<EventHandlerView> eventHandlers,
            boolean usersHaveAttributes) {
        this.settings = new TreeMap<>(settings);
        this.realms = new TreeMap<>(byName(realms, RealmView::name));
        this.resolvers = new TreeMap<>(byName(resolvers, ResolverView::name));
        this.resolversInLowerCase = byName(resolvers, resolver -> lowerCase(resolver.name()));
        this.defaultRealm =
                realms.stream().filter(RealmView::isDefault).findFirst().orElse(null);
        this.policies = policies;
        this.eventHandlers = List.copyOf(eventHandlers);
        this.listening = listening(eventHandlers);
        this.usersHaveAttributes = usersHaveAttributes;
    }

    public Optional<ConfigEntry> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** All settings by key. */
    public SortedMap<String, ConfigEntry> settings() {
        return Collections.unmodifiableSortedMap(settings);
    }

    public Optional<RealmView> realm(String name) {
        return Optional.ofNullable(realms.get(name));
    }

    public List<RealmView> realms() {
        return List.copyOf(realms.values());
    }

    public Optional<RealmView> defaultRealm() {
        return Optional.ofNullable(defaultRealm);
    }

    public Optional<ResolverView> resolver(String name) {
        return Optional.ofNullable(resolvers.get(name));
    }

    /** The resolver that has this name in whatever case. */
    public Optional<ResolverView> resolverIgnoringCase(String name) {
        return Optional.ofNullable(resolversInLowerCase.get(lowerCase(name)));
    }

    public List<ResolverView> resolvers() {
        return List.copyOf(resolvers.values());
    }

    public PolicySet policies() {
        return policies;
    }

    /** All event handlers, in the order in which they take their turn. */
    public List<EventHandlerView> eventHandlers() {
        return eventHandlers;
    }

    /** The active handlers that listen to the event, in the order in which they take their turn. */
    public List<EventHandlerView> listeningTo(String event) {
        return listening.getOrDefault(event, List.of());
    }

    private static Map<String, List<EventHandlerView>> listening(List<EventHandlerView> handlers) {
        Map<String, List<EventHandlerView>> listening = new HashMap<>();
        handlers.stream()
                .filter(handler -> handler.definition().active())
                .forEach(handler -> handler.definition().events().stream()
                        .distinct()
                        .forEach(event -> listening
                                .computeIfAbsent(event, first -> new ArrayList<>())
                                .add(handler)));
        return listening;
    }

    /** Whether a user may have a custom attribute; as long as none has, nobody needs to look for them. */
    public boolean usersHaveAttributes() {
        return usersHaveAttributes;
    }

    /** A realm that the resolver is in. */
    public Optional<RealmView> realmOfResolver(String resolver) {
        return realms.values().stream()
                .filter(realm -> realm.members().stream()
                        .anyMatch(member -> member.resolver().equals(resolver)))
                .findFirst();
    }

    private static <T> Map<String, T> byName(List<T> views, Function<T, String> name) {
        return views.stream()
                .collect(Collectors.toUnmodifiableMap(name, Function.identity(), (first, second) -> first));
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
