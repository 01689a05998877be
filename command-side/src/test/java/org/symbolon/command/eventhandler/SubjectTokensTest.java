package org.symbolon.command.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.SERIAL;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.eventhandler.fact.SubjectToken;
import org.symbolon.command.sending.AggregateReader;
import org.symbolon.command.support.EnrolledToken;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.Stage;
import org.symbolon.command.token.Token;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.OtpRejected.Reason;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenRealmsChanged;
import org.symbolon.events.token.TypeStateAdjusted;

/** Tokens as event handlers see them. */
class SubjectTokensTest {

    private static final TokenOwner OWNER = new TokenOwner("people", "7", "realm1");

    private final Stage stage = new Stage();
    private final SubjectTokens tokens = new SubjectTokens(
            new AggregateReader(() -> new Random(1)),
            CachingEventSourcingRepository.builder(Token.class)
                    .eventStore(stage.store())
                    .cache(new WeakReferenceCache())
                    .build(),
            this::isEnd,
            new FakeVault());
    private int asked;

    @BeforeEach
    void aToken() {
        stage.given(EnrolledToken.hotp().fact(), new TokenAssigned(SERIAL, 1, OWNER));
    }

    private boolean isEnd(String id, Long version) {
        asked++;
        return stage.store().lastSequenceNumberFor(id).equals(Optional.ofNullable(version));
    }

    private List<SubjectToken> look(String... serials) {
        return tokens.of(List.of(serials));
    }

    private static OtpRejected rejected(int failCount) {
        return new OtpRejected(SERIAL, 1, Reason.WRONG_OTP, failCount, failCount, StateChange.NONE);
    }

    @Test
    void aTokenIsShownAsItsEventsMadeIt() {
        stage.given(
                rejected(1),
                new TokenInfoSet(SERIAL, 1, Map.of("room", "12")),
                new TypeStateAdjusted(SERIAL, 1, StateChange.of(Map.of("windows", 5L))),
                new TokenRealmsChanged(SERIAL, 1, List.of("realm2", "realm1")));

        SubjectToken token = look(SERIAL).get(0);

        assertThat(token.serial()).isEqualTo(SERIAL);
        assertThat(token.type()).isEqualTo("hotp");
        assertThat(token.failCount()).isEqualTo(1);
        assertThat(token.counted("count_auth")).isEqualTo(1);
        assertThat(token.info()).containsEntry("room", "12").containsEntry("windows", "5");
        assertThat(token.realms()).containsExactly("realm1", "realm2");
        assertThat(token.owner()).isEqualTo(OWNER);
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        assertThat(look("NONE", SERIAL)).extracting(SubjectToken::serial).containsExactly(SERIAL);

        stage.given(new TokenDeleted(SERIAL, 1));

        assertThat(look(SERIAL)).isEmpty();
    }

    @Test
    void aCopyThatAnotherNodeHasGoneBeyondIsNotBelieved() {
        assertThat(look(SERIAL).get(0).failCount()).isZero();
        stage.given(rejected(1));
        asked = 0;

        assertThat(look(SERIAL).get(0).failCount()).isEqualTo(1);
        assertThat(asked).as("looks, the first at the copy").isEqualTo(2);
    }
}
