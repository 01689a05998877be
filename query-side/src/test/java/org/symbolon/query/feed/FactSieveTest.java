package org.symbolon.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which facts a filter lets pass. */
class FactSieveTest {

    private final Map<String, Set<String>> past = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    private final FactStream stream = new FactStream() {

        @Override
        public Page after(long position, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long newest() {
            return 0;
        }

        @Override
        public Map<String, Set<String>> realmsAt(Set<String> serials, long position) {
            asked.add(serials + "@" + position);
            return past;
        }

        @Override
        public Bell bell() {
            throw new UnsupportedOperationException();
        }
    };

    private static PublicFact fact(long position, String name, Map<String, Object> data) {
        return new PublicFact("id" + position, position, name, Instant.EPOCH, "", data, Map.of());
    }

    private List<Long> wanted(FactSieve sieve, PublicFact... facts) {
        return sieve.wanted(List.of(facts)).stream().map(PublicFact::position).toList();
    }

    @Test
    void kindsAreNamesOrTheirBegins() {
        FactSieve sieve = new FactSieve(FactFilter.of("Token*, OtpAccepted", ""), stream);

        assertThat(wanted(
                        sieve,
                        fact(1, "TokenEnrolled", Map.of()),
                        fact(2, "OtpAccepted", Map.of()),
                        fact(3, "OtpAcceptedNot", Map.of()),
                        fact(4, "RealmCreated", Map.of())))
                .containsExactly(1L, 2L);
        assertThat(asked).isEmpty();
    }

    @Test
    void kindsThatThereAreNotAreKnown() {
        assertThat(FactFilter.of("Token*,Nosuch,Nosuch*,OtpAccepted,UnreadableEvent", "")
                        .unknownKinds())
                .containsExactly("Nosuch", "Nosuch*");
    }

    @Test
    void aFactAboutATokenIsOfTheRealmsThatItWasIn() {
        past.put("A", Set.of("r1"));
        FactSieve sieve = new FactSieve(FactFilter.of("", "R1"), stream);

        assertThat(wanted(
                        sieve,
                        fact(10, "OtpAccepted", Map.of("serial", "A")),
                        fact(11, "TokenRealmsChanged", Map.of("serial", "A", "realms", List.of("r2"))),
                        fact(12, "OtpAccepted", Map.of("serial", "A")),
                        fact(13, "OtpAccepted", Map.of("serial", "B")),
                        fact(14, "RequestAnswered", Map.of("realm", "r1", "serial", "")),
                        fact(15, "PolicyCreated", Map.of())))
                .as("before, and what moved it away")
                .containsExactly(10L, 11L, 14L);
        assertThat(wanted(sieve, fact(16, "TokenAssigned", Map.of("serial", "A", "owner", Map.of("realm", "r1")))))
                .containsExactly(16L);
        assertThat(wanted(sieve, fact(17, "TokenDeleted", Map.of("serial", "A"))))
                .containsExactly(17L);
        assertThat(asked).as("each token once").hasSize(1).first().asString().endsWith("@9");
    }
}
