package org.symbolon.command.eventhandler.condition;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.events.shared.Network;

/** What can be asked of where a request comes from, and of its answer. */
public final class GeneralConditions {

    private static final String RESULT = "result";
    private static final String DETAIL = "detail";

    private GeneralConditions() {}

    /**
     * The client is in one of the networks, and in none that is excluded; of an unknown client nothing is asked.
     *
     * @throws Refusal 905 if one is none
     */
    public static Predicate<HandledRequest> clientIp(String wanted) {
        List<String> parts = Stream.of(wanted.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        List<Network> excluded = parts.stream()
                .filter(GeneralConditions::isExclusion)
                .map(part -> network(part.substring(1).strip()))
                .toList();
        List<Network> included = parts.stream()
                .filter(part -> !isExclusion(part))
                .map(GeneralConditions::network)
                .toList();
        return request -> request.event().client().isEmpty() || (isIn(included, request) && !isIn(excluded, request));
    }

    private static boolean isIn(List<Network> networks, HandledRequest request) {
        return request.client()
                .filter(client -> networks.stream().anyMatch(network -> network.contains(client)))
                .isPresent();
    }

    private static boolean isExclusion(String part) {
        return part.startsWith("-") || part.startsWith("!");
    }

    private static Network network(String text) {
        return Network.parse(text).orElseThrow(() -> Refusal.parameter("This is no network: '" + text + "'"));
    }

    public static Predicate<HandledRequest> resultValue(String wanted) {
        return isTruth(wanted, RESULT, "value");
    }

    public static Predicate<HandledRequest> resultStatus(String wanted) {
        return isTruth(wanted, RESULT, "status");
    }

    private static Predicate<HandledRequest> isTruth(String wanted, String... path) {
        boolean truth = Truth.of(wanted);
        return request -> Truth.of(request.event().answer().text(path)) == truth;
    }

    public static Predicate<HandledRequest> detailErrorMessage(String wanted) {
        return isFound(wanted, DETAIL, "error", "message");
    }

    public static Predicate<HandledRequest> detailMessage(String wanted) {
        return isFound(wanted, DETAIL, "message");
    }

    private static Predicate<HandledRequest> isFound(String wanted, String... path) {
        BoundedExpression expression = BoundedExpression.of(wanted);
        return request -> Optional.of(request.event().answer().text(path))
                .filter(text -> !text.isEmpty())
                .filter(expression::isFoundIn)
                .isPresent();
    }
}
