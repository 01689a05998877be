package org.symbolon.command.effect;

import java.util.Map;
import org.symbolon.events.shared.Secret;

/**
 * What a decision causes outside, as a value: this mail is to be sent. It is a small record that a {@code Reaction} of the
 * same kind reads again from an {@link EffectOrder}. What concerns a person belongs to the content.
 */
public interface Effect {

    /**
     * The setting by which an effect says that it is tried again though somebody has been told that the first attempt failed: others go by
     * whether it has happened.
     */
    String INSISTS = "insists";

    /**
     * The setting that names the event handler that causes an effect. The content of such an effect is kept when it is given up, so that
     * somebody may mend what was wrong and have it tried again.
     */
    String HANDLER = "handler";

    /** The stable name of its kind, {@code mail}: it is stored for ever. */
    String kind();

    /** What everybody may read for ever, such as the name of a mail server. */
    Map<String, String> settings();

    /** Whom it reaches and what it says: sealed until it has ended, unreadable afterwards. */
    Map<String, Secret> content();
}
