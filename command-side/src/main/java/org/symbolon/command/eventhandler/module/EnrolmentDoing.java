package org.symbolon.command.eventhandler.module;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.HandlerOptions;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.shared.KnownUser;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The token that a handler enrols, for the owner of the event or for nobody. */
final class EnrolmentDoing {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final String TYPE = "type";
    private static final String YES = "1";
    private static final String GATEWAY = "sms.identifier";

    private EnrolmentDoing() {}

    static List<Deed> enrol(HandledRequest request, HandlerOptions options) {
        String type = options.required("tokentype");
        Map<String, String> parameters = new HashMap<>(Map.of(TYPE, type, "genkey", YES));
        boolean owned = options.flag("user");
        Optional<KnownUser> owner = owned ? request.owner() : Optional.empty();
        Map<String, String> known = owner.isPresent() ? request.ownerInfo() : Map.of();
        if (owned) {
            parameters.putAll(ofType(type, options, known));
            options.given("additional_params").map(EnrolmentDoing::object).ifPresent(parameters::putAll);
            parameters.put(TYPE, type);
        }
        String realm = options.text("realm", "").toLowerCase(Locale.ROOT);
        EnrollToken command = new EnrollToken(
                        parameters,
                        Map.of(),
                        null,
                        owner.map(KnownUser::asOwner).orElse(null),
                        owner.map(user -> new Holder(user.login(), user.realm(), known))
                                .orElse(Holder.NOBODY),
                        owner.isPresent() || realm.isEmpty() ? null : realm)
                .under(terms(parameters));
        String whose = owner.map(user -> " for " + user.login()).orElse("");
        return List.of(
                new Deed.Enrol(command, owner.isPresent() ? realm : "", "enrol a token of the type " + type + whose));
    }

    /** The gateway that an administrator has named in the handler is one that he lets be used. */
    private static TypeTerms terms(Map<String, String> parameters) {
        String gateway = parameters.get(GATEWAY);
        return gateway == null ? TypeTerms.NONE : new TypeTerms(Map.of("sms_gateways", gateway));
    }

    private static Map<String, String> ofType(String type, HandlerOptions options, Map<String, String> known) {
        Map<String, String> parameters = new HashMap<>();
        switch (type) {
            case "sms" -> {
                options.given("sms_identifier").ifPresent(gateway -> parameters.put(GATEWAY, gateway));
                reached(parameters, options, "dynamic_phone", "phone", known.getOrDefault("mobile", ""));
            }
            case "email" -> {
                options.given("smtp_identifier").ifPresent(server -> parameters.put("email.identifier", server));
                reached(parameters, options, "dynamic_email", "email", known.getOrDefault("email", ""));
            }
            case "motp" -> options.given("motppin").ifPresent(pin -> parameters.put("motppin", pin));
            default -> {}
        }
        return parameters;
    }

    private static void reached(
            Map<String, String> parameters, HandlerOptions options, String dynamic, String fixed, String known) {
        if (options.flag(dynamic)) {
            parameters.put(dynamic, YES);
        } else if (!known.isEmpty()) {
            parameters.put(fixed, known);
        }
    }

    /** JSON, or the lines of a flat object in YAML. */
    private static Map<String, String> object(String text) {
        Map<String, String> read = new HashMap<>();
        if (text.strip().startsWith("{")) {
            json(text).forEach((name, value) -> read.put(name, String.valueOf(value)));
            return read;
        }
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw malformed();
            }
            read.put(
                    line.substring(0, colon).strip(),
                    unquoted(line.substring(colon + 1).strip()));
        }
        return read;
    }

    private static Map<String, Object> json(String text) {
        try {
            return JSON.readValue(text, OBJECT);
        } catch (JacksonException malformed) {
            return flow(text);
        }
    }

    /** The short form of YAML: as JSON, where texts need no quotes. */
    private static Map<String, Object> flow(String text) {
        String inside = text.strip();
        if (!inside.endsWith("}")) {
            throw malformed();
        }
        Map<String, Object> read = new HashMap<>();
        for (String pair : inside.substring(1, inside.length() - 1).split(",", -1)) {
            int colon = pair.indexOf(':');
            if (colon < 1) {
                throw malformed();
            }
            read.put(
                    unquoted(pair.substring(0, colon).strip()),
                    unquoted(pair.substring(colon + 1).strip()));
        }
        return read;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static Refusal malformed() {
        return Refusal.parameter("The option 'additional_params' of an event handler is no object");
    }
}
