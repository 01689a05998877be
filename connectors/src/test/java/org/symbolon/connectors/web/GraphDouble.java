package org.symbolon.connectors.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Microsoft's token endpoint and the part of Graph that is about users, as both are documented. */
final class GraphDouble extends ApiDouble {

    static final String CLIENT = "client-7";
    static final String TENANT = "tenant-7";
    static final String SECRET = "Client-secret&7";

    private static final String USERS = "/v1.0/users";
    private static final Pattern EQUALS = Pattern.compile("\\((\\w+) eq '(.*)'\\)");
    private static final Pattern STARTS = Pattern.compile("startswith\\((\\w+), '(.*)'\\)");
    private static final Pattern AMONG = Pattern.compile("id in \\((.*)\\)");
    private static final int USUAL_PAGE = 100;

    private final List<Map<String, String>> tokenRequests = new ArrayList<>();

    GraphDouble() {}

    GraphDouble(SSLContext tls) {
        super(Optional.of(tls));
    }

    List<Map<String, String>> tokenRequests() {
        return tokenRequests;
    }

    @Override
    ObjectNode described(String id, Map<String, String> attributes) {
        ObjectNode user = object().put("id", id).put("userPrincipalName", attributes.get("username"));
        user.put("givenName", attributes.get("givenname")).put("surname", attributes.get("surname"));
        user.put("mail", attributes.get("email")).put("mobilePhone", attributes.get("mobile"));
        user.putArray("businessPhones");
        Optional.ofNullable(attributes.get("phone"))
                .ifPresent(phone -> user.withArray("businessPhones").add(phone));
        return user;
    }

    @Override
    Reply reply(Asked question) {
        if (question.path().equals("/" + TENANT + "/oauth2/v2.0/token")) {
            return tokenReply(question.form());
        }
        if (!isLetIn(question)) {
            return error(401, "InvalidAuthenticationToken");
        }
        if (question.path().equals(USERS)) {
            return question.method().equals("POST") ? created(question.json()) : listed(question.query());
        }
        String key = decoded(question.path().substring(USERS.length() + 1));
        Optional<String> id = users.containsKey(key) ? Optional.of(key) : idWith("userPrincipalName", key);
        return id.map(known -> one(question, known)).orElseGet(() -> error(404, "Request_ResourceNotFound"));
    }

    private static Reply error(int status, String code) {
        ObjectNode error = object();
        error.putObject("error").put("code", code).put("message", "It was " + code);
        return Reply.of(status, error);
    }

    private Reply tokenReply(Map<String, String> form) {
        tokenRequests.add(form);
        if (form.get("grant_type").equals("password")) {
            Optional<String> id = idWith("userPrincipalName", form.get("username"));
            boolean right = form.get("client_secret").equals(SECRET) && isPassword(id, form.get("password"));
            return right ? Reply.of(200, object().put("access_token", "of a user")) : error(400, "invalid_grant");
        }
        boolean right = form.get("client_id").equals(CLIENT)
                && form.get("scope").equals("https://graph.microsoft.com/.default")
                && (SECRET.equals(form.get("client_secret")) || form.containsKey("client_assertion"));
        return right ? token() : error(401, "invalid_client");
    }

    private Reply created(JsonNode given) {
        if (given.path("passwordProfile").path("password").asString("").length() < 8) {
            return error(400, "Request_BadRequest");
        }
        String id = UUID.randomUUID().toString();
        ObjectNode user = object().put("id", id);
        user.setAll((ObjectNode) given);
        user.remove("passwordProfile");
        users.put(id, user);
        passwords.put(id, given.path("passwordProfile").path("password").asString());
        return Reply.of(201, user);
    }

    private Reply one(Asked question, String id) {
        return switch (question.method()) {
            case "DELETE" -> {
                users.remove(id);
                yield Reply.empty(204);
            }
            case "PATCH" -> changed(id, (ObjectNode) question.json());
            default -> Reply.of(200, expanded(users.get(id), question.query()));
        };
    }

    private Reply changed(String id, ObjectNode change) {
        if (change.has("passwordProfile")) {
            passwords.put(id, change.path("passwordProfile").path("password").asString());
            change.remove("passwordProfile");
        }
        users.get(id).setAll(change);
        return Reply.empty(204);
    }

    private static ObjectNode expanded(ObjectNode user, Map<String, String> query) {
        ObjectNode shown = user.deepCopy();
        if (!"memberOf".equals(query.get("$expand"))) {
            shown.remove("memberOf");
        }
        return shown;
    }

    private Reply listed(Map<String, String> query) {
        Optional<Predicate<ObjectNode>> filter = filter(query.getOrDefault("$filter", ""));
        if (filter.isEmpty()) {
            return error(400, "Request_UnsupportedQuery");
        }
        List<ObjectNode> fitting = users.values().stream()
                .filter(filter.get())
                .map(user -> expanded(user, query))
                .toList();
        int begin = Integer.parseInt(query.getOrDefault("$skiptoken", "0"));
        int size = Integer.parseInt(query.getOrDefault("$top", "" + USUAL_PAGE));
        ObjectNode answer = object();
        answer.set("value", array(page(fitting, begin, size)));
        if (begin + size < fitting.size()) {
            answer.put("@odata.nextLink", base() + USERS + "?$top=" + size + "&$skiptoken=" + (begin + size));
        }
        return Reply.of(200, answer);
    }

    /** Empty if it is none that is known. */
    private static Optional<Predicate<ObjectNode>> filter(String text) {
        Predicate<ObjectNode> all = user -> true;
        for (String condition : text.isEmpty() ? List.<String>of() : List.of(text.split(" and "))) {
            Matcher equal = EQUALS.matcher(condition);
            Matcher begins = STARTS.matcher(condition);
            Matcher among = AMONG.matcher(condition);
            if (equal.matches()) {
                all = all.and(user -> value(user, equal.group(1)).equals(plain(equal.group(2))));
            } else if (begins.matches()) {
                all = all.and(user -> value(user, begins.group(1)).startsWith(plain(begins.group(2))));
            } else if (among.matches()) {
                List<String> ids = Arrays.stream(among.group(1).split(","))
                        .map(id -> id.substring(1, id.length() - 1))
                        .toList();
                all = all.and(user -> ids.contains(value(user, "id")));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    private static String plain(String quoted) {
        return quoted.replace("''", "'").toLowerCase(Locale.ROOT);
    }

    private static String value(ObjectNode user, String field) {
        return WebParameters.text(user.path(field)).toLowerCase(Locale.ROOT);
    }
}
