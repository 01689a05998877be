package org.symbolon.command.token;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.shared.TokenDates;

/** Finds out what an enrolment makes of a token, and changes nothing. */
final class EnrolmentDrafts {

    private final TokenTypes types;
    private final EnrolmentSteps steps;
    private final Clock clock;

    EnrolmentDrafts(TokenTypes types, EnrolmentSteps steps, Clock clock) {
        this.types = types;
        this.steps = steps;
        this.clock = clock;
    }

    TokenType typeOf(EnrollToken command) {
        return types.require(command.parameters().getOrDefault("type", TokenTypes.DEFAULT));
    }

    /** The request that the type is asked about, once it is known that the serial may be its token's. */
    EnrolmentRequest request(EnrollToken command, TokenType type, String serial, Optional<Aggregate<Token>> known) {
        known.ifPresent(token -> requireSameType(serial, token.invoke(Token::type), type));
        return steps.request(command, type, serial, known.map(token -> token.invoke(found -> found)));
    }

    EnrolmentDraft of(EnrollToken command, TokenOrigin origin, TokenType type, EnrolmentRequest request) {
        boolean byLogin = command.isByLogin();
        EnrolmentStep made = EnrolmentSteps.taken(type, request, command.session());
        EnrolmentStep step = command.toBeVerified() ? EnrolmentSteps.unverified(made, type, request, byLogin) : made;
        EnrolledInfo info = EnrolledInfo.of(infoFor(command, origin, type, step), type, step, request);
        String description = Limits.check("description", command.parameters().get("description"), Limits.DESCRIPTION);
        boolean keptAlready = request.token()
                .filter(token -> type.isKeptAlready(token, request, step))
                .isPresent();
        return new EnrolmentDraft(step, info, origin.realmsFor(command), keptAlready, description);
    }

    private static void requireSameType(String serial, String known, TokenType asked) {
        if (!known.equals(asked.name())) {
            throw Refusal.tokenAdmin("initToken failed: token '" + serial + "' already exist with type '" + known
                    + "'. Can not initialize token with new type '" + asked.name() + "'");
        }
    }

    private Map<String, String> infoFor(
            EnrollToken command, TokenOrigin origin, TokenType type, EnrolmentStep enrolment) {
        Map<String, String> info = new HashMap<>(command.info());
        removedFrom(command).forEach(info::remove);
        command.parameters().forEach((name, value) -> {
            if (name.startsWith(type.name() + ".") && !type.describe().isSecret(name)) {
                info.put(name, value);
            }
        });
        putValidity(command, info, "validity_period_start", "start");
        putValidity(command, info, "validity_period_end", "end");
        String timeShift = command.parameters().getOrDefault("useTimeShift", "default");
        if (!timeShift.equals("default")) {
            info.put("useTimeShift", timeShift);
        }
        info.put("tokenkind", Objects.requireNonNullElse(enrolment.tokenKind(), origin.tokenKind()));
        info.put("created_at", TokenDates.toMicroseconds(clock.instant()));
        info.keySet().forEach(key -> Limits.check("info", key, Limits.INFO_KEY));
        return info;
    }

    /** The entries of the info that are to go. */
    static List<String> removedFrom(EnrollToken command) {
        return command.info().keySet().stream()
                .filter(key -> command.info().get(key) == null)
                .toList();
    }

    private static void putValidity(EnrollToken command, Map<String, String> info, String name, String which) {
        String typed = command.parameters().get(name);
        if (typed == null || typed.isEmpty()) {
            return;
        }
        info.put(name, TokenDates.normalised(typed).orElseThrow(() -> unreadable(which)));
    }

    /** The refusal of a validity period's date: which is {@code start} or {@code end}. */
    private static Refusal unreadable(String which) {
        return Refusal.tokenAdmin("Could not parse validity period " + which + " date!");
    }
}
