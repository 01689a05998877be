package org.symbolon.command.eventhandler.condition;

import org.symbolon.command.eventhandler.fact.HandledRequest;

/** What can be asked of what is counted: by handlers, and of tokens. */
public final class CounterConditions {

    private static final String TRIED = "count_auth";
    private static final String SUCCEEDED = "count_auth_success";

    private CounterConditions() {}

    /** A counter that nobody has counted is zero. */
    public static boolean eventCounter(String wanted, HandledRequest request) {
        Comparison.Named compared = Comparison.Named.read(wanted);
        return compared.holds(Long.toString(request.lookups().counter(compared.name())));
    }

    public static boolean otpCounter(String wanted, HandledRequest request) {
        return TokenConditions.ofToken(request, token -> Comparison.holds(token.counter(), wanted));
    }

    public static boolean tried(String wanted, HandledRequest request) {
        return TokenConditions.ofToken(request, token -> Comparison.holds(token.counted(TRIED), wanted));
    }

    public static boolean succeeded(String wanted, HandledRequest request) {
        return TokenConditions.ofToken(request, token -> Comparison.holds(token.counted(SUCCEEDED), wanted));
    }

    public static boolean failed(String wanted, HandledRequest request) {
        return TokenConditions.ofToken(
                request, token -> Comparison.holds(token.counted(TRIED) - token.counted(SUCCEEDED), wanted));
    }

    public static boolean failCounter(String wanted, HandledRequest request) {
        return TokenConditions.ofToken(request, token -> Comparison.holds(token.failCount(), wanted));
    }
}
