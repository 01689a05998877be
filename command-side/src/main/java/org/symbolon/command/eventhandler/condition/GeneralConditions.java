package org.symbolon.command.eventhandler.condition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.events.shared.Network;

/** What can be asked of where a request comes from, and of its answer. */
public final class GeneralConditions {

    private static final String RESULT = "result";
    private static final String DETAIL = "detail";

    private GeneralConditions() {}

    /** The client is in one of the networks, and in none that is excluded. */
    public static boolean clientIp(String wanted, HandledRequest request) {
        String client = request.event().client();
        if (client.isEmpty()) {
            return true;
        }
        List<String> parts = Stream.of(wanted.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        boolean excluded = parts.stream()
                .filter(GeneralConditions::isExclusion)
                .anyMatch(part -> network(part.substring(1).strip()).contains(client));
        boolean found = parts.stream().filter(part -> !isExclusion(part)).anyMatch(part -> network(part)
                .contains(client));
        return found && !excluded;
    }

    private static boolean isExclusion(String part) {
        return part.startsWith("-") || part.startsWith("!");
    }

    private static Network network(String text) {
        return Network.parse(text).orElseThrow(() -> Refusal.parameter("This is no network: '" + text + "'"));
    }

    public static boolean resultValue(String wanted, HandledRequest request) {
        return Truth.of(request.event().answer().text(RESULT, "value")) == Truth.of(wanted);
    }

    public static boolean resultStatus(String wanted, HandledRequest request) {
        return Truth.of(request.event().answer().text(RESULT, "status")) == Truth.of(wanted);
    }

    public static boolean detailErrorMessage(String wanted, HandledRequest request) {
        return isFound(wanted, request, DETAIL, "error", "message");
    }

    public static boolean detailMessage(String wanted, HandledRequest request) {
        return isFound(wanted, request, DETAIL, "message");
    }

    private static boolean isFound(String wanted, HandledRequest request, String... path) {
        Optional<String> text = Optional.of(request.event().answer().text(path)).filter(found -> !found.isEmpty());
        return text.filter(BoundedExpression.of(wanted)::isFoundIn).isPresent();
    }
}
