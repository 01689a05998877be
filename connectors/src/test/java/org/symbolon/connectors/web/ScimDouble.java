package org.symbolon.connectors.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A server that speaks SCIM, with or without pages; ids are names. */
final class ScimDouble extends ApiDouble {

    static final String CLIENT = "scim";
    static final String SECRET = "Scim-secret-7";

    private final boolean inPages;

    ScimDouble(boolean inPages) {
        this.inPages = inPages;
    }

    @Override
    String idOf(String login, int number) {
        return login;
    }

    @Override
    ObjectNode described(String id, Map<String, String> attributes) {
        ObjectNode user = object().put("id", id).put("userName", attributes.get("username"));
        user.putObject("name")
                .put("givenName", attributes.get("givenname"))
                .put("familyName", attributes.get("surname"));
        for (String name : List.of("phone", "mobile")) {
            Optional.ofNullable(attributes.get(name))
                    .ifPresent(
                            value -> user.withArray("phoneNumbers").addObject().put("value", value));
        }
        Optional.ofNullable(attributes.get("email"))
                .ifPresent(value -> user.withArray("emails").addObject().put("value", value));
        return user;
    }

    @Override
    Reply reply(Asked question) {
        if (question.path().equals("/oauth/token")) {
            String known = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
            boolean right = question.header("Authorization").equals("Basic " + known)
                    && "client_credentials".equals(question.query().get("grant_type"));
            return right ? token() : Reply.empty(401);
        }
        if (!isLetIn(question)) {
            return Reply.empty(401);
        }
        if (question.path().equals("/Users")) {
            return listed(question.query());
        }
        String id = decoded(question.path().substring("/Users/".length()));
        return users.containsKey(id) ? Reply.of(200, users.get(id)) : Reply.empty(404);
    }

    private Reply listed(Map<String, String> query) {
        List<ObjectNode> all = new ArrayList<>(users.values());
        int begin = Integer.parseInt(query.getOrDefault("startIndex", "1"));
        int count = Integer.parseInt(query.getOrDefault("count", "100"));
        ObjectNode answer = object().put("totalResults", all.size());
        answer.set("Resources", array(inPages ? page(all, begin - 1, count) : all));
        return Reply.of(200, answer);
    }
}
