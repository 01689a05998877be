package org.symbolon.api.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a route says about itself to people and programs: the description of the API is made of it, and tests hold the
 * handlers to it.
 *
 * @param summary one sentence
 * @param parameters those that the handler looks at; a name with a part in pointed brackets stands for many
 * @param value what the envelope holds, or the body where there is no envelope
 * @param detail what stands beside the value, or null
 * @param contentType of an answer without an envelope, or null
 * @param refusals codes of errors and when they come, beside those that every route has
 */
public record RouteDescription(
        String summary,
        Map<String, Shape> parameters,
        Shape value,
        Shape detail,
        String contentType,
        Map<Integer, String> refusals) {

    private static final Pattern VARIABLE = Pattern.compile("<\\w+>");

    static final RouteDescription NONE = new RouteDescription("", Map.of(), null, null, null, Map.of());

    RouteDescription does(String text) {
        return new RouteDescription(text, parameters, value, detail, contentType, refusals);
    }

    RouteDescription takes(Map<String, Shape> more) {
        Map<String, Shape> all = new LinkedHashMap<>(parameters);
        more.forEach((name, shape) -> {
            if (all.putIfAbsent(name, shape) != null) {
                throw new IllegalStateException("The parameter " + name + " is described twice");
            }
        });
        return new RouteDescription(summary, Collections.unmodifiableMap(all), value, detail, contentType, refusals);
    }

    RouteDescription answers(Shape shape) {
        return new RouteDescription(summary, parameters, shape, detail, contentType, refusals);
    }

    RouteDescription tells(Shape shape) {
        return new RouteDescription(summary, parameters, value, shape, contentType, refusals);
    }

    RouteDescription answers(String type, Shape shape) {
        return new RouteDescription(summary, parameters, shape, detail, type, refusals);
    }

    RouteDescription refuses(int code, String when) {
        Map<Integer, String> more = new TreeMap<>(refusals);
        more.merge(code, when, (first, second) -> first + " " + second);
        return new RouteDescription(summary, parameters, value, detail, contentType, Collections.unmodifiableMap(more));
    }

    /** Whether the parameter is described, by its own name or by one that stands for many. */
    public boolean knows(String parameter) {
        return parameters.keySet().stream().anyMatch(name -> standsFor(name, parameter));
    }

    private static boolean standsFor(String name, String parameter) {
        return name.equals(parameter)
                || (standsForMany(name) && pattern(name).matcher(parameter).matches());
    }

    /** Whether a part of the name is in pointed brackets. */
    public static boolean standsForMany(String name) {
        return VARIABLE.matcher(name).find();
    }

    private static Pattern pattern(String name) {
        StringBuilder pattern = new StringBuilder();
        int start = 0;
        Matcher variable = VARIABLE.matcher(name);
        while (variable.find()) {
            pattern.append(Pattern.quote(name.substring(start, variable.start())))
                    .append(".*");
            start = variable.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(name.substring(start))).toString());
    }
}
