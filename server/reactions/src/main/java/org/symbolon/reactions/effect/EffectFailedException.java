package org.symbolon.reactions.effect;

/**
 * The outside did not take an effect. The message is stored for ever and shown to people, so it must tell nothing of the
 * content; what of it is quoted all the same is censored.
 */
public final class EffectFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean permanent;

    private EffectFailedException(String reason, boolean permanent) {
        super(reason);
        this.permanent = permanent;
    }

    /** It may succeed later: nobody answered, or asked to come again. */
    public static EffectFailedException forNow(String reason) {
        return new EffectFailedException(reason, false);
    }

    /** It would fail again: there is no such recipient, or no such server is defined. */
    public static EffectFailedException forGood(String reason) {
        return new EffectFailedException(reason, true);
    }

    public boolean isPermanent() {
        return permanent;
    }
}
