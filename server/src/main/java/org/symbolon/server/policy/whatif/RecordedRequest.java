package org.symbolon.server.policy.whatif;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.EventMessage;
import org.symbolon.command.sending.Correlation;
import org.symbolon.command.user.UserName;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.server.policy.Subject;
import org.symbolon.server.policy.explain.Situation;
import org.symbolon.server.policy.matching.PolicyQuestion.Place;

/** A request of the past, as far as it is recorded. */
record RecordedRequest(RequestAnswered fact, Map<String, Object> origin) {

    static RecordedRequest of(EventMessage<?> event) {
        return new RecordedRequest((RequestAnswered) event.getPayload(), event.getMetaData());
    }

    String endpoint() {
        return fact.action();
    }

    String realm() {
        return Objects.requireNonNullElse(fact.realm(), "");
    }

    /** The situation that it was, in the local time of this server. */
    Situation situation() {
        return new Situation(
                subject(),
                () -> {
                    throw new NotRecordedException();
                },
                administrator(),
                fact.tokenType(),
                Place.of(
                        text(Correlation.NODE),
                        text(Correlation.CLIENT),
                        LocalDateTime.ofInstant(fact.started(), ZoneId.systemDefault())),
                new RecordedFacts(fact, text(Correlation.CLIENT), text(Correlation.USER_AGENT)));
    }

    private Subject subject() {
        if (fact.user() != null) {
            return Subject.of(new UserName(fact.user(), realm(), Objects.requireNonNullElse(fact.resolver(), "")));
        }
        return fact.realm() == null ? Subject.ANYONE : new Subject.OfRealm(fact.realm());
    }

    /** Null for one that no administrator made. */
    private Situation.Administrator administrator() {
        if (fact.administrator() == null) {
            return null;
        }
        return new Situation.Administrator(
                fact.administrator(), Objects.requireNonNullElse(text(Correlation.ACTOR_REALM), ""));
    }

    private String text(String key) {
        return origin.get(key) instanceof String text ? text : null;
    }
}
