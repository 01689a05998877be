package org.symbolon.policy.enrolment;

import java.util.Optional;
import java.util.function.Predicate;
import org.symbolon.events.shared.Secret;

/**
 * What is asked for of a new token, as far as policies go by it.
 *
 * @param pin the PIN that it is to have, perhaps an empty one
 * @param verifying whether a value is shown that is to finish an enrolment
 * @param flags whether a parameter that is a flag is set
 * @param info its entries that are written freely
 */
public record EnrolmentQuestion(Optional<Secret> pin, boolean verifying, Predicate<String> flags, WrittenInfo info) {}
