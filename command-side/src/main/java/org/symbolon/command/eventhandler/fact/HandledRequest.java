package org.symbolon.command.eventhandler.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.symbolon.command.eventhandler.port.HandlerLookups;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Network;

/**
 * All that handlers go by of one request. Its user and its tokens are looked up when somebody asks for them, once: a handler without
 * a condition on them costs no question to anybody. Belongs to one thread.
 */
public final class HandledRequest {

    private static final String SERIAL = "serial";

    private final RaisedEvent event;
    private final HandlerLookups lookups;
    private final Supplier<Optional<Network.Bits>> client;
    private final Supplier<Optional<KnownUser>> user;
    private final Supplier<List<SubjectToken>> tokens;
    private final Supplier<Map<String, String>> ownerInfo;
    private final SubjectToken subject;
    private final Map<Object, Boolean> answers = new HashMap<>();

    public HandledRequest(RaisedEvent event, HandlerLookups lookups) {
        this(event, lookups, null);
    }

    /** One that is about this token, and whoever has it, or had it; there may be no such token any more. Null: as the request says. */
    public HandledRequest(RaisedEvent event, HandlerLookups lookups, SubjectToken subject) {
        this.subject = subject;
        this.event = event;
        this.lookups = lookups;
        this.client = new Once<>(() -> Network.address(event.client()));
        this.user = new Once<>(this::findUser);
        this.tokens = new Once<>(this::findTokens);
        this.ownerInfo = new Once<>(() -> owner().map(lookups::infoOf).orElse(Map.of()));
    }

    public RaisedEvent event() {
        return event;
    }

    /** Whoever else must be asked. */
    public HandlerLookups lookups() {
        return lookups;
    }

    /** The answer to a question about it, which is asked when the first wants to know. */
    public boolean answer(Object question, BooleanSupplier asking) {
        Boolean known = answers.get(question);
        if (known == null) {
            known = asking.getAsBoolean();
            answers.put(question, known);
        }
        return known;
    }

    /** The address that counts as the client's; empty if it is none. */
    public Optional<Network.Bits> client() {
        return client.get();
    }

    /** Whom the request names, or else the owner of the token that it names; somebody who does not exist is nobody. */
    public Optional<KnownUser> user() {
        return user.get();
    }

    /** The serial that the request names, or else its answer; empty if neither does. */
    public String serial() {
        String named = event.parameter(SERIAL);
        return named.isEmpty() ? event.answer().text("detail", SERIAL) : named;
    }

    /** The serials that the event is about: as {@link #serial}, or else what the audit is told of. */
    public List<String> serials() {
        String named = serial();
        String all = named.isEmpty() ? event.noted() : named;
        return List.of(all.split(",")).stream()
                .map(String::strip)
                .filter(serial -> !serial.isEmpty())
                .distinct()
                .toList();
    }

    /** The token with the serial of the request; where it names none, all of its user. */
    public List<SubjectToken> tokens() {
        return tokens.get();
    }

    /** The token that the request is about; empty unless there is exactly one. */
    public Optional<SubjectToken> token() {
        return tokens().size() == 1 ? Optional.of(tokens().get(0)) : Optional.empty();
    }

    /** The owner of the token that the request is about, or else its user. */
    public Optional<KnownUser> owner() {
        return token().map(SubjectToken::owner).flatMap(lookups::owner).or(this::user);
    }

    /** All that is known of the owner; empty if there is none. */
    public Map<String, String> ownerInfo() {
        return ownerInfo.get();
    }

    private Optional<KnownUser> findUser() {
        String login = event.parameter("user").isEmpty() && event.event().equals("auth")
                ? event.parameter("username")
                : event.parameter("user");
        if (!login.isEmpty()) {
            return lookups.user(login, event.parameter("realm"), event.parameter("resolver"));
        }
        return event.parameter(SERIAL).isEmpty()
                ? Optional.empty()
                : token().map(SubjectToken::owner).flatMap(lookups::owner);
    }

    private List<SubjectToken> findTokens() {
        if (subject != null) {
            return List.of(subject);
        }
        String serial = serial();
        return serial.isEmpty()
                ? user().map(lookups::tokensOf).orElse(List.of())
                : lookups.token(serial).stream().toList();
    }

    @Override
    public String toString() {
        return "HandledRequest[" + event + "]";
    }

    /** Asks at most once. */
    private static final class Once<T> implements Supplier<T> {

        private Supplier<T> question;
        private T answer;

        Once(Supplier<T> question) {
            this.question = question;
        }

        @Override
        public T get() {
            if (question != null) {
                answer = question.get();
                question = null;
            }
            return answer;
        }
    }
}
