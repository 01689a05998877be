package org.symbolon.connectors.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** An API of somebody's own, to which a token is a header of its own, and in which a failure may have the code of a success. */
final class PlainDouble extends ApiDouble {

    static final String KEY = "Api-key-7";

    private static final List<String> FIELDS = List.of("username", "givenname", "surname", "email", "phone", "mobile");

    @Override
    ObjectNode described(String id, Map<String, String> attributes) {
        ObjectNode user = object().put("uid", id);
        FIELDS.forEach(field -> Optional.ofNullable(attributes.get(field)).ifPresent(value -> user.put(field, value)));
        return user;
    }

    @Override
    Reply reply(Asked question) {
        if (!question.header("X-Key").equals(KEY)) {
            return Reply.empty(403);
        }
        return switch (question.path()) {
            case "/person" -> found(question.query().get("login"));
            case "/people" -> Reply.of(200, array(new ArrayList<>(users.values())));
            case "/login" -> loggedIn(question.form());
            case "/new" -> created((ObjectNode) question.json());
            default -> one(question, decoded(question.path().substring("/person/".length())));
        };
    }

    private Reply found(String login) {
        Optional<ObjectNode> user = users.values().stream()
                .filter(one -> one.path("username").asString("").equals(login))
                .findFirst();
        return Reply.of(200, user.<ObjectNode>map(this::wrapped).orElseGet(() -> object().put("state", "unknown")));
    }

    private ObjectNode wrapped(ObjectNode user) {
        ObjectNode answer = object().put("state", "found");
        answer.set("person", user);
        return answer;
    }

    private Reply loggedIn(Map<String, String> form) {
        Optional<String> id = idWith("username", form.get("name"));
        return Reply.of(200, object().put("right", isPassword(id, form.get("secret"))));
    }

    private Reply created(ObjectNode given) {
        String id = UUID.randomUUID().toString();
        ObjectNode user = object().put("uid", id);
        user.setAll(given);
        users.put(id, user);
        return Reply.empty(201);
    }

    private Reply one(Asked question, String id) {
        if (!users.containsKey(id)) {
            return Reply.empty(404);
        }
        if (question.method().equals("DELETE")) {
            users.remove(id);
            return Reply.empty(200);
        }
        if (question.method().equals("PATCH")) {
            ObjectNode change = (ObjectNode) question.json();
            Optional.ofNullable(change.remove("password")).ifPresent(known -> passwords.put(id, known.asString()));
            users.get(id).setAll(change);
            return Reply.empty(200);
        }
        return Reply.of(200, wrapped(users.get(id)));
    }
}
