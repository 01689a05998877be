package org.symbolon.command.eventhandler.module;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.condition.CounterConditions;
import org.symbolon.command.eventhandler.condition.GeneralConditions;
import org.symbolon.command.eventhandler.condition.TokenConditions;
import org.symbolon.command.eventhandler.condition.UserConditions;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.module.Choices.Kind;

/**
 * What can be asked of a request before a handler acts: the same for all modules.
 *
 * @param form how the value is read
 * @param group under which heading it is shown
 * @param reader what it asks of a request
 */
public record HandlerCondition(
        String name, Form form, Group group, Optional<Choices> choices, String description, Reader reader) {

    /** Makes of the text of a condition, once, what is asked of many requests. */
    @FunctionalInterface
    public interface Reader {

        /**
         * Reads it.
         *
         * @throws Refusal 905 if it is malformed
         */
        Predicate<HandledRequest> read(String wanted);
    }

    /** How the value of a condition is read. */
    public enum Form {
        TEXT,
        SEVERAL,
        EXPRESSION
    }

    /** What a condition is about; first what costs nothing to know, then what must be looked up. */
    public enum Group {
        GENERAL,
        USER,
        TOKEN,
        COUNTER
    }

    private static final String COMPARED = " such as 4, >3 or <=10.";

    private static final List<HandlerCondition> ALL = List.of(
            text(
                    "client_ip",
                    Group.GENERAL,
                    "Addresses and networks of the client, with commas; - before one excludes.",
                    GeneralConditions::clientIp),
            chosen("realm", Group.USER, Choices.existing(Kind.REALMS), "The realm of the user.", UserConditions::realm),
            chosen(
                    "resolver",
                    Group.USER,
                    Choices.existing(Kind.RESOLVERS),
                    "The resolver of the user.",
                    UserConditions::resolver),
            chosen(
                    "logged_in_user",
                    Group.USER,
                    Choices.of("admin", "user"),
                    "The role of who sent the request.",
                    UserConditions::loggedInUser),
            chosen(
                    "result_value",
                    Group.GENERAL,
                    Choices.TRUTH,
                    "The value in the answer.",
                    GeneralConditions::resultValue),
            chosen(
                    "result_status",
                    Group.GENERAL,
                    Choices.TRUTH,
                    "The status in the answer.",
                    GeneralConditions::resultStatus),
            chosen(
                    "token_locked",
                    Group.TOKEN,
                    Choices.TRUTH,
                    "Whether the token has reached its limit of failures.",
                    TokenConditions::isLocked),
            several("tokenrealm", Kind.REALMS, "The token is in one of these realms.", TokenConditions::realms),
            several(
                    "tokenresolver",
                    Kind.RESOLVERS,
                    "The realms of the token have one of these resolvers.",
                    TokenConditions::resolvers),
            new HandlerCondition(
                    "serial",
                    Form.EXPRESSION,
                    Group.TOKEN,
                    Optional.empty(),
                    "The serial begins with this expression.",
                    TokenConditions::serial),
            text(
                    "user_token_number",
                    Group.USER,
                    "How many tokens the user has," + COMPARED,
                    UserConditions::tokenNumber),
            text(
                    "detail_error_message",
                    Group.GENERAL,
                    "An expression that is found in the text of the error.",
                    GeneralConditions::detailErrorMessage),
            text(
                    "detail_message",
                    Group.GENERAL,
                    "An expression that is found in the message of the answer.",
                    GeneralConditions::detailMessage),
            text(
                    "counter",
                    Group.COUNTER,
                    "The value of an event counter, such as failures > 3.",
                    CounterConditions::eventCounter),
            several("tokentype", Kind.TOKEN_TYPES, "The token is of one of these types.", TokenConditions::type),
            chosen(
                    "token_has_owner",
                    Group.TOKEN,
                    Choices.TRUTH,
                    "Whether the token belongs to anybody.",
                    TokenConditions::hasOwner),
            chosen(
                    "token_is_orphaned",
                    Group.TOKEN,
                    Choices.TRUTH,
                    "Whether its owner is found no more.",
                    TokenConditions::isOrphaned),
            chosen(
                    "token_validity_period",
                    Group.TOKEN,
                    Choices.TRUTH,
                    "Whether the token is valid now.",
                    TokenConditions::isValid),
            text("otp_counter", Group.COUNTER, "The counter of the token," + COMPARED, CounterConditions::otpCounter),
            text(
                    "last_auth",
                    Group.TOKEN,
                    "The last success is longer ago than this: 7h, 10d or 1y.",
                    TokenConditions::lastUse),
            text("count_auth", Group.COUNTER, "How often the token was tried," + COMPARED, CounterConditions::tried),
            text(
                    "count_auth_success",
                    Group.COUNTER,
                    "How often with success," + COMPARED,
                    CounterConditions::succeeded),
            text("count_auth_fail", Group.COUNTER, "How often without," + COMPARED, CounterConditions::failed),
            text("failcounter", Group.COUNTER, "The fail counter," + COMPARED, CounterConditions::failCounter),
            text(
                    "tokeninfo",
                    Group.TOKEN,
                    "An entry of the token's info, such as key == value or key < {now}-3d.",
                    TokenConditions::info),
            text("rollout_state", Group.TOKEN, "The state of the enrolment.", TokenConditions::rolloutState));

    /** In the order in which they are shown. */
    public static List<HandlerCondition> all() {
        return ALL;
    }

    /**
     * What it asks of requests if its text is this. The text is read when a request first gets so far; one that is malformed is
     * refused each time.
     */
    public Predicate<HandledRequest> wanting(String text) {
        return new Wanting(new Question(name, text), reader);
    }

    /** Two that are alike have one answer. */
    private record Question(String condition, String text) {}

    private static final class Wanting implements Predicate<HandledRequest> {

        private final Question question;
        private final Reader reader;
        private volatile Predicate<HandledRequest> read;

        Wanting(Question question, Reader reader) {
            this.question = question;
            this.reader = reader;
        }

        /** However many handlers want to know it of a request, it is found out once. */
        @Override
        public boolean test(HandledRequest request) {
            return request.answer(question, () -> reading().test(request));
        }

        private Predicate<HandledRequest> reading() {
            Predicate<HandledRequest> asked = read;
            if (asked == null) {
                asked = reader.read(question.text());
                read = asked;
            }
            return asked;
        }
    }

    public static boolean exists(String name) {
        return find(name).isPresent();
    }

    public static Optional<HandlerCondition> find(String name) {
        return ALL.stream().filter(condition -> condition.name().equals(name)).findFirst();
    }

    private static HandlerCondition text(String name, Group group, String description, Reader reader) {
        return new HandlerCondition(name, Form.TEXT, group, Optional.empty(), description, reader);
    }

    private static HandlerCondition chosen(
            String name, Group group, Choices choices, String description, Reader reader) {
        return new HandlerCondition(name, Form.TEXT, group, Optional.of(choices), description, reader);
    }

    private static HandlerCondition several(String name, Kind kind, String description, Reader reader) {
        return new HandlerCondition(
                name, Form.SEVERAL, Group.TOKEN, Optional.of(Choices.existing(kind)), description, reader);
    }
}
