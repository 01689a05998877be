package org.symbolon.command.eventhandler.condition;

import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.SubjectToken;

/** What can be asked of what is counted: by handlers, and of tokens. */
public final class CounterConditions {

    private static final String TRIED = "count_auth";
    private static final String SUCCEEDED = "count_auth_success";

    private CounterConditions() {}

    /** A counter that nobody has counted is zero. */
    public static Predicate<HandledRequest> eventCounter(String wanted) {
        NamedComparison compared = NamedComparison.read(wanted);
        return request -> compared.holds(Long.toString(request.lookups().counter(compared.name())));
    }

    public static Predicate<HandledRequest> otpCounter(String wanted) {
        return counted(wanted, SubjectToken::counter);
    }

    public static Predicate<HandledRequest> tried(String wanted) {
        return counted(wanted, token -> token.counted(TRIED));
    }

    public static Predicate<HandledRequest> succeeded(String wanted) {
        return counted(wanted, token -> token.counted(SUCCEEDED));
    }

    public static Predicate<HandledRequest> failed(String wanted) {
        return counted(wanted, token -> token.counted(TRIED) - token.counted(SUCCEEDED));
    }

    public static Predicate<HandledRequest> failCounter(String wanted) {
        return counted(wanted, SubjectToken::failCount);
    }

    private static Predicate<HandledRequest> counted(String wanted, ToLongFunction<SubjectToken> number) {
        Comparison compared = Comparison.read(wanted);
        return TokenConditions.ofToken((token, request) -> compared.holds(number.applyAsLong(token)));
    }
}
