package org.symbolon.api.kernel.openapi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteDescription;
import org.symbolon.api.kernel.Shape;

/**
 * The description of the API as one page to read: no script, nothing from elsewhere, a paragraph for each route and a list of
 * all of them before it.
 */
final class DescriptionPage {

    private final Map<String, List<Route>> byTag = new LinkedHashMap<>();
    private final String version;
    private final StringBuilder html = new StringBuilder(1 << 18);

    DescriptionPage(Collection<Route> routes, String version) {
        this.version = version;
        OpenApiDocument.sorted(routes)
                .forEach(route -> byTag.merge(PathTemplate.of(route).tag(), List.of(route), DescriptionPage::joined));
    }

    private static List<Route> joined(List<Route> first, List<Route> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    String html() {
        html.append(
                        "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Symbolon: the API</title>")
                .append(
                        "<meta name=\"viewport\" content=\"width=device-width\"><link rel=\"stylesheet\" href=\"page.css\">")
                .append("</head>\n<body>\n<header><h1>Symbolon ")
                .append(escaped(version))
                .append(": the API</h1>");
        OpenApiDocument.ABOUT.forEach(
                text -> html.append("<p>").append(marked(text)).append("</p>"));
        html.append("<p>For programs: <a href=\"/openapi.json\">openapi.json</a> (OpenAPI 3.1).</p></header>\n<nav>");
        byTag.forEach(this::index);
        html.append("</nav>\n<main>");
        byTag.forEach((tag, routes) -> {
            html.append("<h2>").append(escaped(tag)).append("</h2>\n");
            routes.forEach(this::section);
        });
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private void index(String tag, List<Route> routes) {
        html.append("<section><h2>").append(escaped(tag)).append("</h2><ul>");
        routes.forEach(route -> html.append("<li><a href=\"#")
                .append(anchor(route))
                .append("\">")
                .append(name(route))
                .append("</a></li>"));
        html.append("</ul></section>\n");
    }

    private static String name(Route route) {
        String method = route.method();
        return "<b class=\"" + method.toLowerCase(Locale.ROOT) + "\">" + method + "</b> <code>"
                + escaped(route.template()) + "</code>";
    }

    private static String anchor(Route route) {
        return route.method() + escaped(route.template().replace('<', '{').replace('>', '}'));
    }

    private void section(Route route) {
        RouteDescription description = route.description();
        html.append("<article id=\"")
                .append(anchor(route))
                .append("\"><h3>")
                .append(name(route))
                .append("</h3><p>")
                .append(marked(description.summary()))
                .append(" <em>")
                .append(access(route))
                .append("</em></p>");
        if (!description.parameters().isEmpty()) {
            Set<String> inPath = Set.copyOf(PathTemplate.of(route).variables());
            html.append("<table><caption>Parameters</caption>");
            description.parameters().forEach((name, shape) -> parameter(name, shape, inPath.contains(name)));
            html.append("</table>");
        }
        html.append("<table><caption>Answer</caption>");
        if (description.value() != null) {
            answer(nameOfAnswer(description), description.value(), 0);
        }
        if (description.detail() != null) {
            answer("detail", description.detail(), 0);
        }
        Refusals.of(route)
                .forEach((code, when) -> row(Integer.toString(code), "HTTP " + Refusals.status(code), when, "refusal"));
        html.append("</table></article>\n");
    }

    private static String nameOfAnswer(RouteDescription description) {
        if (description.contentType() == null) {
            return "value";
        }
        return description.contentType().isEmpty() ? "204" : description.contentType();
    }

    private static String access(Route route) {
        return switch (route.access()) {
            case OPEN -> "Open.";
            case USER -> "Administrators, and users for themselves.";
            case ADMIN -> "Administrators.";
        };
    }

    private void parameter(String name, Shape shape, boolean inPath) {
        String need = inPath ? ", in the path" : shape.isRequired() ? ", required" : "";
        String preset = shape.preset() == null ? "" : " Default: `" + shape.preset() + "`.";
        row(name, type(shape) + need, shape.about() + preset, "");
        if (shape.kind() == Shape.Kind.OBJECT) {
            shape.fields().forEach((field, inside) -> answer(name + "." + field, inside, 1));
        }
    }

    private void answer(String name, Shape shape, int depth) {
        row(name, type(shape), shape.about(), depth == 0 ? "" : "inside");
        Shape inner = shape.element() == null ? shape : shape.element();
        String prefix = shape.element() == null ? name + "." : name + (shape.kind() == Shape.Kind.LIST ? "[]." : ".*.");
        inner.fields().forEach((field, inside) -> answer(prefix + field, inside, depth + 1));
    }

    private void row(String name, String type, String about, String style) {
        html.append(style.isEmpty() ? "<tr>" : "<tr class=\"" + style + "\">")
                .append("<th scope=\"row\"><code>")
                .append(escaped(name))
                .append("</code></th><td>")
                .append(escaped(type))
                .append("</td><td>")
                .append(marked(about))
                .append("</td></tr>");
    }

    private static String type(Shape shape) {
        String type = shape.choices().isEmpty()
                ? shape.kind().name().toLowerCase(Locale.ROOT)
                : String.join(" | ", shape.choices());
        String of = shape.element() == null || shape.element().kind() == Shape.Kind.ANYTHING
                ? ""
                : " of " + type(shape.element());
        return type + of + (shape.isNullable() ? " or null" : "");
    }

    /** What stands between backticks becomes code. */
    private static String marked(String text) {
        return escaped(text).replaceAll("`([^`]+)`", "<code>$1</code>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
