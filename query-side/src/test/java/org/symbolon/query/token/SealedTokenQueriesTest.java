package org.symbolon.query.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Reach;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.events.token.TypeState;
import org.symbolon.projections.support.Facts;
import org.symbolon.query.support.QueryDatabase;

class SealedTokenQueriesTest {

    private static final List<String> TYPES = List.of("hotp", "totp");
    private static QueryDatabase database;
    private static SealedTokenQueries queries;

    @BeforeAll
    static void enrol() {
        database = new QueryDatabase();
        database.after(
                Facts.resolver(1, "passwd"),
                Facts.realm(1, "realm1", "passwd"),
                Facts.realm(2, "realm2"),
                Facts.enrolled(1, "OWNED1", Facts.CORNELIUS, List.of("realm1"), Map.of("hashlib", "sha1")),
                Facts.enrolled(2, "FREE1", null, List.of("realm1"), Map.of("hashlib", "sha256", "timeStep", "60")),
                Facts.enrolled(3, "FREE2", null, List.of("realm2"), Map.of()),
                token("FREE3", 4, "spass", 6),
                token("FREE4", 5, "totp", 8),
                Facts.enrolled(6, "GIVEN1", null, List.of("realm1"), Map.of()),
                new TokenAssigned("GIVEN1", 6, Facts.CORNELIUS),
                Facts.enrolled(7, "LEFT1", Facts.CORNELIUS, List.of("realm1"), Map.of()),
                new TokenUnassigned("LEFT1", 7),
                Facts.enrolled(8, "GONE1", null, List.of("realm1"), Map.of()),
                new TokenDeleted("GONE1", 8),
                new OtpAccepted("FREE1", 2, 0, 0, StateChange.counter(7L)));
        queries = new SealedTokenQueries(database.database().jdbc(), database.trailingModels());
    }

    private static TokenEnrolled token(String serial, int id, String type, int otpLength) {
        return new TokenEnrolled(
                serial,
                id,
                type,
                otpLength,
                Facts.SEED,
                Pin.NONE,
                "",
                10,
                12,
                900,
                "",
                true,
                TypeState.EMPTY,
                Map.of(),
                null,
                List.of("realm1"));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static List<String> serials(TokenFilter filter, Integer length, int after, int most) {
        return queries
                .handle(new ListSealedTokens(filter, TYPES, length == null ? List.of() : List.of(length), after, most))
                .stream()
                .map(SealedToken::serial)
                .toList();
    }

    private static List<String> serials(TokenFilter filter) {
        return serials(filter, null, ListSealedTokens.BEGIN, 100);
    }

    @Test
    void aTokenComesWithAllThatItsValuesDependOn() {
        List<SealedToken> found = queries.handle(
                new ListSealedTokens(TokenFilter.all().serial("FREE1"), TYPES, List.of(), ListSealedTokens.BEGIN, 100));

        assertThat(found).hasSize(1);
        SealedToken token = found.get(0);
        assertThat(token.info()).containsEntry("hashlib", "sha256").containsEntry("timeStep", "60");
        assertThat(token).isEqualTo(new SealedToken(2, "FREE1", "hotp", Facts.SEED, 6, 7, 10, 1000, token.info()));
    }

    @Test
    void onlyTokensOfTheTypesAndWithValuesOfTheLengthCome() {
        assertThat(serials(TokenFilter.all())).containsExactly("OWNED1", "FREE1", "FREE2", "FREE4", "GIVEN1", "LEFT1");
        assertThat(serials(TokenFilter.all(), 8, ListSealedTokens.BEGIN, 100)).containsExactly("FREE4");
        assertThat(queries.handle(
                        new ListSealedTokens(TokenFilter.all(), List.of(), List.of(), ListSealedTokens.BEGIN, 100)))
                .isEmpty();
    }

    @Test
    void aPageBeginsBehindTheNumberThatTheLastOneEndedWith() {
        assertThat(serials(TokenFilter.all(), null, ListSealedTokens.BEGIN, 2)).containsExactly("OWNED1", "FREE1");
        assertThat(serials(TokenFilter.all(), null, 2, 2)).containsExactly("FREE2", "FREE4");
        assertThat(serials(TokenFilter.all(), null, 7, 2)).isEmpty();
    }

    @Test
    void tokensOfARealmThatNobodyOwnsAreFoundAsTheyAreNow() {
        assertThat(serials(TokenFilter.all().assigned(false).realm("realm1")))
                .containsExactly("FREE1", "FREE4", "LEFT1");
        assertThat(serials(TokenFilter.all().assigned(true).realm("realm1"))).containsExactly("OWNED1", "GIVEN1");
        assertThat(serials(TokenFilter.all().assigned(false).realm("nosuchrealm")))
                .isEmpty();
    }

    @Test
    void nothingComesFromRealmsThatTheAskingOneMayNotSee() {
        assertThat(serials(TokenFilter.all().within(Reach.ofRealms(List.of("realm2")))))
                .containsExactly("FREE2");
        assertThat(serials(TokenFilter.all().within(Reach.ofRealms(List.of())))).isEmpty();
        assertThat(queries.handle(new CountTokens(TokenFilter.all().within(Reach.ofRealms(List.of("realm2"))))))
                .isEqualTo(1);
    }

    @Test
    void tokensAreCountedWhateverTheirTypes() {
        assertThat(queries.handle(new CountTokens(TokenFilter.all()))).isEqualTo(7);
        assertThat(queries.handle(new CountTokens(TokenFilter.all().serial("*FREE*"))))
                .isEqualTo(4);
    }
}
