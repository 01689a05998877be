package org.symbolon.api.challenge;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.login.RequestUsers;
import org.symbolon.api.validate.LoginRequests;
import org.symbolon.policy.LoginActions;
import org.symbolon.policy.LoginQuestion;
import org.symbolon.projections.challenge.ChallengeView;
import org.symbolon.projections.token.CandidateRow;
import org.symbolon.projections.token.CandidateRows;
import org.symbolon.query.challenge.ListValidChallenges;
import org.symbolon.query.sending.QueryDispatcher;

/** Tells a client that waits whether a challenge has been answered elsewhere. It uses nothing up. */
@Component
public class PollEndpoint implements Endpoint {

    private static final String POLL = "/validate/polltransaction";
    private static final String TRANSACTION = "transaction_id";

    private final LoginRequests requests;
    private final QueryDispatcher queries;
    private final CandidateRows tokens;
    private final RequestUsers users;
    private final Clock clock;

    public PollEndpoint(
            LoginRequests requests, QueryDispatcher queries, CandidateRows tokens, RequestUsers users, Clock clock) {
        this.requests = requests;
        this.queries = queries;
        this.tokens = tokens;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        Route poll = Route.open("GET", POLL, this::poll)
                .asks(LoginActions.of(LoginQuestion.Way.POLL))
                .raises("validate_poll_transaction")
                .does("Tells whether a challenge was answered elsewhere; uses nothing up.")
                .takes(TRANSACTION, Shape.text("The transaction.").required())
                .answers(Shape.flag("Whether the answer was right."))
                .tells(Shape.fields("")
                        .with(
                                "challenge_status",
                                Shape.choice("How it stands.", "accept", "declined", "cancelled", "pending")))
                .refuses(303, "A policy wants an API key.");
        return List.of(poll, poll.at(POLL + "/<" + TRANSACTION + ">"));
    }

    private Reply poll(ApiRequest request) {
        String transactionId = requests.poll(request).parameters().required(TRANSACTION);
        List<ChallengeView> valid =
                queries.list(new ListValidChallenges(transactionId, clock.instant()), ChallengeView.class);
        List<ChallengeView> answered = those(valid, ChallengeView::answered);
        if (!answered.isEmpty()) {
            return reply(request, transactionId, "accept", "ACCEPT", answered);
        }
        List<ChallengeView> declined = those(valid, ChallengeView::declined);
        if (!declined.isEmpty()) {
            return reply(request, transactionId, "declined", "DECLINED", declined);
        }
        List<ChallengeView> cancelled = those(valid, ChallengeView::cancelled);
        if (!cancelled.isEmpty()) {
            return reply(request, transactionId, "cancelled", "DECLINED", cancelled);
        }
        return reply(request, transactionId, "pending", "REJECT", valid);
    }

    private static List<ChallengeView> those(List<ChallengeView> valid, Predicate<ChallengeView> wanted) {
        return valid.stream().filter(wanted).toList();
    }

    private Reply reply(
            ApiRequest request,
            String transactionId,
            String status,
            String authentication,
            List<ChallengeView> decisive) {
        boolean accepted = authentication.equals("ACCEPT");
        note(request, transactionId, decisive);
        request.notes().success(accepted).info("status: " + status);
        return Reply.value(accepted).detail(Map.of("challenge_status", status)).authentication(authentication);
    }

    /** The tokens of one transaction are of one user. */
    private void note(ApiRequest request, String transactionId, List<ChallengeView> decisive) {
        List<String> serials = decisive.stream().map(ChallengeView::serial).toList();
        request.notes().serial(String.join(",", serials)).actionDetail(TRANSACTION + ": " + transactionId);
        serials.stream()
                .findFirst()
                .flatMap(tokens::withSerial)
                .map(CandidateRow::owner)
                .ifPresent(owner -> users.noteOwner(request, owner));
    }
}
