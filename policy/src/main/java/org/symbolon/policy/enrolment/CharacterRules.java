package org.symbolon.policy.enrolment;

import java.util.Optional;
import org.symbolon.events.shared.Secret;

/**
 * Knows how administrators write of which characters a PIN or password is made, and makes some. Each method refuses a rule that
 * is none.
 */
public interface CharacterRules {

    /** What is wrong with a text, in words that do not show it; empty if nothing is. */
    Optional<String> complaint(String rule, Secret text);

    /** An unpredictable text after the rule. */
    Secret made(String rule, int length);

    /** An unpredictable text of these characters. */
    Secret drawn(String characters, int length);
}
