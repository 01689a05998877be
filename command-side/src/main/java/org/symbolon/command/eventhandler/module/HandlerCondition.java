package org.symbolon.command.eventhandler.module;

import java.util.List;
import java.util.Optional;
import org.symbolon.command.eventhandler.module.Choices.Kind;

/**
 * What can be asked of a request before a handler acts: the same for all modules.
 *
 * @param form how the value is read
 * @param group under which heading it is shown
 */
public record HandlerCondition(String name, Form form, Group group, Optional<Choices> choices, String description) {

    /** How the value of a condition is read. */
    public enum Form {
        TEXT,
        SEVERAL,
        EXPRESSION
    }

    /** What a condition is about. */
    public enum Group {
        TOKEN,
        USER,
        GENERAL,
        COUNTER
    }

    private static final String COMPARED = " such as 4, >3 or <=10.";

    private static final List<HandlerCondition> ALL = List.of(
            text(
                    "client_ip",
                    Group.GENERAL,
                    "Addresses and networks of the client, with commas; - before one excludes."),
            chosen("realm", Group.USER, Choices.existing(Kind.REALMS), "The realm of the user."),
            chosen("resolver", Group.USER, Choices.existing(Kind.RESOLVERS), "The resolver of the user."),
            chosen("logged_in_user", Group.USER, Choices.of("admin", "user"), "The role of who sent the request."),
            chosen("result_value", Group.GENERAL, Choices.TRUTH, "The value in the answer."),
            chosen("result_status", Group.GENERAL, Choices.TRUTH, "The status in the answer."),
            chosen("token_locked", Group.TOKEN, Choices.TRUTH, "Whether the token has reached its limit of failures."),
            several("tokenrealm", Kind.REALMS, "The token is in one of these realms."),
            several("tokenresolver", Kind.RESOLVERS, "The realms of the token have one of these resolvers."),
            new HandlerCondition(
                    "serial",
                    Form.EXPRESSION,
                    Group.TOKEN,
                    Optional.empty(),
                    "The serial begins with this expression."),
            text("user_token_number", Group.USER, "How many tokens the user has," + COMPARED),
            text("detail_error_message", Group.GENERAL, "An expression that is found in the text of the error."),
            text("detail_message", Group.GENERAL, "An expression that is found in the message of the answer."),
            text("counter", Group.COUNTER, "The value of an event counter, such as failures > 3."),
            several("tokentype", Kind.TOKEN_TYPES, "The token is of one of these types."),
            chosen("token_has_owner", Group.TOKEN, Choices.TRUTH, "Whether the token belongs to anybody."),
            chosen("token_is_orphaned", Group.TOKEN, Choices.TRUTH, "Whether its owner is found no more."),
            chosen("token_validity_period", Group.TOKEN, Choices.TRUTH, "Whether the token is valid now."),
            text("otp_counter", Group.COUNTER, "The counter of the token," + COMPARED),
            text("last_auth", Group.TOKEN, "The last success is longer ago than this: 7h, 10d or 1y."),
            text("count_auth", Group.COUNTER, "How often the token was tried," + COMPARED),
            text("count_auth_success", Group.COUNTER, "How often with success," + COMPARED),
            text("count_auth_fail", Group.COUNTER, "How often without," + COMPARED),
            text("failcounter", Group.COUNTER, "The fail counter," + COMPARED),
            text("tokeninfo", Group.TOKEN, "An entry of the token's info, such as key == value or key < {now}-3d."),
            text("rollout_state", Group.TOKEN, "The state of the enrolment."));

    /** In the order in which they are shown. */
    public static List<HandlerCondition> all() {
        return ALL;
    }

    public static boolean exists(String name) {
        return ALL.stream().anyMatch(condition -> condition.name().equals(name));
    }

    private static HandlerCondition text(String name, Group group, String description) {
        return new HandlerCondition(name, Form.TEXT, group, Optional.empty(), description);
    }

    private static HandlerCondition chosen(String name, Group group, Choices choices, String description) {
        return new HandlerCondition(name, Form.TEXT, group, Optional.of(choices), description);
    }

    private static HandlerCondition several(String name, Kind kind, String description) {
        return new HandlerCondition(name, Form.SEVERAL, Group.TOKEN, Optional.of(Choices.existing(kind)), description);
    }
}
