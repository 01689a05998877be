package org.symbolon.reactions.smsgateway;

import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.secret.port.SealBrokenException;
import org.symbolon.command.smsgateway.SendText;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.ReadyGateways;
import org.symbolon.command.smsgateway.port.SmsSender;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.reactions.effect.EffectFailedException;
import org.symbolon.reactions.effect.Reaction;

/** Sends text messages. A gateway may mean a refusal for now only, so all but what can never be sent is tried again. */
public final class SendTextReaction implements Reaction {

    private final SmsSender sender;
    private final ReadyGateways gateways;

    public SendTextReaction(SmsSender sender, ReadyGateways gateways) {
        this.sender = sender;
        this.gateways = gateways;
    }

    @Override
    public String kind() {
        return SendText.KIND;
    }

    @Override
    public void carryOut(EffectOrder order) throws EffectFailedException {
        SendText wanted = SendText.of(order);
        Gateway gateway = gateway(wanted.gateway());
        try {
            send(gateway, wanted);
        } catch (TextNotSentException failure) {
            throw failure.isForGood()
                    ? EffectFailedException.forGood(failure.getMessage())
                    : EffectFailedException.forNow(failure.getMessage());
        }
    }

    private void send(Gateway gateway, SendText wanted) {
        switch (wanted.occasion()) {
            case VALUE -> sender.send(gateway, wanted.message());
            case LOGIN -> sender.tellOfLogin(gateway, wanted.message());
        }
    }

    private Gateway gateway(String identifier) throws EffectFailedException {
        try {
            return gateways.find(identifier)
                    .orElseThrow(() -> EffectFailedException.forGood("There is no SMS gateway " + identifier));
        } catch (SealBrokenException forged) {
            throw EffectFailedException.forNow(forged.getMessage());
        }
    }
}
