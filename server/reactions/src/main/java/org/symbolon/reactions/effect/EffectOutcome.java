package org.symbolon.reactions.effect;

/** What somebody who waits for an effect is told. */
public sealed interface EffectOutcome {

    /** The outside took it. */
    record CarriedOut() implements EffectOutcome {}

    /**
     * The attempt failed; there may be another one.
     *
     * @param reason in words that tell nothing of the content
     */
    record Failed(String reason) implements EffectOutcome {}

    /** It is not known yet: it may be carried out later, here or on another node. */
    record NotInTime() implements EffectOutcome {}
}
