package org.symbolon.endtoend.management;

import java.util.Set;
import java.util.stream.Collectors;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;

/** What a server has measured, as Prometheus reads it. */
record Metrics(String text) {

    static Metrics of(ApiClient client) {
        Answer answer = client.get("/metrics");
        if (answer.status() != 200) {
            throw new IllegalStateException("No metrics: " + answer.status());
        }
        return new Metrics(answer.body());
    }

    /** The value of a series, 0 if there is none; labels in the order of the alphabet, as in {@code a{x="1",y="2"}}. */
    double value(String series) {
        return text.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    /** All series, without their values. */
    Set<String> series() {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toSet());
    }

    /** The names, as queries name them. */
    Set<String> names() {
        return series().stream().map(series -> series.replaceAll("\\{.*", "")).collect(Collectors.toSet());
    }
}
