package org.symbolon.api.validate;

import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Discoverable;
import org.symbolon.command.tokentype.Discoverable.Invitation;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.policy.LoginPolicies;
import org.symbolon.policy.LoginQuestion;
import org.symbolon.policy.LoginQuestion.Way;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.matching.PolicyRefusal;

/** How log-ins of people begin who do not say who they are, and whether any can. */
@Component
public class Invitations {

    private final TokenTypes types;
    private final LoginPolicies policies;
    private final SystemSettings settings;
    private final Randomness randomness;
    private final Clock clock;
    private final boolean toServer;

    Invitations(
            TokenTypes types,
            LoginPolicies policies,
            SystemSettings settings,
            Randomness randomness,
            Clock clock,
            @Value("${symbolon.passkey-login:true}") boolean toServer) {
        this.types = types;
        this.policies = policies;
        this.settings = settings;
        this.randomness = randomness;
        this.clock = clock;
        this.toServer = toServer;
    }

    /**
     * What is told so that any device can answer.
     *
     * @throws Refusal 303 if policies do not say for which domain
     */
    Invitation of(TokenType type, LoginTerms terms) {
        TypeTerms said = new TypeTerms(terms.saidTo(type.name()));
        return ((Discoverable) type).invitation(new Circumstances(clock.instant(), settings, randomness, said));
    }

    /** Whether anybody can log in to the server itself so, as far as policies say of whomever. */
    public boolean areThereToServer(AskedPolicies asked) {
        return toServer
                && types.types().stream().filter(Discoverable.class::isInstance).anyMatch(type -> isThere(type, asked));
    }

    private boolean isThere(TokenType type, AskedPolicies asked) {
        try {
            LoginTerms terms = policies.ask(
                            new LoginQuestion(Way.TRIGGER, asked, name -> Optional.empty(), Optional.empty()))
                    .terms();
            return !terms.disable(type.name())
                    && !of(type, terms).relyingPartyId().isEmpty();
        } catch (Refusal | PolicyRefusal undecided) {
            return false;
        }
    }
}
