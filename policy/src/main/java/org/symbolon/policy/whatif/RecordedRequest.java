package org.symbolon.policy.whatif;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.explain.Situation;
import org.symbolon.policy.matching.PolicyQuestion.Place;

/** A request of the past, as far as it is recorded. */
public record RecordedRequest(RequestAnswered fact, Origin origin) {

    /**
     * Where it came from. What is not recorded is null.
     *
     * @param administratorRealm the realm of the administrator who made it
     */
    public record Origin(String node, String client, String userAgent, String administratorRealm) {}

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
                        origin.node(),
                        origin.client(),
                        LocalDateTime.ofInstant(fact.started(), ZoneId.systemDefault())),
                new RecordedFacts(fact, origin.client(), origin.userAgent()));
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
                fact.administrator(), Objects.requireNonNullElse(origin.administratorRealm(), ""));
    }
}
