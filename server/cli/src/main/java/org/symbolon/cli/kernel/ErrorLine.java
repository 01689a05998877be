package org.symbolon.cli.kernel;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.ParameterException;

/**
 * Says what went wrong in one line: our own explanation where the failure carries one, the words of the first cause otherwise. Names of
 * classes are for those who ask for them with {@code --debug}.
 */
public final class ErrorLine {
    private ErrorLine() {}

    public static String of(Throwable failure) {
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
        String words = Objects.requireNonNullElse(cause.getMessage(), "no reason is known");
        return "unexpected fault: %s (--debug shows where it came from)".formatted(words);
    }
}
