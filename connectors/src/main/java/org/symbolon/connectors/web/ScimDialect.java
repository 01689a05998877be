package org.symbolon.connectors.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Lists of SCIM, which come in pages (RFC 7644, 3.4.2.4); a server that sends all at once is taken at its word, too. */
final class ScimDialect implements WebDialect {

    @Override
    public RequestDefinition page(RequestDefinition list, Map<String, String> criteria, int size, String cursor) {
        return list.with(WebParameters.JSON
                .createObjectNode()
                .put("startIndex", begin(cursor))
                .put("count", size));
    }

    private static int begin(String cursor) {
        return cursor.isEmpty() ? 1 : Integer.parseInt(cursor);
    }

    @Override
    public Listed listed(JsonNode answer, int size, String cursor) {
        List<JsonNode> sent = new ArrayList<>();
        answer.path("Resources").forEach(sent::add);
        int total = answer.path("totalResults").asInt(sent.size());
        int begin = begin(cursor);
        boolean whole = sent.size() >= total;
        int from = whole ? Math.min(begin - 1, sent.size()) : 0;
        List<JsonNode> users = sent.subList(from, Math.min(from + size, sent.size()));
        int next = begin + users.size();
        return new Listed(users, users.isEmpty() || next > total ? Optional.empty() : Optional.of("" + next));
    }
}
