package org.symbolon.reactions.smsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.smsgateway.SendText;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.ReadyGateways;
import org.symbolon.command.smsgateway.port.SmsSender;
import org.symbolon.command.smsgateway.port.TextMessage;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smsgateway.port.TextNotSentException.Trouble;
import org.symbolon.events.shared.Secret;
import org.symbolon.reactions.effect.EffectFailedException;

class SendTextReactionTest {

    private static final Set<Trouble> FOR_GOOD = EnumSet.of(
            Trouble.DEFINITION, Trouble.NO_TEXTS, Trouble.NO_NOTIFICATIONS, Trouble.NUMBER, Trouble.LOCAL_ADDRESS);

    private static final TextMessage MESSAGE =
            new TextMessage(Secret.of("+491510005"), Secret.of("erin"), Secret.of("PISM1"), Secret.of("It is 755224"));
    private static final ReadyGateways GATEWAYS = identifier ->
            identifier.equals("gate") ? Optional.of(new Gateway("gate", "any", Map.of(), Map.of())) : Optional.empty();

    private final List<String> done = new ArrayList<>();

    private static EffectOrder order(SendText text) {
        return new EffectOrder("id", text.kind(), text.settings(), text.content(), 1);
    }

    /** A sender that notes what it is told, or fails. */
    private SmsSender sender(Optional<Trouble> trouble) {
        return new SmsSender() {

            @Override
            public void send(Gateway gateway, TextMessage message) {
                note("sent over " + gateway.identifier(), message);
            }

            @Override
            public void tellOfLogin(Gateway gateway, TextMessage message) {
                note("told " + gateway.identifier(), message);
            }

            private void note(String what, TextMessage message) {
                trouble.ifPresent(kind -> {
                    throw new TextNotSentException("gate", kind);
                });
                done.add(what + ": " + message.text().reveal());
            }
        };
    }

    @Test
    void aMessageGoesOutOverTheGatewayThatIsNamed() throws EffectFailedException {
        SendTextReaction reaction = new SendTextReaction(sender(Optional.empty()), GATEWAYS);

        reaction.carryOut(order(SendText.value("gate", MESSAGE)));
        reaction.carryOut(order(SendText.afterLogin("gate", MESSAGE)));

        assertThat(done).containsExactly("sent over gate: It is 755224", "told gate: It is 755224");
    }

    @Test
    void aGatewayThatIsNotDefinedIsNotAskedAgain() {
        SendTextReaction reaction = new SendTextReaction(sender(Optional.empty()), GATEWAYS);

        assertThatThrownBy(() -> reaction.carryOut(order(SendText.value("lost", MESSAGE))))
                .hasMessage("There is no SMS gateway lost")
                .extracting(failure -> ((EffectFailedException) failure).isPermanent())
                .isEqualTo(true);
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void onlyWhatCanNeverBeSentIsGivenUpAtOnce(Trouble trouble) {
        SendTextReaction failing = new SendTextReaction(sender(Optional.of(trouble)), GATEWAYS);

        assertThatThrownBy(() -> failing.carryOut(order(SendText.value("gate", MESSAGE))))
                .isInstanceOf(EffectFailedException.class)
                .hasMessageStartingWith("The SMS gateway gate ")
                .extracting(failure -> ((EffectFailedException) failure).isPermanent())
                .isEqualTo(FOR_GOOD.contains(trouble));
    }
}
