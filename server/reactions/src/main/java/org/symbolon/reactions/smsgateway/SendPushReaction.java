package org.symbolon.reactions.smsgateway;

import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.secret.port.SealBrokenException;
import org.symbolon.command.smsgateway.SendPush;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.PushSender;
import org.symbolon.command.smsgateway.port.ReadyGateways;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.reactions.effect.EffectFailedException;
import org.symbolon.reactions.effect.Reaction;

/** Sends messages for apps on telephones, to which a log-in needs an answer soon: more of them at once than of other effects. */
public final class SendPushReaction implements Reaction {

    private static final int AT_ONCE = 16;

    private final PushSender sender;
    private final ReadyGateways gateways;

    public SendPushReaction(PushSender sender, ReadyGateways gateways) {
        this.sender = sender;
        this.gateways = gateways;
    }

    @Override
    public String kind() {
        return SendPush.KIND;
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public void carryOut(EffectOrder order) throws EffectFailedException {
        SendPush wanted = SendPush.of(order);
        try {
            sender.push(gateway(wanted.gateway()), wanted.message());
        } catch (TextNotSentException failure) {
            throw failure.isForGood()
                    ? EffectFailedException.forGood(failure.getMessage())
                    : EffectFailedException.forNow(failure.getMessage());
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
