package org.symbolon.cli.janitor;

import java.util.List;

/** The columns of eduMFA's table of tokens, as far as they are no secrets. */
final class TokenColumns {

    static final List<String> NAMES = List.of(
            "id",
            "serial",
            "tokentype",
            "description",
            "active",
            "revoked",
            "locked",
            "count",
            "count_window",
            "sync_window",
            "failcount",
            "maxfail",
            "otplen",
            "rollout_state");

    private TokenColumns() {}

    /** As text, in which truth is {@code True} or {@code False}; null where there is none. */
    static String text(StockedToken token, String column) {
        Object value =
                switch (column) {
                    case "id" -> token.number();
                    case "serial" -> token.serial();
                    case "tokentype" -> token.type();
                    default -> token.columns().get(column);
                };
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        return value == null ? null : value.toString();
    }
}
