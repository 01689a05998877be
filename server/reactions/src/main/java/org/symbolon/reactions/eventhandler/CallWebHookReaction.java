package org.symbolon.reactions.eventhandler;

import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.eventhandler.effect.WebHookCall;
import org.symbolon.command.eventhandler.port.OutsideFailedException;
import org.symbolon.command.eventhandler.port.WebHooks;

/** Tells programs elsewhere. */
public final class CallWebHookReaction extends OutsideReaction {

    private final WebHooks hooks;

    public CallWebHookReaction(WebHooks hooks) {
        super(WebHookCall.KIND);
        this.hooks = hooks;
    }

    @Override
    void reach(EffectOrder order) throws OutsideFailedException {
        WebHookCall call = WebHookCall.of(order);
        hooks.post(order.effectId(), call.address(), call.type(), call.body());
    }
}
