package org.symbolon.store.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.token.Token;
import org.symbolon.query.feed.FactSieve;
import org.symbolon.query.feed.FactStream;
import org.symbolon.query.feed.PublicFact;
import org.symbolon.query.feed.PublicFacts;
import org.symbolon.store.eventstore.EventReader;

/** Reads facts from the stored stream. */
@Component
final class StreamedFacts implements FactStream {

    private final EventReader events;
    private final JdbcOperations jdbc;

    StreamedFacts(EventReader events, JdbcOperations jdbc) {
        this.events = events;
        this.jdbc = jdbc;
    }

    @Override
    public Page after(long position, int most) {
        EventReader.Page page = events.after(position, most);
        List<PublicFact> facts = page.events().stream().map(StreamedFacts::fact).toList();
        return new Page(facts, page.lastPosition());
    }

    private static PublicFact fact(TrackedEventMessage<?> event) {
        return PublicFacts.of(event.trackingToken().position().orElseThrow(), event);
    }

    @Override
    public long newest() {
        Long newest = jdbc.queryForObject("select coalesce(max(global_index), 0) from domain_event", Long.class);
        return newest == null ? 0 : newest;
    }

    @Override
    public Map<String, Set<String>> realmsAt(Set<String> serials, long position) {
        Set<String> tokens = serials.stream().map(Token::idOf).collect(Collectors.toSet());
        Map<String, Set<String>> realms = new HashMap<>();
        for (TrackedEventMessage<?> event : events.happenedTo(tokens, FactSieve.moves(), position)) {
            PublicFact fact = fact(event);
            FactSieve.realmsAfter(fact).ifPresent(after -> fact.serials().forEach(serial -> realms.put(serial, after)));
        }
        return realms;
    }

    @Override
    public Bell bell() {
        EventReader.NewEvents news = events.newEvents();
        return new Bell() {

            @Override
            public void await(Duration patience) throws InterruptedException {
                news.await(patience);
            }

            @Override
            public void close() {
                news.close();
            }
        };
    }
}
