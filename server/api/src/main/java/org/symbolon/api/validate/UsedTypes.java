package org.symbolon.api.validate;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Reply;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.user.CustomAttributes;
import org.symbolon.command.user.SetUserAttribute;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.user.UserKey;
import org.symbolon.policy.AskedLogin;

/**
 * Remembers with which type of token each user has logged in last by which program, where policies want him to be offered that first. It is
 * kept with the user, is written only when it changes, and for so many programs of a user and no more.
 */
@Component
public class UsedTypes {

    private static final Logger LOG = LoggerFactory.getLogger(UsedTypes.class);

    /** As privacyIDEA names what it keeps so. */
    private static final String PREFIX = "last_used_token_";

    private static final Pattern PROGRAM = Pattern.compile("[a-zA-Z0-9_-]{1,50}(?![a-zA-Z0-9_-])");
    private static final int MOST_PROGRAMS = 20;

    private final CustomAttributes attributes;
    private final CandidateTokens tokens;
    private final CommandDispatcher commands;

    UsedTypes(CustomAttributes attributes, CandidateTokens tokens, CommandDispatcher commands) {
        this.attributes = attributes;
        this.tokens = tokens;
        this.commands = commands;
    }

    /** The type that was used last; empty where nobody wants to know it. */
    Optional<String> lastOf(ApiRequest request, AskedLogin asked) {
        if (!isWanted(asked)) {
            return Optional.empty();
        }
        return program(request)
                .flatMap(program -> asked.user().map(attributes::internal).map(known -> known.get(PREFIX + program)));
    }

    private static boolean isWanted(AskedLogin asked) {
        return asked.answer().preferredByUse().value() != null;
    }

    /** What the program calls itself: the name before its version. */
    private static Optional<String> program(ApiRequest request) {
        Matcher name = PROGRAM.matcher(request.userAgent());
        return name.lookingAt() ? Optional.of(name.group()) : Optional.empty();
    }

    /** The reply to a decision after its commit is this one; what was used is remembered on the way. */
    BiFunction<Decision, Reply, Reply> after(LoginRequest login, BiFunction<Decision, Reply, Reply> otherwise) {
        return (decision, reply) -> {
            if (decision.accepted() && decision.denial() == null && isWanted(login.asked())) {
                login.user().ifPresent(user -> typeOf(decision).ifPresent(type -> remember(login, user, type)));
            }
            return otherwise.apply(decision, reply);
        };
    }

    private Optional<String> typeOf(Decision decision) {
        return Optional.ofNullable(decision.used().serial())
                .flatMap(tokens::withSerial)
                .map(Candidate::type);
    }

    private void remember(LoginRequest login, KnownUser user, String type) {
        if (login.usedLast().filter(type::equals).isPresent()) {
            return;
        }
        program(login.request()).ifPresent(program -> attributes
                .keyOf(user)
                .filter(key -> hasRoomFor(program, attributes.internal(user)))
                .ifPresent(key -> write(login.request(), key, program, type)));
    }

    private static boolean hasRoomFor(String program, Map<String, String> known) {
        return known.containsKey(PREFIX + program) || known.size() < MOST_PROGRAMS;
    }

    /** Whoever is in stays in, also where this cannot be kept. */
    private void write(ApiRequest request, UserKey user, String program, String type) {
        try {
            commands.sendQuietly(
                    request, new SetUserAttribute(user, PREFIX + program, type, CustomAttributes.INTERNAL));
        } catch (ApiException refusal) {
            LOG.debug("What was used last is not remembered: {}", refusal.getMessage());
        }
    }
}
