package org.symbolon.command.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.support.EnrolledToken.ALICE;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.effect.PlannedEffect;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.register.MailRegistrationCode.Letter;
import org.symbolon.command.register.MailRegistrationCode.Mailed;
import org.symbolon.command.smtpserver.MailText;
import org.symbolon.command.smtpserver.SendMail;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeCensus;
import org.symbolon.command.support.FakeEnrolmentChallenges;
import org.symbolon.command.support.FakeSerials;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.Stage;
import org.symbolon.command.support.TokenFixture;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.EnrolmentCommands;
import org.symbolon.command.token.LimitCommands;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.TokenCommands;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.registration.RegistrationType;
import org.symbolon.events.effect.EffectPlanned;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.CountedTokens;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenLimit;

class RegistrationCommandsTest {

    private static final Letter LETTER =
            new Letter("post", Secret.of("alice@example.org"), "Welcome", "{regkey} is your code, {name}.");

    private final Stage stage = new Stage();
    private final FakeCensus census = new FakeCensus();

    RegistrationCommandsTest() {
        Tokens tokens = new Tokens(stage.repository(Token.class), owner -> {});
        FakeVault vault = new FakeVault();
        FakeSettings settings = new FakeSettings();
        Clock clock = Clock.fixed(TokenFixture.NOW, ZoneOffset.UTC);
        EnrolmentCommands enrolments = new EnrolmentCommands(
                tokens,
                TokenTypes.all(),
                new FakeSerials(),
                vault,
                settings,
                Chance.counting(),
                new FakeEnrolmentChallenges(),
                (thing, token) -> {},
                clock);
        TokenCommands changes = new TokenCommands(tokens, TokenTypes.all(), vault, settings, clock);
        stage.handler(new RegistrationCommands(
                new LimitCommands(census, tokens, enrolments, changes),
                new Effects(stage.repository(PlannedEffect.class), vault, Chance.counting()),
                clock));
    }

    private static MailRegistrationCode mailing(String type, TokenLimit... limits) {
        EnrollToken enrolment =
                new EnrollToken(Map.of("type", type, "genkey", "1"), Map.of(), null, ALICE, Holder.NOBODY, null);
        return new MailRegistrationCode(enrolment, List.of(limits), LETTER);
    }

    @Test
    void aTokenIsEnrolledAndItsMailPlannedAtOnce() {
        Mailed mailed = (Mailed) stage.when(mailing(RegistrationType.NAME));

        assertThat(stage.facts())
                .filteredOn(TokenEnrolled.class::isInstance)
                .singleElement()
                .satisfies(fact -> {
                    assertThat(((TokenEnrolled) fact).serial()).isEqualTo(mailed.serial());
                    assertThat(((TokenEnrolled) fact).owner()).isEqualTo(ALICE);
                });
        assertThat(stage.facts())
                .filteredOn(EffectPlanned.class::isInstance)
                .singleElement()
                .satisfies(fact -> {
                    EffectPlanned planned = (EffectPlanned) fact;
                    assertThat(planned.effectId()).isEqualTo(mailed.effectId());
                    assertThat(planned.cause().serial()).isEqualTo(mailed.serial());
                    assertThat(planned.awaited()).isTrue();
                    assertThat(planned.until()).isEqualTo(TokenFixture.NOW.plusSeconds(30));
                });
    }

    @Test
    void theMailSaysTheCodeWhereItsTagStands() {
        SendMail mail = LETTER.with(Secret.of("12345678"));

        assertThat(mail.text()).isEqualTo(new MailText.Plain(Secret.of("12345678 is your code, {name}.")));
        assertThat(mail.server()).isEqualTo("post");
    }

    @Test
    void whereThereIsNoRoomNothingIsEnrolledOrMailed() {
        census.number(1);
        TokenLimit limit = new TokenLimit(CountedTokens.in("realm1", ""), 1, "too many");

        assertThatThrownBy(() -> stage.when(mailing(RegistrationType.NAME, limit)))
                .isInstanceOf(Refusal.class)
                .hasMessage("too many");
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void aTokenWithoutACodeIsNone() {
        assertThatThrownBy(() -> stage.when(mailing(TokenTypes.DEFAULT))).isInstanceOf(IllegalArgumentException.class);
        assertThat(stage.facts()).isEmpty();
    }
}
