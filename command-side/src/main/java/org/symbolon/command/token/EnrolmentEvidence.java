package org.symbolon.command.token;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.port.KnownTokens;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.port.Inquiries;

/**
 * Gathers, before any lock or database connection is held, what the type of a token wants to know before a step of its enrolment.
 * The command that uses it asks the type again.
 */
public class EnrolmentEvidence {

    /** No type needs more, and one that never stops asking is cut short. */
    private static final int MOST_INQUIRIES = 3;

    private final KnownTokens known;
    private final TokenTypes types;
    private final Inquiries inquiries;
    private final SystemSettings settings;
    private final Randomness randomness;
    private final Clock clock;

    public EnrolmentEvidence(
            KnownTokens known,
            TokenTypes types,
            Inquiries inquiries,
            SystemSettings settings,
            Randomness randomness,
            Clock clock) {
        this.known = known;
        this.types = types;
        this.inquiries = inquiries;
        this.settings = settings;
        this.randomness = randomness;
        this.clock = clock;
    }

    /**
     * The command with what its type wants gathered, which may want more when it knows that. An answer that the command has already is
     * kept where it still is one. What is wrong with the request is told by who handles the command, when it is the time for that.
     */
    public EnrollToken prepared(EnrollToken command) {
        EnrollToken prepared = command;
        for (int asked = 0; asked < MOST_INQUIRIES; asked++) {
            Optional<Inquiry<?>> inquiry = unanswered(prepared);
            if (inquiry.isEmpty()) {
                return prepared;
            }
            prepared = prepared.with(answered(prepared.gathered(), inquiry.get()));
        }
        return prepared;
    }

    /** Takes back what was done outside for a command that came to nothing. */
    public void takeBack(EnrollToken command) {
        command.gathered().answers().forEach(inquiries::takeBack);
    }

    private Optional<Inquiry<?>> unanswered(EnrollToken command) {
        try {
            return types.find(command.parameters().getOrDefault("type", TokenTypes.DEFAULT))
                    .flatMap(type -> wanted(type, command))
                    .filter(inquiry -> !command.gathered().answers(inquiry));
        } catch (Refusal | SecretErasedException nothingToAsk) {
            return Optional.empty();
        }
    }

    private Optional<Inquiry<?>> wanted(TokenType type, EnrollToken command) {
        Map<String, String> parameters = command.parameters();
        String serial = parameters.getOrDefault("serial", "");
        Optional<KnownToken> token = serial.isEmpty()
                ? Optional.empty()
                : known.find(serial, parameters.get(EnrolmentSteps.TRANSACTION))
                        .filter(found -> found.type().equals(type.name()));
        EnrolmentRequest request = new EnrolmentRequest(
                serial,
                Optional.ofNullable(command.owner()),
                command.holder(),
                parameters,
                new Circumstances(clock.instant(), settings, randomness, command.terms()),
                token.map(KnownToken::token),
                token.flatMap(KnownToken::challenge),
                command.gathered());
        return type.gather(command.byOwner() ? type.boundedForOwner(request) : request);
    }

    private <A> Gathered answered(Gathered before, Inquiry<A> inquiry) {
        return before.and(inquiry, inquiries.answer(inquiry));
    }
}
