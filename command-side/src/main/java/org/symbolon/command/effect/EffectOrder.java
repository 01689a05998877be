package org.symbolon.command.effect;

import java.util.Map;
import org.symbolon.events.shared.Secret;

/**
 * An effect that is to be carried out now, with its content opened.
 *
 * @param effectId the same in every attempt, so that whoever receives it twice can know
 * @param attempt which one this is, from 1
 */
public record EffectOrder(
        String effectId, String kind, Map<String, String> settings, Map<String, Secret> content, int attempt) {

    private static final String HIDDEN = "***";

    /** What somebody outside said, without anything that the content says. */
    public String censored(String said) {
        String censored = said;
        for (Secret secret : content.values()) {
            if (!secret.isEmpty()) {
                censored = censored.replace(secret.reveal(), HIDDEN);
            }
        }
        return censored;
    }
}
