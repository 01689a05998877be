package org.symbolon.api.bulk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.InnerRequests.Wanted;

/** What can be done to many tokens: for each of them, a request that can be sent for one. */
enum BulkAction {
    ENABLE("enable", "POST", "/token/enable"),
    DISABLE("disable", "POST", "/token/disable"),
    REVOKE("revoke", "POST", "/token/revoke"),
    RESET("reset", "POST", "/token/reset"),
    UNASSIGN("unassign", "POST", "/token/unassign"),
    ASSIGN("assign", "POST", "/token/assign", "user realm resolver"),
    DELETE("delete", "DELETE", "/token/<serial>"),
    DESCRIPTION("description", "POST", "/token/description", "description"),
    REALMS("realms", "POST", "/token/realm/<serial>", "realms"),
    GROUPS("groups", "POST", "/token/group/<serial>", "groups"),
    INFO("info", "POST", "/token/info/<serial>", "info");

    private final String name;
    private final String method;
    private final String path;
    /** Their names, with blanks between. */
    private final String settings;

    BulkAction(String name, String method, String path) {
        this(name, method, path, "");
    }

    BulkAction(String name, String method, String path, String settings) {
        this.name = name;
        this.method = method;
        this.path = path;
        this.settings = settings;
    }

    static String[] names() {
        return Arrays.stream(values()).map(action -> action.name).toArray(String[]::new);
    }

    /**
     * That of this name.
     *
     * @throws ApiException 905 if there is none
     */
    static BulkAction of(String wanted) {
        return Arrays.stream(values())
                .filter(action -> action.name.equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        ApiException.parameter("Parameter 'action' must be one of " + String.join(", ", names())));
    }

    String wireName() {
        return name;
    }

    /**
     * What of these settings it takes.
     *
     * @throws ApiException 905 if one of them means nothing to it
     */
    Map<String, String> settings(Map<String, String> given) {
        for (String setting : given.keySet()) {
            if (!List.of(settings.split(" ", -1)).contains(setting)) {
                throw ApiException.parameter("The action '" + name + "' knows no setting '" + setting + "'");
            }
        }
        return given;
    }

    /** The request for one token. */
    Wanted about(String serial, Map<String, String> given) {
        Map<String, Object> parameters = new LinkedHashMap<>(given);
        parameters.put("serial", serial);
        return new Wanted(method, path.replace("<serial>", serial), parameters);
    }
}
