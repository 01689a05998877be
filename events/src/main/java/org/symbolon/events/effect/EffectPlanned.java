package org.symbolon.events.effect;

import java.time.Instant;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.shared.Sealed;

/**
 * A decision causes something outside, from now on.
 *
 * @param effectId the key by which whoever receives it may know that it came twice
 * @param kind the stable name of what is to be done
 * @param settings what everybody may read, such as the name of a mail server
 * @param content whom it reaches and what it says, under a data key of its own that goes when the effect ends
 * @param awaited whether the request that caused it waits for it
 * @param until when it is of no use any more, null for never
 */
@EventName("EffectPlanned")
@Revision("1")
public record EffectPlanned(
        String effectId,
        String kind,
        Map<String, String> settings,
        Map<String, Sealed> content,
        EffectCause cause,
        boolean awaited,
        Instant until)
        implements EffectEvent {}
