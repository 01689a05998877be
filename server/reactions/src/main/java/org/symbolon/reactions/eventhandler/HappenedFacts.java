package org.symbolon.reactions.eventhandler;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.eventhandler.fact.AnswerFacts;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.Position;
import org.symbolon.command.eventhandler.fact.RaisedEvent;
import org.symbolon.command.eventhandler.fact.SubjectToken;
import org.symbolon.command.eventhandler.fact.TokenHappening;
import org.symbolon.command.eventhandler.port.HandlerLookups;
import org.symbolon.command.sending.Correlation;
import org.symbolon.events.shared.Secret;
import org.symbolon.query.history.FindPastToken;
import org.symbolon.query.history.PastToken;
import org.symbolon.query.sending.QueryDispatcher;

/**
 * Makes of what has happened to a token what handlers go by. The token is as it was then, out of its history: it may be deleted by now, or
 * somebody else's.
 */
public final class HappenedFacts {

    private final HandlerLookups lookups;
    private final QueryDispatcher queries;
    private final String url;

    /**
     * Makes it.
     *
     * @param url the address of the server for people, perhaps empty
     */
    public HappenedFacts(HandlerLookups lookups, QueryDispatcher queries, String url) {
        this.lookups = lookups;
        this.queries = queries;
        this.url = url.replaceAll("/+$", "");
    }

    /** Empty where it is nobody's business yet: the token is still being enrolled. */
    Optional<HandledRequest> of(Happened happened) {
        return token(happened)
                .filter(PastToken::isFinished)
                .map(past -> new HandledRequest(event(happened), lookups, subject(past, happened)));
    }

    private Optional<PastToken> token(Happened happened) {
        Optional<PastToken> before =
                queries.find(new FindPastToken(happened.fact().serial(), happened.sequence() - 1), PastToken.class);
        return happened.what().takesAway() ? before : PastToken.after(before, happened.fact());
    }

    /** What is counted with each log-in is as it is now, if it is anywhere. */
    private SubjectToken subject(PastToken past, Happened happened) {
        Optional<SubjectToken> now = lookups.token(past.serial());
        int failures = happened.what() == TokenHappening.LOCKED
                ? past.failLimit()
                : now.map(SubjectToken::failCount).orElse(0);
        return new SubjectToken(
                past.serial(),
                past.type(),
                past.description(),
                past.active(),
                now.map(SubjectToken::counter).orElse(0L),
                failures,
                past.failLimit(),
                past.rolloutState(),
                now.map(SubjectToken::info).orElse(past.info()),
                past.realms(),
                past.owner());
    }

    private RaisedEvent event(Happened happened) {
        String serial = happened.fact().serial();
        return new RaisedEvent(
                happened.what().event(),
                Position.POST,
                "",
                happened.what().event(),
                url,
                happened.said(Correlation.CLIENT),
                happened.said(Correlation.USER_AGENT),
                happened.caller(),
                Map.of("serial", Secret.of(serial)),
                AnswerFacts.NONE,
                serial,
                happened.time().atZone(ZoneId.systemDefault()));
    }
}
