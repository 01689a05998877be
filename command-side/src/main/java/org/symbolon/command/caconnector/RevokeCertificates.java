package org.symbolon.command.caconnector;

import java.util.Map;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.events.shared.Secret;

/** Authorities are told that the certificates of a token do not count any more. Which these are is read from what the token was issued. */
public record RevokeCertificates(String tokenSerial) implements Effect {

    /** The kind of these effects, in the store for ever. */
    public static final String KIND = "certificate-revocation";

    private static final String TOKEN = "token";

    /** The one of an order of this kind. */
    public static RevokeCertificates of(EffectOrder order) {
        return new RevokeCertificates(order.settings().get(TOKEN));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(TOKEN, tokenSerial, INSISTS, "True");
    }

    @Override
    public Map<String, Secret> content() {
        return Map.of();
    }
}
