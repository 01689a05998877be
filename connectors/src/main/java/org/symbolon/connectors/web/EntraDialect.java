package org.symbolon.connectors.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Microsoft Graph, version 1.0: filters of OData, pages that name the next one, telephone numbers as lists, and groups that come with
 * users.
 *
 * @param base what the store's addresses begin with: a page that leads elsewhere is not followed, for a token goes along
 * @param byCertificate whether the client shows itself by a certificate, and so has no secret that users' passwords are sent along with
 */
record EntraDialect(String base, boolean byCertificate) implements WebDialect {

    /** What can be filtered by without more; other attributes are looked at here. */
    private static final Set<String> FILTERED =
            Set.of("id", "userPrincipalName", "mail", "givenName", "surname", "displayName");

    private static final String LISTS = "phone";
    private static final String FILTER = "$filter";
    private static final String EXPAND = "$expand";
    private static final String MEMBERSHIPS = "memberOf";
    private static final String NEXT = "@odata.nextLink";
    private static final int MOST_IDS = 15;
    private static final int MOST_OF_A_PAGE = 999;

    @Override
    public RequestDefinition page(RequestDefinition list, Map<String, String> criteria, int size, String cursor) {
        if (!cursor.isEmpty()) {
            return list.to(cursor);
        }
        ObjectNode parameters = WebParameters.JSON.createObjectNode();
        parameters.put("$top", Math.min(size, MOST_OF_A_PAGE));
        String filter = criteria.entrySet().stream()
                .filter(one -> FILTERED.contains(one.getKey()))
                .flatMap(one -> condition(one.getKey(), one.getValue()).stream())
                .collect(Collectors.joining(" and "));
        if (!filter.isEmpty()) {
            parameters.put(FILTER, filter);
        }
        return list.with(parameters);
    }

    /** Graph knows the beginning of a value; whatever a pattern says besides is looked at here. */
    private static Optional<String> condition(String name, String pattern) {
        if (!Wildcards.has(pattern)) {
            return Optional.of("(%s eq %s)".formatted(name, quoted(pattern)));
        }
        String beginning = Wildcards.beginning(pattern);
        return beginning.isEmpty()
                ? Optional.empty()
                : Optional.of("startswith(%s, %s)".formatted(name, quoted(beginning)));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public Listed listed(JsonNode answer, int size, String cursor) {
        List<JsonNode> users = new ArrayList<>();
        answer.path("value").forEach(users::add);
        return new Listed(
                users,
                Optional.of(WebParameters.text(answer.path(NEXT)))
                        .filter(next -> !next.isEmpty())
                        .map(this::ours));
    }

    private String ours(String next) {
        if (!next.startsWith(base + "/")) {
            throw new UserStoreUnavailableException("The next page of the user list is at another server", null);
        }
        return next;
    }

    @Override
    public int mostIds() {
        return MOST_IDS;
    }

    @Override
    public RequestDefinition withIds(RequestDefinition list, String idName, List<String> ids) {
        String any = ids.stream().map(EntraDialect::quoted).collect(Collectors.joining(","));
        return list.with(WebParameters.JSON.createObjectNode().put(FILTER, idName + " in (" + any + ")"));
    }

    @Override
    public JsonNode written(String name, String value) {
        if (name.equals(LISTS)) {
            return value.isEmpty()
                    ? WebParameters.JSON.createArrayNode()
                    : WebParameters.JSON.createArrayNode().add(value);
        }
        return value.isEmpty()
                ? WebParameters.JSON.getNodeFactory().nullNode()
                : WebParameters.JSON.getNodeFactory().stringNode(value);
    }

    @Override
    public void requirePasswords() {
        if (byCertificate) {
            throw new UserStoreUnavailableException(
                    "User authentication with password is not supported when using a certificate for the client!",
                    null);
        }
    }

    @Override
    public Optional<RequestDefinition> withGroups(RequestDefinition request) {
        return Optional.of(request.with(WebParameters.JSON.createObjectNode().put(EXPAND, MEMBERSHIPS)));
    }

    @Override
    public JsonNode groups(JsonNode user) {
        return user.path(MEMBERSHIPS);
    }
}
