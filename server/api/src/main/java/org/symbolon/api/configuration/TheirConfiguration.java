package org.symbolon.api.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.JsonText;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.policy.PythonReader;
import org.symbolon.command.secret.Censored;
import org.symbolon.events.shared.Secret;

/**
 * Understands what eduMFA and privacyIDEA export: kinds, and of each what its list over the API shows, with secrets in clear. What this
 * server does not know and what says something is refused, for a policy without its restriction would be another one.
 */
@Component
public class TheirConfiguration {

    private static final Map<String, String> KINDS = Map.of("privacyideaserver", "edumfaserver");
    private static final Map<String, String> FIELDS =
            Map.of("pinode", "edumfanode", "Value", "value", "Type", "type", "Description", "desc");

    /** What lists tell beside the definition, or of the name. */
    private static final Set<String> TOLD = Set.of(
            "id",
            "option",
            "censor_keys",
            "templates",
            "last_update",
            "last_runs",
            "name",
            "resolvername",
            "connectorname",
            "Key");

    private static final String THEIR_MODULES = "privacyidea.lib.";
    private static final String OUR_MODULES = "edumfa.lib.";

    private static final String THEIR_SERVERS = "privacyideaserver_";
    private static final String OUR_SERVERS = "edumfaserver_";

    /** Of privacyIDEA's containers and the like. */
    private static final Set<String> UNKNOWN_SCOPES = Set.of("container", "token", "hardening");

    private final ConfigurationKinds kinds;

    TheirConfiguration(ConfigurationKinds kinds) {
        this.kinds = kinds;
    }

    /**
     * What an export says.
     *
     * @param export a map, or the text of one: JSON, or a literal of Python
     * @param place where it stands, for people
     * @param wanted kinds, none for all
     * @throws ConfigurationFault if it cannot be understood
     */
    public List<GivenItem> items(Object export, String place, Set<String> wanted) {
        List<GivenItem> items = new ArrayList<>();
        read(export, place).forEach((key, things) -> {
            String kind = KINDS.getOrDefault(key.toString(), key.toString());
            if (isKind(key.toString(), things) && (wanted.isEmpty() || wanted.contains(kind))) {
                ofKind(known(kind, place), things, place, items);
            }
        });
        return items;
    }

    private static Map<?, ?> read(Object export, String place) {
        Object value = export instanceof String text
                ? JsonText.parse(text).or(() -> PythonReader.read(text.strip())).orElse(null)
                : export;
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new ConfigurationFault(
                place + ": this is no export of eduMFA or privacyIDEA: a map of kinds was expected");
    }

    /** Beside kinds an export says which version wrote it. */
    private static boolean isKind(String key, Object things) {
        return things != null && !key.endsWith("_version");
    }

    private ConfigurationKind known(String kind, String place) {
        return kinds.inOrder().stream()
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new ConfigurationFault("%s: unknown kind '%s'".formatted(place, kind)));
    }

    private static void ofKind(ConfigurationKind kind, Object things, String place, List<GivenItem> items) {
        if (things instanceof Map<?, ?> map) {
            map.forEach((name, thing) -> add(kind, name.toString(), thing, place, items));
        } else if (things instanceof List<?> list) {
            list.forEach(thing -> add(kind, nameOf(kind, thing, place), thing, place, items));
        } else {
            throw new ConfigurationFault("%s: '%s' must be a map or a list".formatted(place, kind.name()));
        }
    }

    private static String nameOf(ConfigurationKind kind, Object thing, String place) {
        if (thing instanceof Map<?, ?> map) {
            for (String key : List.of("name", "connectorname", "resolvername", "Key")) {
                if (map.get(key) instanceof String name) {
                    return name;
                }
            }
        }
        throw new ConfigurationFault("%s: something of the kind '%s' has no name".formatted(place, kind.name()));
    }

    /** Names of event handlers may be there several times, and are told apart as in files. */
    private static void add(ConfigurationKind kind, String name, Object thing, String place, List<GivenItem> items) {
        if (name.startsWith("__")) {
            return;
        }
        String unique = name;
        for (int number = 2; kind.name().equals("event") && isTaken(unique, kind, items); number++) {
            unique = name + " #" + number;
        }
        String where = place + ", " + kind.name() + " " + name;
        Map<String, Object> fields = fields(kind, thing, where);
        if (!unique.equals(name)) {
            fields.put("name", name);
        }
        items.add(new GivenItem(kind.name(), unique, fields, field -> where));
    }

    private static boolean isTaken(String name, ConfigurationKind kind, List<GivenItem> items) {
        return items.stream()
                .anyMatch(item -> item.kind().equals(kind.name()) && item.name().equals(name));
    }

    private static Map<String, Object> fields(ConfigurationKind kind, Object thing, String where) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (!(thing instanceof Map<?, ?> map)) {
            fields.put("value", thing);
            return fields;
        }
        map.forEach((key, value) -> {
            String field = FIELDS.getOrDefault(key.toString(), key.toString());
            Shape shape = kind.shape().fields().get(field);
            if (field.equals("resolver") && kind.name().equals("realm")) {
                fields.putAll(members(value));
            } else if (field.equals("condition") && value instanceof Map) {
                fields.putIfAbsent("conditions", value);
            } else if (shape != null && !TOLD.contains(field)) {
                field(field, shape, value).ifPresent(known -> fields.put(field, known));
            } else if (!TOLD.contains(field) && says(value)) {
                throw new ConfigurationFault("%s: this server has no '%s'".formatted(where, field));
            }
        });
        if (UNKNOWN_SCOPES.contains(Fields.text(fields, "scope"))) {
            throw new ConfigurationFault(
                    "%s: this server has no policies of the scope '%s'".formatted(where, Fields.text(fields, "scope")));
        }
        rename(kind, fields);
        markSecrets(kind, fields);
        return fields;
    }

    /** What is called otherwise here: actions of policies, and the server that a handler hands something to. */
    private static void rename(ConfigurationKind kind, Map<String, Object> fields) {
        String field = kind.name().equals("policy") ? "action" : "options";
        if (fields.get(field) instanceof Map<?, ?> map) {
            Map<String, Object> renamed = new LinkedHashMap<>();
            map.forEach((key, value) -> renamed.put(ourName(key.toString()), ourModule(value)));
            fields.put(field, renamed);
        }
    }

    private static String ourName(String name) {
        if (name.startsWith(THEIR_SERVERS)) {
            return OUR_SERVERS + name.substring(THEIR_SERVERS.length());
        }
        return name.equals("privacyIDEA") ? "eduMFA" : name;
    }

    private static Object ourModule(Object value) {
        return value instanceof String text && text.startsWith(THEIR_MODULES)
                ? OUR_MODULES + text.substring(THEIR_MODULES.length())
                : value;
    }

    private static boolean says(Object value) {
        return value != null
                && !Set.<Object>of("", false, "0", List.of(), Map.of()).contains(value);
    }

    private static Map<String, Object> members(Object value) {
        List<Object> resolvers = new ArrayList<>();
        Map<String, Object> priorities = new LinkedHashMap<>();
        for (Object member : value instanceof List<?> list ? list : List.of()) {
            if (member instanceof Map<?, ?> resolver && resolver.get("name") instanceof String name) {
                resolvers.add(name);
                if (says(resolver.get("priority"))) {
                    priorities.put(name, resolver.get("priority"));
                }
            }
        }
        return Map.of("resolvers", resolvers, "priority", priorities);
    }

    /** Empty for nothing. A realm that is not the default says nothing about that. */
    private static Optional<Object> field(String field, Shape shape, Object value) {
        boolean nothing = value == null || (field.equals("default") && !says(value));
        if (nothing) {
            return Optional.empty();
        }
        if (field.equals("conditions") && value instanceof List<?> conditions) {
            return Optional.of(
                    conditions.stream().map(TheirConfiguration::condition).toList());
        }
        if (shape.kind() == Shape.Kind.NUMBER && value instanceof String text && text.matches("\\d{1,9}")) {
            return Optional.of(Integer.valueOf(text));
        }
        return Optional.of(ourModule(value));
    }

    /** The sixth member says what happens where the data is missing; it is nothing where nobody chose. */
    private static Object condition(Object condition) {
        boolean longer = condition instanceof List<?> members && members.size() == 6 && !says(members.get(5));
        return longer ? ((List<?>) condition).subList(0, 5) : condition;
    }

    /** Secrets stand in clear in an export, and are taken for what they are. */
    private static void markSecrets(ConfigurationKind kind, Map<String, Object> fields) {
        fields.replaceAll((field, value) -> {
            Shape shape = kind.shape().fields().get(field);
            if (shape != null && shape.kind() == Shape.Kind.SECRET) {
                return marked(value);
            }
            return value instanceof Map<?, ?> map ? marked(kind, field, map, fields) : value;
        });
        if ("password".equals(fields.get("type")) && fields.containsKey("value")) {
            fields.put("value", marked(fields.get("value")));
        }
    }

    private static Map<String, Object> marked(
            ConfigurationKind kind, String field, Map<?, ?> map, Map<String, Object> fields) {
        Map<String, Object> marked = new LinkedHashMap<>();
        map.forEach((key, value) ->
                marked.put(key.toString(), kind.isSecret(field, key.toString(), fields) ? marked(value) : value));
        return marked;
    }

    private static Object marked(Object value) {
        boolean plain = value instanceof String text && !text.isEmpty() && !text.equals(Censored.TEXT);
        return plain ? Secret.of((String) value) : value;
    }
}
