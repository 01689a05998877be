package org.symbolon.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ParameterException;

/** Says what went wrong in one line: our own explanation where the failure carries one, the first cause otherwise. */
final class ErrorLine {
    private ErrorLine() {}

    static String of(Throwable failure) {
        List<Throwable> chain = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
        String explanation = chain.stream()
                .map(ErrorLine::explain)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> describe(chain.get(chain.size() - 1)));
        return explanation.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static String explain(Throwable failure) {
        boolean written = failure instanceof CommandFailedException || failure instanceof ParameterException;
        return written ? failure.getMessage() : "";
    }

    private static String describe(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        return cause.getMessage() == null ? name : "%s: %s".formatted(name, cause.getMessage());
    }
}
