package org.symbolon.policy;

import java.util.Map;
import java.util.function.Function;
import org.symbolon.policy.matching.PolicyAnswer;
import org.symbolon.policy.matching.Said;

/** What a log-in tells a web interface about how to behave, where policies want it otherwise than it is preset. */
@FunctionalInterface
public interface WebuiTerms {

    /** As it is preset. */
    WebuiTerms NONE = (preset, said) -> preset;

    /**
     * The settings as policies want them. What is to be shown as an image is the text that it has in it.
     *
     * @param reading what is said where it is known which token was used
     */
    Map<String, Object> over(Map<String, Object> preset, Function<Said, PolicyAnswer> reading);
}
