package org.symbolon.api.kernel.openapi;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.api.kernel.Route;

/** The description of the whole API in the form of OpenAPI 3.1, made of what the routes say of themselves. */
final class OpenApiDocument {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

    static final List<String> ABOUT = List.of(
            "Log in with `POST /auth`; the value's `token` goes bare, without `Bearer`, into the header `Authorization` of"
                    + " what follows.",
            "Parameters come in the query, in a form, as the fields of a JSON object, or in the path; the path wins over"
                    + " JSON, JSON over the query, the query over a form. Numbers may be texts, flags are true as `1` or"
                    + " `true`, lists may be texts with commas, and objects may be texts with JSON. A `nonce` is welcome"
                    + " everywhere: it comes back in the signed answer.",
            "Users who call what users may call act for themselves: `user`, `realm` and `resolver` are overwritten.");

    private final Collection<Route> routes;
    private final String version;

    OpenApiDocument(Collection<Route> routes, String version) {
        this.routes = routes;
        this.version = version;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("openapi", "3.1.0");
        json.put("info", info());
        json.put("servers", List.of(Map.of("url", "/")));
        json.put("paths", paths());
        json.put("components", components());
        return json;
    }

    private Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Symbolon");
        info.put("summary", "Multi-factor authentication over the REST API of eduMFA and privacyIDEA");
        info.put("description", String.join("\n\n", ABOUT));
        info.put("version", version);
        info.put("license", Map.of("name", "Apache License 2.0", "identifier", "Apache-2.0"));
        return info;
    }

    private Map<String, Object> paths() {
        Map<String, PathTemplate> forms = new LinkedHashMap<>();
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        for (Route route : sorted(routes)) {
            PathTemplate path = forms.computeIfAbsent(PathTemplate.of(route).form(), form -> PathTemplate.of(route));
            paths.computeIfAbsent(path.text(), text -> new LinkedHashMap<>())
                    .put(route.method().toLowerCase(Locale.ROOT), new Operation(route, path).json());
        }
        return new LinkedHashMap<>(paths);
    }

    /** By path, then in the order in which people think of methods. */
    static List<Route> sorted(Collection<Route> routes) {
        return routes.stream()
                .sorted(Comparator.comparing(Route::template)
                        .thenComparing(route -> METHODS.indexOf(route.method()))
                        .thenComparing(Route::method))
                .toList();
    }

    private static Map<String, Object> components() {
        Map<String, Object> login = new LinkedHashMap<>();
        login.put("type", "apiKey");
        login.put("in", "header");
        login.put("name", "Authorization");
        login.put("description", "The token that POST /auth answers, bare.");
        Map<String, Object> fault = new LinkedHashMap<>();
        fault.put("description", "The server is at fault: -500, or -600 where it is the database.");
        fault.put("content", Envelope.content(Envelope.ERROR));
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("schemas", Envelope.schemas());
        components.put("responses", Map.of("Fault", fault));
        components.put("securitySchemes", Map.of("login", login));
        return components;
    }
}
