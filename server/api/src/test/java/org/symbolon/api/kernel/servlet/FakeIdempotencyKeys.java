package org.symbolon.api.kernel.servlet;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.symbolon.command.idempotency.port.IdempotencyKeys;
import org.symbolon.command.idempotency.port.KeyedRequest;
import org.symbolon.command.idempotency.port.Turn;
import org.symbolon.events.shared.Secret;

/** Keys in memory, for one caller alone. */
final class FakeIdempotencyKeys implements IdempotencyKeys {

    private record Known(String content, Turn turn) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private static String name(KeyedRequest request) {
        return request.caller() + request.key();
    }

    @Override
    public Optional<Turn> past(KeyedRequest request) {
        return Optional.ofNullable(known.get(name(request)))
                .map(found -> found.content().equals(request.content()) ? found.turn() : new Turn.OfAnother())
                .filter(turn -> !(turn instanceof Turn.AtWork));
    }

    @Override
    public Turn take(KeyedRequest request, int mostOfCaller) {
        Known before = known.putIfAbsent(name(request), new Known(request.content(), new Turn.AtWork()));
        return before == null ? new Turn.Taken(name(request), "holder") : before.turn();
    }

    @Override
    public boolean decide(Turn.Taken turn, String subject) {
        return true;
    }

    @Override
    public void keep(Turn.Taken turn, Secret answer) {
        known.computeIfPresent(
                turn.name(), (name, row) -> new Known(row.content(), new Turn.Done("", Optional.of(answer))));
    }

    @Override
    public void giveBack(Turn.Taken turn) {
        known.remove(turn.name());
    }
}
