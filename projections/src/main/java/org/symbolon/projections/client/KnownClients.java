package org.symbolon.projections.client;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Which clients have rows, and which more may have one. It depends on nothing but what was seen before, so that a rebuild admits the
 * same ones.
 */
final class KnownClients {

    /** A place where so many programs ask one node has more than anybody wants to read. */
    private static final int MOST_AT_ONE_PLACE = 20;

    private static final int MOST = 10_000;
    private static final String OTHERS = "other programs";

    private record Place(String address, String node) {}

    private final Set<Sighting> known = new HashSet<>();
    private final Map<Place, Integer> numbers = new HashMap<>();
    private long all;

    private KnownClients(long all) {
        this.all = all;
    }

    /** Those at these addresses. */
    static KnownClients at(List<String> addresses, JdbcOperations jdbc) {
        Long all = jdbc.queryForObject("select count(*) from clientapplication", Long.class);
        KnownClients clients = new KnownClients(all == null ? 0 : all);
        jdbc.query(
                "select ip, clienttype, node from clientapplication where ip = any(cast(? as text[]))",
                row -> {
                    clients.add(new Sighting(row.getString("ip"), row.getString("clienttype"), row.getString("node")));
                },
                (Object) addresses.toArray(String[]::new));
        return clients;
    }

    private void add(Sighting sighting) {
        known.add(sighting);
        numbers.merge(placeOf(sighting), 1, Integer::sum);
    }

    private static Place placeOf(Sighting sighting) {
        return new Place(sighting.address(), sighting.node());
    }

    /** The row that this is seen in; empty if it has none. */
    Optional<Sighting> admit(Sighting sighting) {
        if (known.contains(sighting)) {
            return Optional.of(sighting);
        }
        boolean crowded = numbers.getOrDefault(placeOf(sighting), 0) >= MOST_AT_ONE_PLACE;
        Sighting row = crowded ? sighting.of(OTHERS) : sighting;
        if (known.contains(row)) {
            return Optional.of(row);
        }
        if (all >= MOST) {
            return Optional.empty();
        }
        add(row);
        all++;
        return Optional.of(row);
    }
}
