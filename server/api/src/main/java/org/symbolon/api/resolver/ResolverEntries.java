package org.symbolon.api.resolver;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.api.kernel.JsonText;
import org.symbolon.command.resolver.ResolverCommands;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;
import org.symbolon.projections.config.ResolverView;

/**
 * The entries of a resolver, which are texts, and what stands for them on the wire: some types have objects among them, and a secret
 * within an object is an entry of its own, so that it is sealed while the rest is not.
 */
final class ResolverEntries {

    private ResolverEntries() {}

    /** What was sent, each secret as an entry of its own. */
    static Map<String, Secret> taken(Map<String, Secret> sent, UserStoreType type) {
        Map<String, Secret> entries = new HashMap<>(sent);
        type.secretKeys().forEach(secret -> {
            int dot = secret.indexOf('.');
            if (dot > 0) {
                takeOut(entries, secret.substring(0, dot), secret.substring(dot + 1));
            }
        });
        return entries;
    }

    private static void takeOut(Map<String, Secret> entries, String key, String field) {
        Map<Object, Object> object = new LinkedHashMap<>(Optional.ofNullable(entries.get(key))
                .map(Secret::reveal)
                .map(ResolverEntries::object)
                .orElse(Map.of()));
        Object secret = object.remove(field);
        if (secret != null) {
            entries.put(key, Secret.of(JsonText.write(object)));
            if (!secret.toString().isEmpty()) {
                entries.put(key + "." + field, Secret.of(secret.toString()));
            }
        }
    }

    private static Map<?, ?> object(String text) {
        return JsonText.parse(text).orElse("") instanceof Map<?, ?> map ? map : Map.of();
    }

    /** A resolver as it is shown. Where a type presets something an empty text stands for nothing. */
    static Map<String, Object> shown(ResolverView resolver, Optional<UserStoreType> type) {
        Map<String, Object> data = new HashMap<>();
        Set<String> maps = type.map(UserStoreType::mapKeys).orElse(Set.of());
        boolean hidesEmpty = type.flatMap(UserStoreType::presets).isPresent();
        resolver.entries().forEach((key, entry) -> {
            boolean shown = entry.isSecret() || !hidesEmpty || !entry.value().isEmpty();
            if (shown && !isWithinObject(key, maps)) {
                data.put(key, shown(key, entry, resolver.entries(), maps));
            }
        });
        List<String> censored = resolver.entries().entrySet().stream()
                .filter(entry -> entry.getValue().isSecret())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return Map.of("resolvername", resolver.name(), "type", resolver.type(), "data", data, "censor_keys", censored);
    }

    private static boolean isWithinObject(String key, Set<String> maps) {
        int dot = key.indexOf('.');
        return dot > 0 && maps.contains(key.substring(0, dot));
    }

    private static Object shown(String key, ConfigEntry entry, Map<String, ConfigEntry> all, Set<String> maps) {
        if (entry.isSecret()) {
            return ResolverCommands.CENSORED;
        }
        if (!maps.contains(key)) {
            return entry.value();
        }
        Map<Object, Object> object = new LinkedHashMap<>(object(entry.value()));
        all.keySet().stream()
                .filter(other -> other.startsWith(key + "."))
                .forEach(secret -> object.put(secret.substring(key.length() + 1), ResolverCommands.CENSORED));
        return object;
    }
}
