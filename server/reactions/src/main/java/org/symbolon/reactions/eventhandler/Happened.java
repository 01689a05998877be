package org.symbolon.reactions.eventhandler;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.symbolon.command.eventhandler.fact.TokenHappening;
import org.symbolon.command.sending.Correlation;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.token.TokenEvent;
import org.symbolon.reactions.eventhandler.port.UntoldHappenings.Place;

/**
 * Something that has happened to a token, to which somebody listens.
 *
 * @param place where the fact stands
 * @param origin what the fact says of where it comes from
 */
record Happened(TokenHappening what, TokenEvent fact, Place place, Instant time, Map<String, Object> origin) {

    /** Empty if it is none of what handlers listen to. */
    static Optional<Happened> of(DomainEventMessage<?> message) {
        if (!(message.getPayload() instanceof TokenEvent fact)) {
            return Optional.empty();
        }
        Place place = new Place(message.getAggregateIdentifier(), message.getSequenceNumber());
        return TokenHappening.of(fact)
                .map(what -> new Happened(what, fact, place, message.getTimestamp(), message.getMetaData()));
    }

    /** The number of the fact in the token's history. */
    long sequence() {
        return place.sequence();
    }

    String said(String key) {
        return Objects.toString(origin.get(key), "");
    }

    /** Who did it, as far as he was logged in. */
    Caller caller() {
        return switch (said(Correlation.ROLE)) {
            case "admin" -> new Caller.Administrator(said(Correlation.ACTOR), said(Correlation.ACTOR_REALM));
            case "user" -> new Caller.RealmUser(said(Correlation.ACTOR), said(Correlation.ACTOR_REALM), "");
            default -> Caller.ANONYMOUS;
        };
    }

    /** Whether it is no news beside another one of the same commit: a token that is new has a new PIN. */
    boolean isPartOf(Happened other) {
        boolean sameToken = fact.serial().equals(other.fact.serial()) && fact.tokenId() == other.fact.tokenId();
        boolean isPin = what == TokenHappening.PIN_CHANGED;
        boolean isNew = other.what == TokenHappening.ENROLLED || other.what == TokenHappening.ASSIGNED;
        boolean again = what == other.what && sequence() < other.sequence();
        return sameToken && ((isPin && isNew) || again);
    }
}
