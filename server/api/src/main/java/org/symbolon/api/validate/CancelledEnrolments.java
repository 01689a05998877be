package org.symbolon.api.validate;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.login.BrakedLogins;
import org.symbolon.api.validate.KeyLogins.KeyHolder;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.auth.LoginAttempt;
import org.symbolon.command.auth.LoginSubject.Declining;
import org.symbolon.command.secret.Payer;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.LoginQuestion.Way;
import org.symbolon.projections.challenge.ChallengeView;
import org.symbolon.query.challenge.ListValidChallenges;
import org.symbolon.query.sending.QueryDispatcher;

/**
 * Log-ins of people who were right before, were asked to enrol a token on the way and want to do without. They name the transaction and
 * nobody: whose token was to be enrolled is the user of the request.
 */
@Component
class CancelledEnrolments {

    static final String PARAMETER = "cancel_enrollment";

    private final KeyLogins tokens;
    private final LoginRequests requests;
    private final Evidence evidence;
    private final CommandDispatcher commands;
    private final QueryDispatcher queries;
    private final BrakedLogins braked;
    private final Clock clock;

    CancelledEnrolments(
            KeyLogins tokens,
            LoginRequests requests,
            Evidence evidence,
            CommandDispatcher commands,
            QueryDispatcher queries,
            BrakedLogins braked,
            Clock clock) {
        this.tokens = tokens;
        this.requests = requests;
        this.evidence = evidence;
        this.commands = commands;
        this.queries = queries;
        this.braked = braked;
        this.clock = clock;
    }

    static boolean concern(Parameters parameters) {
        return parameters.flag(PARAMETER);
    }

    /**
     * The reply to whoever names a transaction.
     *
     * @throws ApiException 905 if he names none, 429 if he has named too many wrong ones
     */
    Reply decide(ApiRequest request, Way way, BiFunction<LoginRequest, Decision, Reply> answer) {
        String transactionId = Optional.ofNullable(LoginParameters.transaction(request.parameters()))
                .orElseThrow(() -> ApiException.parameter("Missing parameter: transaction_id"));
        Optional<KeyHolder> holder = holder(transactionId);
        LoginRequest login = requests.byKey(request, way, holder);
        Function<Decision, Reply> answered = decision -> answer.apply(login, decision);
        return braked.guard(
                request,
                holder.map(KeyHolder::account).orElseGet(() -> BrakedLogins.accountOfToken(transactionId)),
                () -> holder.map(found -> cancel(login, transactionId, found, answered))
                        .orElseGet(() -> answered.apply(Decision.notCancelled())));
    }

    /** Whose token is to be enrolled by the one challenge of a transaction; empty if it has none, or several. */
    private Optional<KeyHolder> holder(String transactionId) {
        List<ChallengeView> open =
                queries.list(new ListValidChallenges(transactionId, clock.instant()), ChallengeView.class);
        return open.size() == 1 ? tokens.holderOf(open.get(0).serial()) : Optional.empty();
    }

    private Reply cancel(
            LoginRequest login, String transactionId, KeyHolder holder, Function<Decision, Reply> answered) {
        holder.user().ifPresent(user -> login.request()
                .notes()
                .user(user.login())
                .realm(user.realm())
                .resolver(user.resolver()));
        Declining subject = new Declining(
                holder.serial(), holder.user().map(KnownUser::asOwner).orElse(null));
        LoginAttempt attempt = new LoginAttempt(
                Secret.EMPTY,
                transactionId,
                login.asked().terms(),
                LoginParameters.evidence(login.request(), login.request().parameters()),
                Payer.NOBODY);
        return commands.sendDecided(login.request(), evidence.attempts(subject, attempt), answered);
    }
}
