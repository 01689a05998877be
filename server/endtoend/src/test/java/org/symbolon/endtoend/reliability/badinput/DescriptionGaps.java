package org.symbolon.endtoend.reliability.badinput;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteDescription;
import org.symbolon.api.kernel.Shape;
import org.symbolon.endtoend.harness.SoundRequest;

/** What the description of a route leaves out or says too much. */
final class DescriptionGaps {

    private static final Pattern VARIABLE = Pattern.compile("<(\\w+)>");

    private DescriptionGaps() {}

    static List<String> of(Route route, List<SoundRequest> sounds) {
        RouteDescription description = route.description();
        List<String> gaps = new ArrayList<>();
        if (!description.summary().matches("[A-Z].{8,118}\\.")) {
            gaps.add("no sentence about what it does");
        }
        if (description.value() == null && sounds.stream().anyMatch(sound -> sound.status() < 300)) {
            gaps.add("nothing about its answer");
        }
        named(route, sounds).stream()
                .filter(name -> !description.knows(name))
                .forEach(name -> gaps.add("nothing about its parameter " + name));
        description.parameters().forEach((name, shape) -> check(name, shape, gaps));
        description.refusals().forEach((code, when) -> {
            if (when.isBlank()) {
                gaps.add("nothing about the error " + code);
            }
        });
        return gaps;
    }

    private static Set<String> named(Route route, List<SoundRequest> sounds) {
        Set<String> named = new LinkedHashSet<>();
        VARIABLE.matcher(route.template())
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(named::add);
        sounds.forEach(sound -> {
            named.addAll(sound.values().keySet());
            named.addAll(sound.further());
        });
        named.remove("nonce");
        return named;
    }

    private static void check(String name, Shape shape, List<String> gaps) {
        if (shape.about().isBlank()) {
            gaps.add("nothing about what its parameter " + name + " is");
        }
    }
}
