package org.symbolon.policy.enrolment;

import java.util.Optional;
import java.util.function.Predicate;
import org.symbolon.events.shared.Secret;

/**
 * What is asked for of a new token, as far as policies go by it.
 *
 * @param pin the PIN that it is to have, perhaps an empty one
 * @param continued whether it is a later step, or an earlier one again, of an enrolment that has several
 * @param flags whether a parameter that is a flag is set
 */
public record EnrolmentQuestion(Optional<Secret> pin, boolean continued, Predicate<String> flags) {}
