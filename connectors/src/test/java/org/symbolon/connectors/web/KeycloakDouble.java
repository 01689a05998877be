package org.symbolon.connectors.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The token endpoint of Keycloak and the part of its Admin REST API that is about users, as both are documented. */
public final class KeycloakDouble extends ApiDouble {

    public static final String REALM = "people";
    public static final String SERVICE = "service";
    public static final String SERVICE_PASSWORD = "Service-password&7";

    private static final String USERS = "/admin/realms/" + REALM + "/users";
    private static final List<String> SEARCHED = List.of("username", "firstName", "lastName", "email");

    @Override
    ObjectNode described(String id, Map<String, String> attributes) {
        ObjectNode user = object().put("id", id).put("username", attributes.get("username"));
        user.put("firstName", attributes.get("givenname")).put("lastName", attributes.get("surname"));
        user.put("email", attributes.get("email"));
        ObjectNode more = user.putObject("attributes");
        more.putArray("locale").add("de");
        List.of("phone", "mobile").forEach(name -> Optional.ofNullable(attributes.get(name))
                .ifPresent(value -> more.putArray(name).add(value)));
        return user;
    }

    @Override
    Reply reply(Asked question) {
        if (question.path().equals("/realms/" + REALM + "/protocol/openid-connect/token")) {
            return tokenReply(question.form());
        }
        if (!isLetIn(question)) {
            return Reply.of(401, object().put("error", "HTTP 401 Unauthorized"));
        }
        if (question.path().equals(USERS)) {
            return question.method().equals("POST") ? created(question.json()) : listed(question.query());
        }
        String[] path = question.path().substring(USERS.length() + 1).split("/", -1);
        String id = decoded(path[0]);
        return users.containsKey(id)
                ? one(question, id, path.length > 1 ? path[1] : "")
                : Reply.of(404, object().put("error", "User not found"));
    }

    private Reply tokenReply(Map<String, String> form) {
        if (!form.get("client_id").equals("admin-cli")
                || !form.get("grant_type").equals("password")) {
            return Reply.of(400, object().put("error", "invalid_request"));
        }
        if (form.get("username").equals(SERVICE)) {
            return form.get("password").equals(SERVICE_PASSWORD) ? token() : invalid();
        }
        return isPassword(idWith("username", form.get("username")), form.get("password"))
                ? Reply.of(200, object().put("access_token", "of a user"))
                : invalid();
    }

    private static Reply invalid() {
        return Reply.of(
                401, object().put("error", "invalid_grant").put("error_description", "Invalid user credentials"));
    }

    private Reply created(JsonNode given) {
        if (idWith("username", given.path("username").asString("")).isPresent()) {
            return Reply.of(409, object().put("errorMessage", "User exists with same username"));
        }
        String id = UUID.randomUUID().toString();
        ObjectNode user = object().put("id", id);
        user.setAll((ObjectNode) given);
        users.put(id, user);
        return new Reply(201, "", Map.of("Location", base() + USERS + "/" + id));
    }

    private Reply one(Asked question, String id, String part) {
        if (part.equals("reset-password")) {
            passwords.put(id, question.json().path("value").asString());
            return Reply.empty(204);
        }
        if (part.equals("groups")) {
            return Reply.of(200, array(List.of(object().put("name", "staff"), object().put("name", "admins"))));
        }
        return switch (question.method()) {
            case "DELETE" -> {
                users.remove(id);
                yield Reply.empty(204);
            }
            case "PUT" -> {
                users.put(id, object().put("id", id).setAll((ObjectNode) question.json()));
                yield Reply.empty(204);
            }
            default -> Reply.of(200, users.get(id));
        };
    }

    private Reply listed(Map<String, String> query) {
        boolean exact = "true".equals(query.get("exact"));
        List<ObjectNode> fitting = users.values().stream()
                .filter(user -> SEARCHED.stream().allMatch(field -> fits(user, field, query.get(field), exact)))
                .toList();
        int first = Integer.parseInt(query.getOrDefault("first", "0"));
        int max = Integer.parseInt(query.getOrDefault("max", "100"));
        return Reply.of(200, array(page(fitting, first, max)));
    }

    private static boolean fits(ObjectNode user, String field, String wanted, boolean exact) {
        String value = WebParameters.text(user.path(field)).toLowerCase(Locale.ROOT);
        return wanted == null
                || (exact
                        ? value.equals(wanted.toLowerCase(Locale.ROOT))
                        : value.contains(wanted.toLowerCase(Locale.ROOT)));
    }
}
