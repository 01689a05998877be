package org.symbolon.command.token;

import java.util.Set;
import java.util.function.Predicate;
import org.symbolon.command.tokentype.TypeDescription;

/**
 * The entries of a token's info that the server writes itself and goes by. Whoever enrols a token gives them, if at all, as the
 * parameters that there are for them, which are looked at.
 */
public final class KeptEntries {

    private static final Set<String> OF_ALL_TYPES = Set.of(
            "count_auth",
            "count_auth_max",
            "count_auth_success",
            "count_auth_success_max",
            "created_at",
            "failcounter_exceeded",
            "last_auth",
            "next_password_change",
            "next_pin_change",
            "tokenkind",
            "useTimeShift",
            "validity_period_end",
            "validity_period_start",
            AwaitedToken.MARK);

    private KeptEntries() {}

    /** Whether an entry of this name is kept of all tokens. */
    public static boolean isOfAll(String name) {
        return OF_ALL_TYPES.contains(name);
    }

    /** Whether an entry is kept of tokens of the type. */
    public static Predicate<String> of(TypeDescription type) {
        return name -> isOfAll(name) || type.keeps(name);
    }
}
