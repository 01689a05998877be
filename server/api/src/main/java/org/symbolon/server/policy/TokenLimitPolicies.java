package org.symbolon.server.policy;

import java.util.List;
import java.util.Optional;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.token.Room;
import org.symbolon.command.token.port.TokenCensus;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenLimit;
import org.symbolon.projections.token.CandidateRow;
import org.symbolon.projections.token.CandidateRows;
import org.symbolon.projections.token.TokenPlaceRow;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Refusals;
import org.symbolon.server.policy.action.EnrollmentActions;
import org.symbolon.server.policy.action.Scope;

/**
 * How many tokens a user may have and how many may be in a realm. It is looked at here, so that refusals come in their order,
 * and once more with the command, where nobody else can make a token at the same time.
 */
final class TokenLimitPolicies {

    static final String ANY_TYPE = "<type>";

    private final TokenQuestions questions;
    private final TokenCensus census;
    private final CandidateRows candidates;

    TokenLimitPolicies(TokenQuestions questions, TokenCensus census, CandidateRows candidates) {
        this.questions = questions;
        this.census = census;
        this.candidates = candidates;
    }

    /** One more in the realm of the user, or in that which a token without a user is put into. */
    PrePolicy oneMoreInRealm() {
        return PrePolicy.of("tokens in a realm", this::limitRealm, EnrollmentActions.MAX_TOKEN_PER_REALM);
    }

    /** One more of the user. */
    PrePolicy oneMoreOfUser() {
        return PrePolicy.of(
                "tokens of a user",
                this::limitUser,
                EnrollmentActions.MAX_TOKEN_PER_USER,
                EnrollmentActions.maxTokenPerUser(ANY_TYPE),
                EnrollmentActions.MAX_ACTIVE_TOKEN_PER_USER,
                EnrollmentActions.maxActiveTokenPerUser(ANY_TYPE));
    }

    /** Tokens that the user has already are put into use. */
    PrePolicy moreInUse() {
        return PrePolicy.of(
                "tokens of a user in use",
                this::limitUse,
                EnrollmentActions.MAX_ACTIVE_TOKEN_PER_USER,
                EnrollmentActions.maxActiveTokenPerUser(ANY_TYPE));
    }

    private void limitRealm(ApiRequest request) {
        if (!questions.hasScope(request, Scope.ENROLLMENT)) {
            return;
        }
        TokenTarget target = questions.target(request);
        target.realm()
                .flatMap(realm -> ofRealm(request, realm, serialOf(target)))
                .ifPresent(limit -> require(request, limit));
    }

    private void limitUser(ApiRequest request) {
        if (!questions.hasScope(request, Scope.ENROLLMENT)) {
            return;
        }
        TokenTarget target = questions.target(request);
        target.user().map(KnownUser::asOwner).ifPresent(owner -> {
            String type = target.type();
            String serial = serialOf(target);
            limits(request, owner, serial, List.of(type), false).forEach(limit -> require(request, limit));
            limits(request, owner, serial, List.of(type), true).forEach(limit -> require(request, limit));
        });
    }

    private static String serialOf(TokenTarget target) {
        return target.token().map(TokenPlaceRow::serial).orElse(null);
    }

    private void limitUse(ApiRequest request) {
        if (!questions.hasScope(request, Scope.ENROLLMENT)) {
            return;
        }
        TokenTarget target = questions.target(request);
        target.user().map(KnownUser::asOwner).ifPresent(owner -> {
            List<String> types = target.token()
                    .map(token -> List.of(token.type()))
                    .orElseGet(() -> candidates.ofOwner(owner).stream()
                            .map(CandidateRow::type)
                            .distinct()
                            .toList());
            limits(request, owner, null, types, true).forEach(limit -> RequestedLimits.add(request, limit));
        });
    }

    private Optional<TokenLimit> ofRealm(ApiRequest request, String realm, String serial) {
        return TokenLimits.ofRealm(questions.ask(request, EnrollmentActions.MAX_TOKEN_PER_REALM, realm), realm, serial);
    }

    private List<TokenLimit> limits(
            ApiRequest request, TokenOwner owner, String serial, List<String> types, boolean active) {
        return TokenLimits.ofUser(action -> questions.ask(request, action), owner, serial, types, active);
    }

    private void require(ApiRequest request, TokenLimit limit) {
        try {
            Room.require(limit, census);
        } catch (Refusal refusal) {
            throw Refusals.onTheWire(refusal);
        }
        RequestedLimits.add(request, limit);
    }
}
